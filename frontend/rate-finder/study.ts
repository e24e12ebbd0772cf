/** What a fair study says in words, and its diagram. Knows nothing of drawing. */
import type { Curve, Diagram } from '../line-diagram/diagram';
import { decimals, plain } from '../numbers/numbers';
import { duration } from '../training-chart/words';
import type { Part, RateSearch, Searched } from './search';

/** So sure one has to be to say that one leads. */
const SURE = 0.95;

/** Heights beyond so many times the loss of the worst start are of no interest. */
const HEADROOM = 1.1;

export const STUDY_CAUTION = 'Rates were drawn at random, as many for each optimizer, from ranges as many decades wide about the rate that it has above: another middle, another'
  + ' width or number of trials may lead to another answer. A trial that did worse than no training counts as none. All trials begin at one start, so that the spread is'
  + ' that of the choice of rates and not of the seed, nor of which examples happened to be held out: another seed may have another leader. The best of many is estimated from the same trials, and its spread is too small where only few did well.';

/** The parts of optimizers, without the comparison that comes after them. */
export function optimizersOf(search: RateSearch, searched: readonly Searched[]): Part[] {
  return search.parts.slice(0, searched.length);
}

/** The expected best against the number of trials, and each trial at its rate; undefined before the first trial. */
export function studyDiagram(search: RateSearch, searched: readonly Searched[]): Diagram | undefined {
  const parts = optimizersOf(search, searched);
  const clouds = parts.map((part, i) => cloudOf(search, part, searched[i]));
  const rates = clouds.flatMap(({ x }) => x);
  const losses = clouds.flatMap(({ y }) => y).filter((loss): loss is number => loss !== null);
  if (losses.length === 0) return undefined;
  const starts = parts.flatMap(({ end }) => end?.found.start ?? []);
  const high = Math.min(HEADROOM * Math.max(...losses), HEADROOM * Math.max(...starts, Math.min(...losses)));
  const y = { name: 'loss on what is held out', log: false, low: 0, high };
  const best = parts.flatMap((part, i) => bestOf(part, searched[i]));
  const panels = [{
    title: 'Each trial at its rate', x: { name: 'learning rate', log: true, ...widened(rates) }, y, curves: clouds,
  }];
  const most = Math.max(0, ...best.map(({ x }) => x.length));
  return {
    says: sentences(search, searched),
    panels: most > 1 ? [{
      title: 'Expected best of so many trials',
      x: { name: 'trials', log: false, low: 1, high: most },
      y,
      curves: best,
    }, ...panels] : panels,
    numbers: {},
  };
}

function cloudOf(search: RateSearch, part: Part, { name, optimizer }: Searched): Curve {
  const trials = search.values(part, 'test');
  const heldOut = search.values(part, 'heldOut');
  const rows = trials.map((_, i) => i).filter((i) => trials[i] === null);
  const lr = search.values(part, 'lr') as number[];
  return { name, look: optimizer, style: 'DOTS', x: rows.map((i) => lr[i]), y: rows.map((i) => heldOut[i]) };
}

function bestOf({ end }: Part, { name, optimizer }: Searched): Curve[] {
  const { expected } = end?.found ?? {};
  if (!expected) return [];
  const x = expected.map((_, i) => i + 1);
  // Some of them are marked, so that lines are told apart without their colors.
  const marked = x.filter((k) => k === x.length || Number.isInteger(Math.log2(k)));
  return [
    { name: `${name}, expected`, look: optimizer, style: 'LINE', x, y: expected },
    { name, look: optimizer, style: 'DOTS', x: marked, y: marked.map((k) => expected[k - 1]) },
  ];
}

function widened(rates: readonly number[]): { low: number; high: number } {
  return { low: 0.8 * Math.min(...rates), high: 1.25 * Math.max(...rates) };
}

/** Which one leads, and whether that may be said. */
export function sentences(search: RateSearch, searched: readonly Searched[]): string {
  const parts = optimizersOf(search, searched);
  if (parts.length < searched.length || parts.some(({ end }) => !end?.found.expected)) return '';
  const [{ end }] = parts;
  const [train, held, tests] = end!.found.examples!;
  const data = `${train} examples train, ${held} others choose, and ${tests} others test, once, what was chosen.`;
  const { leader, ahead, confirmed } = search.parts[searched.length]?.end?.found ?? {};
  if (!leader || !ahead || !confirmed) return data;
  const [first] = leader;
  const others = searched.map((_, i) => i).filter((i) => i !== first);
  if (others.length === 0) return data;
  const name = searched[first].name;
  const unsure = others.filter((i) => ahead[i] < SURE);
  const denied = others.filter((i) => !confirmed[i]);
  const names = (some: readonly number[]) => some.map((i) => searched[i].name).join(' or ');
  const shares = others.map((i) => `of ${searched[i].name} with a chance of ${decimals(100 * ahead[i], 0)} %`).join(', ');
  const verdict = unsure.length > 0
    ? `${name} is ahead, but the spread does not allow to say that it is better than ${names(unsure)}`
    : denied.length > 0
      ? `${name} is ahead on what is held out, but not of ${names(denied)} in the test: it is not to be said that it is better`
      : `${name} leads, and the spread allows to say so, as does the test`;
  return `${verdict}: were the trials drawn again from these, its best would be ahead ${shares}. ${data}`;
}

/** The row of an optimizer in the table. */
export function cells(search: RateSearch, part: Part | undefined, trials: number): string[] {
  const found = part?.end?.found;
  const seconds = part ? search.values(part, 'seconds').reduce<number>((sum, value) => sum + (value ?? 0), 0) : 0;
  if (!found?.expected) return COLUMNS.map(() => '');
  const at = found.expected.length - 1;
  const range = found.range!.map((rate) => plain(rate, 2)).join(' to ');
  const test = found.test?.length ? plain(found.test[0]) + (found.test.length > 1 ? ` (${decimals(100 * found.test[1], 1)} %)` : '') : '–';
  return [
    range,
    `${plain(found.expected[at])} (${plain(found.low![at])} to ${plain(found.high![at])})`,
    found.chosen ? plain(found.chosen[1], 2) : '–',
    test,
    `${found.failed?.[0] ?? 0} of ${trials}`,
    duration(seconds),
  ];
}

export const COLUMNS = ['rates drawn from', 'best of all, held out, and 90 % of it', 'chosen rate', 'its test', 'failed', 'training'];
