/** Many noisy descents of one optimizer, and what becomes of f among them. */
import type { Outcome } from '../stream/outcome';

export interface CloudPoint {
  seed: number;
  step: number;
  x1: number | null;
  x2: number | null;
  f: number | null;
  /** At the last of a seed. */
  outcome: Outcome | null;
}

export interface Band {
  step: number;
  low: number;
  middle: number;
  high: number;
}

/** The points of each seed, in their order. */
export function bySeed(points: readonly CloudPoint[]): CloudPoint[][] {
  const seeds = new Map<number, CloudPoint[]>();
  for (const point of points) {
    const its = seeds.get(point.seed);
    if (its) its.push(point);
    else seeds.set(point.seed, [point]);
  }
  return [...seeds.values()];
}

/**
 * The value below which that share of the sorted values lies: at place (n - 1) share, between two of them in proportion, as
 * NumPy has it by default. Infinite where it falls among those that ran away.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const part = place - below;
  const low = sorted[below];
  return part === 0 ? low : sorted[below + 1] === Infinity ? Infinity : low + part * (sorted[below + 1] - low);
}

/** The 10 %, 50 % and 90 % quantiles of f at each step that has rows. One that has run away counts as infinite from there on. */
export function bandsOf(seeds: readonly (readonly CloudPoint[])[]): Band[] {
  const steps = [...new Set(seeds.flatMap((points) => points.filter(({ outcome }) => outcome !== 'diverged').map(({ step }) => step)))]
    .sort((a, b) => a - b);
  const heights = seeds.map((points) => new Map(points.map((point) => [point.step, heightOf(point)])));
  return steps.map((step) => {
    const sorted = heights.map((each) => each.get(step) ?? Infinity).sort((a, b) => a - b);
    return { step, low: quantile(sorted, 0.1), middle: quantile(sorted, 0.5), high: quantile(sorted, 0.9) };
  });
}

function heightOf({ f, outcome }: CloudPoint): number {
  return f === null || outcome === 'diverged' ? Infinity : f;
}

/** The last point of each seed. */
export function endsOf(seeds: readonly (readonly CloudPoint[])[]): CloudPoint[] {
  return seeds.map((points) => points[points.length - 1]);
}
