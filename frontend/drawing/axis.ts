/** Axes with round ends and ticks. */
import { multiplesIn, widened } from './round-steps';
import { powerOfTen, type Scale } from './scale';

export interface Axis {
  min: number;
  max: number;
  /** How many equal steps the labels take. */
  intervals: number;
}

/** Beyond this, neighboring doubles are farther apart than ticks. */
const MOST_DECIMALS = 15;

/** An axis with round ends that holds low to high, in about so many intervals. */
export function axisOf(low: number, high: number, about: number): Axis {
  const [min, max] = widened(low, high > low ? high : low + (Math.abs(low) || 1), about);
  return { min, max, intervals: multiplesIn(min, max, about).length - 1 };
}

/** The same for decimal logarithms in whole decades, and no more intervals than that: fives would leave much empty. */
export function decadesOf(low: number, high: number, most: number): Axis {
  const min = Math.floor(low);
  const span = Math.max(1, Math.ceil(high) - min);
  const stride = Math.ceil(span / most);
  const intervals = Math.ceil(span / stride);
  return { min, max: min + stride * intervals, intervals };
}

/** The values at an axis's labels. */
export function labelsOf({ min, max, intervals }: Axis): number[] {
  const step = (max - min) / intervals;
  return Array.from({ length: intervals + 1 }, (_, i) => min + i * step)
    .map((value) => (Math.abs(value) < step / 1e6 ? 0 : value));
}

/** About so many round values inside a range, with the decimals that they need. */
export function ticks(low: number, high: number, about: number): { values: number[]; decimals: number } {
  if (!(high > low) || !Number.isFinite(high - low)) return { values: [], decimals: 0 };
  const values = multiplesIn(low, high, about);
  const step = values.length > 1 ? values[1] - values[0] : high - low;
  return { values, decimals: Math.min(MOST_DECIMALS, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) };
}

/** The powers of ten on a scale, about so many at most. */
export function decadesIn(scale: Scale, most: number): number[] {
  const [low, high] = [Math.log10(scale.low), Math.log10(scale.high)];
  return multiplesIn(low, high, Math.min(most, high - low)).map(powerOfTen);
}

/** The next of 1, 2, 5 times a power of ten that is not below a positive number. */
export function roundAbove(least: number): number {
  return widened(0, least, 1)[1];
}

/** The same that is not above it. */
export function roundBelow(most: number): number {
  return 1 / roundAbove(1 / most);
}

/** The nearest of them. */
export function roundNear(size: number): number {
  return multiplesIn(0, 10 * size, 10)[1];
}
