/** The slice as a field of heights, and the paths on it, as what draws the surface lab's plot takes them. Knows nothing of drawing. */
import { colorOf, lookOf } from '../palette/palette';
import type { Path } from '../race-surface/draw-paths';
import type { Field } from '../race-surface/field';
import type { Window } from '../race/trace';
import type { Grid, Outlook, Own, Track } from '../training-chart/landscape';
import type { TrainingSeries } from '../training-chart/training-run';

/** Coarse grids are drawn as fine as this, straight between their points. */
const COLUMNS = 51;

export function windowOf({ left, bottom, size }: Outlook): Window {
  return [left, left + size, bottom, bottom + size];
}

/** How many points a grid has from left to right. */
export function sideOf({ side }: Outlook, { stride }: Grid): number {
  return (side - 1) / stride + 1;
}

/** The heights of a grid; NaN where a loss is not finite, or not known. */
export function fieldOf(outlook: Outlook, grid: Grid): Field {
  const side = sideOf(outlook, grid);
  const heights = grid.losses.map((loss) => loss ?? NaN);
  const columns = Math.max(side, COLUMNS);
  const values = new Float32Array(columns * columns);
  for (let row = 0; row < columns; row++) {
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = between(heights, side, column, row, (side - 1) / (columns - 1));
    }
  }
  return { window: windowOf(outlook), columns, rows: columns, values };
}

function between(heights: number[], side: number, column: number, row: number, share: number): number {
  const x = Math.min(Math.floor(column * share + 1e-9), side - 2);
  const y = Math.min(Math.floor(row * share + 1e-9), side - 2);
  const [dx, dy] = [column * share - x, row * share - y];
  const at = (i: number, j: number) => heights[(y + j) * side + x + i];
  // What has no weight must not count, not even as no number.
  const mix = (a: number, b: number, part: number) => (part < 1e-9 ? a : part > 1 - 1e-9 ? b : a + part * (b - a));
  return mix(mix(at(0, 0), at(1, 0), dx), mix(at(0, 1), at(1, 1), dx), dy);
}

/** A point of the grid and its loss. */
export interface Reading {
  x: number;
  y: number;
  loss: number | null;
  error: number | null;
}

/** The point of the grid that is nearest to a place. */
export function readingAt(outlook: Outlook, grid: Grid, [x, y]: readonly [number, number]): Reading {
  const side = sideOf(outlook, grid);
  const step = outlook.size / (side - 1);
  const index = (value: number, from: number) => Math.min(Math.max(Math.round((value - from) / step), 0), side - 1);
  const [column, row] = [index(x, outlook.left), index(y, outlook.bottom)];
  return {
    x: outlook.left + column * step,
    y: outlook.bottom + row * step,
    loss: grid.losses[row * side + column],
    error: grid.errors[row * side + column],
  };
}

const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1],
};

/** Where a key leads from a place: to the next point of the grid; undefined for other keys. */
export function movedBy(
  key: string, outlook: Outlook, grid: Grid, from: readonly [number, number],
): readonly [number, number] | undefined {
  const way = KEYS[key];
  if (!way) return undefined;
  const step = outlook.size / (sideOf(outlook, grid) - 1);
  const to = readingAt(outlook, grid, [from[0] + way[0] * step, from[1] + way[1] * step]);
  return [to.x, to.y];
}

/** A path as a race's is drawn, in its optimizer's color and marker. */
export function pathOf(track: Pick<Track, 'x' | 'y'>, series: TrainingSeries | undefined, dark: boolean): Path {
  const look = lookOf(series?.header.optimizer ?? '', series?.appearance);
  return {
    values: Float64Array.from({ length: 2 * track.x.length }, (_, i) => (i % 2 ? track.y : track.x)[i >> 1]),
    stride: 2,
    first: 0,
    second: 1,
    shown: track.x.length,
    color: colorOf(series?.header.optimizer ?? '', dark),
    shape: look.shape,
    hollow: look.hollow,
    dash: look.dash,
    handovers: [],
    lost: false,
  };
}

/** A square that holds all of some paths, each about its own mean, with some air. */
export function windowAround(owns: readonly Own[]): Window {
  const most = owns.flatMap(({ x, y }) => [...x, ...y]).reduce((far, value) => Math.max(far, Math.abs(value)), 1e-9);
  return [-1.15 * most, 1.15 * most, -1.15 * most, 1.15 * most];
}
