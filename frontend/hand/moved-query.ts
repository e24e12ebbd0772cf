/** How the query of an experiment reads once the hand has moved something of it. */

/** A parameter that stands once, or the learning rate of one of the optimizers, counted from 0. */
export type Move = { parameter: string; value: string } | { run: number; lr: number };

const RUN = 'run=';
const RATE = /([(,]lr=)[^,)]*/;

/** The query with that move in it; a move of something that it does not have leaves it as it is. */
export function movedQuery(query: string, move: Move): string {
  let run = -1;
  return query.split('&').map((pair) => {
    if ('lr' in move) {
      if (pair.startsWith(RUN)) run++;
      return pair.startsWith(RUN) && run === move.run ? pair.replace(RATE, `$1${move.lr}`) : pair;
    }
    return pair.startsWith(`${move.parameter}=`) ? `${move.parameter}=${encodeURIComponent(move.value).replaceAll('%2C', ',')}` : pair;
  }).join('&');
}
