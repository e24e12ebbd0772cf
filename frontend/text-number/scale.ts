/** The values that a number in a text takes as the hand drags it. */
import { neighbor, positionOf, stopAt, stops } from '../log-slider/log-scale';
import { decimals, plain, roundedTo } from '../numbers/numbers';

export interface Range {
  low: number;
  high: number;
  /** The step from value to value, or round values on a logarithmic scale, whole ones or any. */
  by: number | 'log' | 'whole';
}

/** Pixels from one end to the other. */
const WAY = 320;
/** From here on a number is not written out. */
const MOST = 1e6;

/** The value that lies so many pixels to the right of another. */
export function dragged(from: number, pixels: number, { low, high, by }: Range): number {
  const part = pixels / WAY;
  return typeof by === 'number'
    ? stepped(from + part * (high - low), low, high, by)
    : stopAt(positionOf(from, low, high) + part, stopsOf(low, high, by));
}

/** The value that so many steps lead to. */
export function moved(from: number, steps: number, { low, high, by }: Range): number {
  if (typeof by === 'number') return stepped(from + steps * by, low, high, by);
  const all = stopsOf(low, high, by);
  let value = from;
  for (let i = 0; i < Math.abs(steps); i++) value = neighbor(value, steps > 0 ? 1 : -1, all);
  return value;
}

function stopsOf(low: number, high: number, by: 'log' | 'whole'): number[] {
  const all = stops(low, high);
  return by === 'log' ? all : [...new Set(all.map(Math.round))];
}

function stepped(value: number, low: number, high: number, by: number): number {
  const places = Math.max(0, -Math.floor(Math.log10(by) + 1e-9));
  return Math.min(high, Math.max(low, roundedTo(low + Math.round((value - low) / by) * by, places)));
}

/** Writes numbers with as many decimals as a printed one has; tiny and huge ones with two digits. */
export function likePrinted(printed: string): (value: number) => string {
  const point = printed.indexOf('.');
  const decimalCount = point < 0 ? 0 : printed.length - point - 1;
  const least = 0.5 * 10 ** -decimalCount;
  return (value) => {
    const size = Math.abs(value);
    const plainly = printed.includes('e') || (value !== 0 && size < least) || size >= MOST || !Number.isFinite(value);
    return plainly ? plain(value, 2) : decimals(value, decimalCount);
  };
}
