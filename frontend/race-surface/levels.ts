/**
 * Heights at which contours are drawn. They belong to an objective rather than to a view: while the view is moved the
 * lines stay where they are, and only where it leaves too few of them are finer ones put in.
 */
import { roundNear } from '../drawing/axis';

export interface Scale {
  /** Geometric: base + ratio^k. Linear: step * k. */
  kind: 'geometric' | 'linear';
  base: number;
  ratio: number;
  step: number;
  /** The heights at which the shading begins and ends. */
  low: number;
  high: number;
}

const WANTED = 12;
const MOST = 28;
const FEWEST = 5;
const RATIOS = [1.25, 1.5, 2, 3, 4, 6, 10, 30, 100, 1000];
const BOTTOM_SHARE = 0.004;
const TOP_SHARE = 0.98;
/** Where the median of the heights lies below this share of their range, equal steps would crowd at the top. */
const SKEWED = 0.44;

/** The scale for a field, of which some values may not be finite; undefined where it is flat or empty. */
export function scaleOf(values: ArrayLike<number>): Scale | undefined {
  const heights = Float64Array.from(Array.from(values).filter(Number.isFinite)).sort();
  if (heights.length < 4) return undefined;
  const lowest = heights[0];
  const at = (share: number) => heights[Math.min(heights.length - 1, Math.round(share * (heights.length - 1)))];
  const top = Math.max(at(TOP_SHARE), lowest);
  const range = top - lowest;
  if (!(range > Math.abs(lowest) * 1e-9) || !Number.isFinite(range)) return undefined;
  if ((at(0.5) - lowest) / range > SKEWED) {
    return { kind: 'linear', base: lowest, ratio: 1, step: roundNear(range / WANTED), low: lowest, high: top };
  }
  const bottom = Math.max(at(BOTTOM_SHARE) - lowest, range * 1e-9);
  const ideal = (range / bottom) ** (1 / WANTED);
  const ratio = RATIOS.find((one) => one >= ideal * 0.9) ?? RATIOS[RATIOS.length - 1];
  return { kind: 'geometric', base: lowest, ratio, step: 0, low: lowest + bottom, high: top };
}

/** The scale with its base moved down to a lower height that another view has found. */
export function lowered(scale: Scale, lowest: number): Scale {
  if (scale.kind !== 'geometric' || !(lowest < scale.base)) return scale;
  return { ...scale, base: lowest };
}

/** The contour heights inside a range, ascending. */
export function levelsIn(scale: Scale, lowest: number, highest: number): number[] {
  if (!(highest > lowest)) return [];
  const levels = scale.kind === 'geometric'
    ? geometric(scale, lowest, highest) : multiples(scale.step, lowest, highest);
  if (levels.length >= FEWEST) return levels;
  // The view holds a slope between two contours: equal steps show it.
  const finer = multiples(roundNear((highest - lowest) / WANTED), lowest, highest);
  return finer.length > levels.length ? finer : levels;
}

/** How far up the scale a height lies, from 0 to 1. */
export function shadeOf(scale: Scale, height: number): number {
  const share = scale.kind === 'geometric'
    ? Math.log(Math.max(height - scale.base, Number.MIN_VALUE) / (scale.low - scale.base || Number.MIN_VALUE))
      / Math.log((scale.high - scale.base) / (scale.low - scale.base || Number.MIN_VALUE))
    : (height - scale.low) / (scale.high - scale.low);
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

function multiples(step: number, lowest: number, highest: number): number[] {
  let wide = step;
  while ((highest - lowest) / wide > MOST) wide *= 2;
  const first = Math.floor(lowest / wide) + 1;
  const last = Math.ceil(highest / wide) - 1;
  return last < first ? [] : Array.from({ length: Math.min(MOST + 1, last - first + 1) }, (_, i) => (first + i) * wide);
}
