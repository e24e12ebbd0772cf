/** The heights of an objective on a grid, as the server sends them. */
import { rounded } from '../numbers/numbers';
import type { Ground } from '../race/race-model';
import type { Window } from '../race/trace';

export interface Field {
  window: Window;
  columns: number;
  rows: number;
  /** Row-major from (x1min, x2min), both ends of both axes included; not all values need be finite. */
  values: Float32Array;
}

const CELL = 5;
const LEAST = 48;
const MOST = 256;

/** How fine a grid a canvas needs. */
export function gridFor(width: number, height: number): { columns: number; rows: number } {
  const count = (size: number) => Math.min(MOST, Math.max(LEAST, Math.round(size / CELL)));
  return { columns: count(width), rows: count(height) };
}

export async function fetchField(
  query: string, window: Window, columns: number, rows: number, signal: AbortSignal,
): Promise<Field> {
  const asked = `${query}&window=${window.map((edge) => rounded(edge, 12)).join(',')}&columns=${columns}&rows=${rows}`;
  const response = await fetch(`stream/field?${asked}`, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength !== columns * rows * 4) throw new Error('The field has another size than was asked.');
  return { window, columns, rows, values: littleEndian(bytes) };
}

/** Heights that came together with a race. */
export function fieldOf({ view: { window, columns, rows }, bytes }: Ground): Field {
  return { window, columns, rows, values: littleEndian(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength) };
}

function littleEndian(bytes: ArrayBuffer, offset = 0, length = bytes.byteLength): Float32Array {
  const view = new DataView(bytes, offset, length);
  const values = new Float32Array(length / 4);
  for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(4 * i, true);
  return values;
}
