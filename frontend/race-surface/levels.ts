/**
 * Heights at which contours are drawn. They belong to an objective rather than to a view: while the view is moved the
 * lines stay where they are, and only where it leaves too few of them are finer ones put in.
 */
import { roundNear } from '../drawing/axis';

export interface Scale {
  /** Geometric: base + ratio^k. Symmetric: base and base ± ratio^k. Linear: step * k. */
  kind: 'geometric' | 'symmetric' | 'linear';
  base: number;
  ratio: number;
  step: number;
  /** The heights at which the shading begins and ends. */
  low: number;
  high: number;
  /** Heights that equal shares of the plane lie below, ascending. */
  ranks: Float64Array;
}

const WANTED = 14;
const MOST = 28;
const FEWEST = 5;
const RATIOS = [1.25, 1.5, 2, 3, 4, 6, 10, 30, 100, 1000];
const BOTTOM_SHARE = 0.004;
const TOP_SHARE = 0.98;
/** Where the median of the heights lies below this share of their range, equal steps would crowd at the top. */
const SKEWED = 0.44;
/** Where half of the heights lie within this share of their range, equal steps would leave the middle empty. */
const PEAKED = 0.2;
/** So much of the range away from zero, a symmetric scale has zero for its base. */
const NEAR_ZERO = 0.02;
/** Of a symmetric scale: how many times its lowest line its outermost is away from the base. */
const SPAN = 200;
const RANKS = 64;

/** The scale for a field, of which some values may not be finite; undefined where it is flat or empty. */
export function scaleOf(values: ArrayLike<number>): Scale | undefined {
  const heights = Float64Array.from(Array.from(values).filter(Number.isFinite)).sort();
  if (heights.length < 4) return undefined;
  const lowest = heights[0];
  const at = (share: number) => heights[Math.min(heights.length - 1, Math.round(share * (heights.length - 1)))];
  const top = Math.max(at(TOP_SHARE), lowest);
  const range = top - lowest;
  if (!(range > Math.abs(lowest) * 1e-9) || !Number.isFinite(range)) return undefined;
  const shading = { low: lowest, high: top, ranks: Float64Array.from({ length: RANKS + 1 }, (_, i) => at(i / RANKS)) };
  const middle = at(0.5);
  if ((middle - lowest) / range > SKEWED) {
    if (at(0.75) - at(0.25) < PEAKED * range) {
      const base = Math.abs(middle) < range * NEAR_ZERO ? 0 : middle;
      const step = Math.max(top - base, base - lowest) / SPAN;
      return { kind: 'symmetric', base, ratio: ratioFor(SPAN, WANTED / 2), step, ...shading };
    }
    return { kind: 'linear', base: lowest, ratio: 1, step: roundNear(range / WANTED), ...shading };
  }
  const bottom = Math.max(at(BOTTOM_SHARE) - lowest, range * 1e-9);
  const ratio = ratioFor(range / bottom, WANTED);
  return { kind: 'geometric', base: lowest, ratio, step: 0, ...shading, low: lowest + bottom };
}

/** The ratio of one height to the next, so that about so many of them span a range. */
function ratioFor(span: number, count: number): number {
  const ideal = span ** (1 / count);
  return RATIOS.find((one) => one >= ideal * 0.9) ?? RATIOS[RATIOS.length - 1];
}

/** The scale with its base moved down to a lower height that another view has found. */
export function lowered(scale: Scale, lowest: number): Scale {
  if (scale.kind !== 'geometric' || !(lowest < scale.base)) return scale;
  return { ...scale, base: lowest };
}

/** The contour heights inside a range, ascending. */
export function levelsIn(scale: Scale, lowest: number, highest: number): number[] {
  if (!(highest > lowest)) return [];
  const levels = scale.kind === 'geometric' ? geometric(scale, lowest, highest)
    : scale.kind === 'symmetric' ? symmetric(scale, lowest, highest) : multiples(scale.step, lowest, highest);
  if (levels.length >= FEWEST) return levels;
  // The view holds a slope between two contours: equal steps show it.
  const finer = multiples(roundNear((highest - lowest) / WANTED), lowest, highest);
  return finer.length > levels.length ? finer : levels;
}

/**
 * How high a height lies, from 0 to 1: half by its place on the scale and half by how much of the plane lies below it,
 * so that neither a narrow valley nor a wide plain takes all the shades for itself.
 */
export function shadeOf(scale: Scale, height: number): number {
  return (within(shareOf(scale, height)) + rankOf(scale.ranks, height)) / 2;
}

function shareOf({ kind, base, step, low, high }: Scale, height: number): number {
  if (kind === 'linear') return (height - low) / (high - low);
  if (kind === 'symmetric') {
    return (1 + (Math.sign(height - base) * Math.log1p(Math.abs(height - base) / step)) / Math.log1p(SPAN)) / 2;
  }
  const bottom = low - base || Number.MIN_VALUE;
  return Math.log(Math.max(height - base, Number.MIN_VALUE) / bottom) / Math.log((high - base) / bottom);
}

function rankOf(ranks: Float64Array, height: number): number {
  const above = ranks.findIndex((rank) => rank >= height);
  if (above <= 0) return above < 0 ? 1 : 0;
  const part = (height - ranks[above - 1]) / (ranks[above] - ranks[above - 1]);
  return (above - 1 + part) / (ranks.length - 1);
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function geometric(scale: Scale, lowest: number, highest: number): number[] {
  const exponent = (height: number) => Math.log(height - scale.base) / Math.log(scale.ratio);
  const last = Math.floor(exponent(highest));
  // Towards a minimum there is no lowest line; what is below the scale's bottom is drawn only as far as it helps.
  const floor = lowest > scale.base ? exponent(lowest) : -Infinity;
  const first = Math.max(Math.ceil(floor), last - MOST + 1);
  const levels: number[] = [];
  for (let k = first; k <= last; k++) {
    const level = scale.base + scale.ratio ** k;
    if (level > lowest && level < highest && level > scale.base) levels.push(level);
  }
  return levels;
}

/** The base and its neighbors on both sides, ever farther. */
function symmetric({ base, ratio, step }: Scale, lowest: number, highest: number): number[] {
  const levels = [base];
  for (let away = step; (base + away < highest || base - away > lowest) && levels.length < MOST; away *= ratio) {
    levels.push(base + away);
    levels.unshift(base - away);
  }
  return levels.filter((level) => level > lowest && level < highest);
}

function multiples(step: number, lowest: number, highest: number): number[] {
  let wide = step;
  while ((highest - lowest) / wide > MOST) wide *= 2;
  const first = Math.floor(lowest / wide) + 1;
  const last = Math.ceil(highest / wide) - 1;
  return last < first ? [] : Array.from({ length: Math.min(MOST + 1, last - first + 1) }, (_, i) => (first + i) * wide);
}
