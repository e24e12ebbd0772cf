/** What a search of rates says in words, and its diagram. Knows nothing of drawing. */
import type { Curve, Diagram } from '../line-diagram/diagram';
import { plain, rounded } from '../numbers/numbers';
import { diverged } from '../stream/outcome';
import type { Part, RateSearch, Searched } from './search';
import { STUDY_CAUTION, studyDiagram } from './study';

/** How far above where a test begins its loss is drawn. */
const HEADROOM = 1.6;

/** A rate as a person would set it. */
export function roundRate(rate: number): number {
  return rounded(rate, 2);
}

/** The curves so far; undefined before the first rows. */
export function searchDiagram(search: RateSearch, searched: readonly Searched[], range: readonly [number, number]): Diagram | undefined {
  if (search.study) return studyDiagram(search, searched);
  const curves = search.parts.flatMap((part, i) => (searched[i] ? curvesOf(search, part, searched[i]) : []));
  const heights = curves.flatMap(({ y }) => y).filter((value): value is number => value !== null);
  if (heights.length === 0) return undefined;
  const firsts = curves.map(({ y }) => y.find((value) => value !== null) ?? 0);
  const high = Math.min(1.05 * Math.max(...heights), HEADROOM * Math.max(...firsts));
  return {
    says: sentences(search, searched),
    panels: [{
      title: search.test ? 'Loss of each batch, smoothed, while the rate grows' : 'Loss at the end of a short training, by its rate',
      x: { name: 'learning rate', log: true, low: range[0], high: range[1] },
      y: { name: 'loss', log: false, low: Math.min(0, ...heights), high },
      curves,
    }],
    numbers: {},
  };
}

function curvesOf(search: RateSearch, part: Part, { name, optimizer }: Searched): Curve[] {
  const x = search.values(part, 'lr') as number[];
  const y = search.values(part, search.test ? 'smoothed' : 'loss');
  const marks = marksOf(search, part);
  const heights = marks.map((rate) => y[x.indexOf(nearest(x, rate))]);
  const line: Curve = { name, look: optimizer, style: 'LINE', x, y, measured: !search.test };
  return marks.length === 0 ? [line] : [line, {
    name: search.test ? `${name}: steepest fall, and lowest` : `${name}: lowest`, look: optimizer, style: 'DOTS', x: marks, y: heights,
  }];
}

function marksOf(search: RateSearch, part: Part): number[] {
  if (!part.end) return [];
  if (search.test) return [...(part.end.found.steepest ?? []), ...(part.end.found.lowest ?? [])];
  const best = search.best(part);
  return best ? [best.lr] : [];
}

function nearest(all: readonly number[], value: number): number {
  return all.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best));
}

/** The rates of a part that one may train with, each with what it is. */
export function picks(search: RateSearch, part: Part | undefined): { about: string; rate: number }[] {
  if (!part?.end) return [];
  if (search.test) {
    const { steepest, careful } = part.end.found;
    return [
      ...(steepest ? [{ about: 'steepest fall', rate: roundRate(steepest[0]) }] : []),
      ...(careful ? [{ about: 'a tenth of the lowest’s', rate: roundRate(careful[0]) }] : []),
    ];
  }
  const best = search.best(part);
  return best ? [{ about: 'least loss', rate: roundRate(best.lr) }] : [];
}

function sentences(search: RateSearch, searched: readonly Searched[]): string {
  return search.parts.filter(({ end }) => end)
    .map((part, i) => (searched[i] ? sentence(search, part, searched[i].name) : '')).join(' ');
}

/** What was found for an optimizer. */
export function sentence(search: RateSearch, part: Part, name: string): string {
  return search.test ? testSentence(part, name) : sweepSentence(search, part, name);
}

function testSentence({ end }: Part, name: string): string {
  if (!end) return '';
  const { steepest, lowest, careful, atEnd } = end.found;
  const stop = diverged(end) ? ` ${end.explanation}` : '';
  if (!steepest || !lowest || !careful) {
    return `${name}: the loss has not fallen by a tenth anywhere, so that no rate can be told; more batches may help.${stop}`;
  }
  const end2 = atEnd ? ' It was still falling at the end of the range: look further up.' : '';
  return `${name}: the loss falls fastest at ${plain(steepest[0], 2)}, a rate to begin with; it is lowest at ${plain(lowest[0], 2)},`
    + ` where it is soon too large: a tenth of that, ${plain(careful[0], 2)}, is the other usual choice.${stop}${end2}`;
}

function sweepSentence(search: RateSearch, part: Part, name: string): string {
  const best = search.best(part);
  if (!best) return `${name}: diverges at every rate.`;
  const above = search.divergedAt(part).filter((rate) => rate > best.lr);
  const rates = search.values(part, 'lr') as number[];
  const edge = best.lr === rates[0] || best.lr === rates.at(-1) ? ' That is at the end of the range: look beyond it.' : '';
  return `${name}: the least loss, ${plain(best.loss)}, is at ${plain(best.lr, 2)}`
    + `${above.length > 0 ? `; it diverges at ${plain(Math.min(...above), 2)}` : ''}.${edge}`;
}

/** What none of it can tell. */
export function caution(search: RateSearch): string {
  if (search.study) return STUDY_CAUTION;
  return search.test
    ? 'One short training, by one seed: it says nothing of what a rate does late in training. The smoothed curve lags by a twentieth of the range.'
      + ' Optimizers whose own rates shrink or adapt have their curves elsewhere than gradient descent: compare shapes, not places. Check by training.'
    : 'Short trainings by one seed: the rate that is ahead early need not be ahead late, when smaller ones often are. Check by training.';
}

/** How far it is. */
export function progress(search: RateSearch, searched: readonly Searched[], rows: number): string {
  const under = search.parts.findIndex(({ end }) => !end);
  const i = under >= 0 ? under : search.parts.length;
  if (i >= searched.length) return '';
  const done = search.parts[i]?.rows.length ?? 0;
  return `${searched[i].name}: ${search.test ? 'batch' : search.study ? 'trial' : 'rate'} ${Math.min(done, rows)} of ${rows}…`;
}
