/** What of a step's anatomy is drawn on the plane, in its coordinates. */
import { termOf, valueOf, type Anatomy, type Term } from '../race/anatomy';
import type { Series } from '../race/trace';

type Point = readonly [number, number];

export interface Segment {
  from: Point;
  to: Point;
}

/** What one gradient of the past adds, or all older ones. */
export interface ChainLink extends Segment {
  /** Steps ago; 0 for the gradient of the step itself. */
  age: number;
}

export interface Marks {
  step: Segment;
  /** The gradient against its direction, as long as the learning rate makes it. */
  downhill?: Segment;
  /** Oldest first, head to tail. */
  chain: ChainLink[];
  /** The two rates, as shares of the largest that the run has had. */
  rates?: Point;
}

export function marksOf(anatomy: Anatomy, series: Series): Marks | undefined {
  const [x, to, eta] = (['point', 'next', 'schedule'] as const).map((role) =>
    (role === 'point' ? anatomy.terms.find((term) => term.role === role) : termOf(anatomy, role)));
  if (!x || !to) return undefined;
  const from = pair(x);
  const g = anatomy.terms.find((term) => term.role === 'gradient');
  const downhill = g && eta ? { from, to: plus(from, pair(g), -eta.values[0]) } : undefined;
  return { step: { from, to: pair(to) }, downhill, chain: chainOf(anatomy, from), rates: ratesOf(anatomy, series) };
}

function chainOf(anatomy: Anatomy, start: Point): ChainLink[] {
  if (anatomy.chain.length < 2) return [];
  let from = start;
  return anatomy.chain.toReversed().map(({ step, values }) => {
    const link = { from, to: plus(from, values, 1), age: anatomy.step - step };
    from = link.to;
    return link;
  });
}

function ratesOf(anatomy: Anatomy, series: Series): Point | undefined {
  const rate = termOf(anatomy, 'rate');
  if (!rate || rate.values.length < 2) return undefined;
  const at = (step: number) => [series.at(step, 'rate1'), series.at(step, 'rate2')].map(Math.abs);
  let largest = 0;
  for (let step = 1; step <= series.lastStep; step++) largest = Math.max(largest, ...at(step).filter(Number.isFinite));
  const [one, other] = at(anatomy.step);
  return largest > 0 ? [one / largest, other / largest] : undefined;
}

function pair(term: Term): Point {
  return [valueOf(term, 0), valueOf(term, 1)];
}

function plus([x1, x2]: Point, by: Point, factor: number): Point {
  return [x1 + factor * by[0], x2 + factor * by[1]];
}
