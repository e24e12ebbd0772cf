/**
 * What people are told of a number: nothing, where it is nothing beside what it was at the start. A double that has
 * shrunk to less than its own rounding at the start, 1e-16 of it, says 0 to them; f, which goes as the square of a
 * distance, has 1e-32. Tables with all digits, and files, keep what was computed.
 */
import type { Series } from './trace';

const NOTHING = 1e-16;

/** A column's value at a step. */
export function saidAt(series: Series, step: number, column: string): number {
  const value = series.at(step, column);
  if (column === 'f') return saidHeight(value, series.at(0, 'f'));
  const kind = /^([xg])[12]$/.exec(column)?.[1];
  if (!kind) return value;
  const size = Math.hypot(series.at(0, `${kind}1`), series.at(0, `${kind}2`));
  return Math.abs(value) < NOTHING * size ? 0 : value;
}

/** A value of f, of which the race's first is known. */
export function saidHeight(f: number, start: number): number {
  return Math.abs(f) < NOTHING * NOTHING * Math.abs(start) ? 0 : f;
}
