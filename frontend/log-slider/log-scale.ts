import { logarithmic } from '../drawing/scale';

/** The values on which a log-scale slider stops: round numbers, nearly evenly spread over each decade. */
const MANTISSAS = [
  1, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.3, 3.6, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9,
];

/** Of a value that no rounder one stands for. */
const MOST_DIGITS = 6;

/** All stops from min to max, both included, rising. Both must be positive, min below max. */
export function stops(min: number, max: number): number[] {
  const first = Math.floor(Math.log10(min));
  const last = Math.floor(Math.log10(max));
  const found = [min];
  for (let decade = first; decade <= last; decade++) {
    for (const mantissa of MANTISSAS) {
      // By way of text: 4 * 10 ** -3 would not be the double that "0.004" is.
      const stop = Number(`${mantissa}e${decade}`);
      if (stop > min && stop < max) found.push(stop);
    }
  }
  found.push(max);
  return found;
}

/** Where a value lies on the scale, 0 at min and 1 at max; values outside lie at the ends. */
export function positionOf(value: number, min: number, max: number): number {
  return logarithmic([min, max], [0, 1])(Math.max(min, Math.min(max, value)));
}

/** The stop nearest to a position. */
export function stopAt(position: number, scale: number[]): number {
  const min = scale[0];
  const max = scale[scale.length - 1];
  const at = logarithmic([min, max], [0, 1]);
  let nearest = min;
  let least = Infinity;
  for (const stop of scale) {
    const distance = Math.abs(at(stop) - position);
    if (distance < least) {
      least = distance;
      nearest = stop;
    }
  }
  return nearest;
}

/**
 * The roundest value that a pointer at a position can mean: every pixel of the way has one of its own, and where a round number
 * lies in a pixel, it is that.
 *
 * @param way the scale's length in pixels
 */
export function roundValueAt(position: number, min: number, max: number, way: number): number {
  if (position <= 0) return min;
  if (position >= 1) return max;
  const value = min * (max / min) ** position;
  const halfPixel = (max / min) ** (0.5 / Math.max(1, way));
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const round = Number(value.toPrecision(digits));
    if (round >= min && round <= max && round <= value * halfPixel && round * halfPixel >= value) return round;
  }
  return Number(value.toPrecision(MOST_DIGITS));
}

/** The stop next above (direction 1) or below (direction -1) a value, which need not be a stop itself. */
export function neighbor(value: number, direction: 1 | -1, scale: number[]): number {
  if (direction > 0) return scale.find((stop) => stop > value) ?? scale[scale.length - 1];
  return scale.findLast((stop) => stop < value) ?? scale[0];
}
