/** Round values along an axis of a heat map, with their places. */
import { ticks } from '../drawing/axis';
import { placeOf } from './heat';

const ABOUT = 5;
const EDGE = 1e-9;

export function labelsAlong(values: readonly number[], logarithmic: boolean): { place: number; value: number }[] {
  const [least, most] = [values[0], values[values.length - 1]];
  return (logarithmic ? decades(least, most) : ticks(least, most, ABOUT).values)
    .map((value) => ({ value, place: placeOf(values, value, logarithmic) }));
}

/** Powers of ten, not too many. */
function decades(least: number, most: number): number[] {
  const from = Math.ceil(Math.log10(least) - EDGE);
  const to = Math.floor(Math.log10(most) + EDGE);
  const stride = Math.ceil((to - from + 1) / (ABOUT + 1));
  return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, i) => Number(`1e${from + i * stride}`));
}
