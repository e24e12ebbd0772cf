/** The values that a number in a text takes as the hand drags it. */
import { neighbor, positionOf, stopAt, stops } from '../log-slider/log-scale';
import { roundedTo } from '../numbers/numbers';

export interface Range {
  low: number;
  high: number;
  /** The step from value to value, or round values on a logarithmic scale, whole ones or any. */
  by: number | 'log' | 'whole';
}

/** Pixels from one end to the other. */
const WAY = 320;

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
  const decimals = Math.max(0, -Math.floor(Math.log10(by) + 1e-9));
  return Math.min(high, Math.max(low, roundedTo(low + Math.round((value - low) / by) * by, decimals)));
}

/** Writes numbers with as many decimals as a printed one has; tiny and huge ones with two digits. */
export function likePrinted(printed: string): (value: number) => string {
  const digits = printed.replace(/^[-\u2212]/, '');
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const size = Math.abs(Number(digits));
  return (value) => {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? '\u2013' : value > 0 ? '\u221e' : '\u2212\u221e';
    const tiny = value !== 0 && Math.abs(value) < 0.5 * 10 ** -decimals;
    const text = tiny || Math.abs(value) >= 1e6 ? String(Number(value.toPrecision(2))) : value.toFixed(size >= 1000 ? 0 : decimals);
    return text.replace('-', '\u2212');
  };
}
