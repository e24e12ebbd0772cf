/** Which handle of a plane is meant, and where the hand puts an eigenvalue. Knows nothing of drawing. */
import type { Frame } from '../drawing/frame';
import { rounded } from '../numbers/numbers';
import type { Complex, Freedom } from '../spectrum-lab/portrait';

export interface Near {
  kind: 'center' | 'eigenvalue';
  index: number;
}

/** Of what is moved: sums of round steps are round again. */
const DIGITS = 12;

/** Rounds a coordinate to steps. */
export function rounder(step: number): (value: number) => number {
  return (value) => rounded(Math.round(value / step) * step, DIGITS) + 0;
}

/**
 * Where an eigenvalue goes that the hand wants at a place: to the nearest of round steps that it is free to go to. One of a pair
 * does not come to the real axis.
 */
export function placed(freedom: Freedom, from: Complex, [x, y]: Complex, step: number): Complex {
  const round = rounder(step);
  if (freedom === 'axis') return [round(x), 0];
  if (freedom === 'plane') return [round(x), round(y)];
  const side = Math.sign(from[1]);
  return [round(x), side * Math.max(round(side * y), rounded(step, DIGITS))];
}

/** Which of some values is nearest to a place. */
export function nearest(values: readonly Complex[], [x, y]: Complex): number {
  const distances = values.map(([re, im]) => Math.hypot(re - x, im - y));
  return distances.indexOf(Math.min(...distances));
}

/**
 * The handle nearest to a pixel, if one is within reach. Where a center and an eigenvalue are at one place, as for a diagonal
 * matrix, it is the eigenvalue; both do the same then.
 */
export function handleAt(
  frame: Frame, px: number, py: number, reach: number, centers: readonly Complex[], eigenvalues: readonly Complex[],
): Near | undefined {
  let found: Near | undefined;
  let least = reach;
  const look = (kind: Near['kind'], values: readonly Complex[]) => values.forEach(([re, im], index) => {
    const distance = Math.hypot(frame.px(re) - px, frame.py(im) - py);
    if (distance < least) {
      least = distance;
      found = { kind, index };
    }
  });
  look('eigenvalue', eigenvalues);
  look('center', centers);
  return found;
}
