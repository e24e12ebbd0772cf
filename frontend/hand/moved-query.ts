/** How the query of an experiment reads once the hand has moved something of it. */

/** A parameter that stands once, or the learning rate of one of the optimizers, counted from 0. */
export type Move = { parameter: string; value: string } | { run: number; lr: number };

/** What names the surface of a race. */
const SURFACE = ['objective', 'f', 'q', 'c', 'b', 'rotate'];
const RUN = 'run=';
/** The last one, as a run of several stages has the rate of its last. */
const RATE = /^(.*[(,]lr=)[^,)]*/;

/** The part of a query that names the surface. */
export function surfaceOf(query: string): string {
  return query.split('&').filter((pair) => isOfSurface(pair.split('=')[0])).join('&');
}

export function isOfSurface(parameter: string): boolean {
  return SURFACE.includes(parameter);
}

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
