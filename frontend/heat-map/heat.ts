/** A heat map as its data: final f over a grid of rates and of another setting. */
import type { SweepPoint } from '../sweep-chart/sweep';
import { rounded } from '../numbers/numbers';
import { diverged } from '../stream/outcome';

/** What a heat map can be over, as the page offers it. */
export interface HeatChoice {
  /** Which optimizer of the race, from 0. */
  series: number;
  /** The other setting. */
  key: string;
  /** The optimizer with its two ranges. */
  spec: string;
  /** Whether the other setting's range is even in its logarithm. */
  logarithmic: boolean;
  /** What the race has. */
  lr: number;
  value: number;
}

export interface HeatPoint extends SweepPoint {
  value: number;
}

/** By rising value of the other setting and then by rising rate. */
export interface Heat {
  columns: number;
  rows: number;
  points: readonly HeatPoint[];
}

/** What the event `settings-pick` tells. */
export interface SettingsPick {
  series: number;
  key: string;
  lr: number;
  value: number;
}

/** The grid in points that came; undefined if they are none. */
export function heatOf(points: readonly HeatPoint[]): Heat | undefined {
  const columns = points.findIndex(({ value }) => value !== points[0].value);
  if (columns < 2 || points.length % columns !== 0) return undefined;
  return { columns, rows: points.length / columns, points };
}

/** The index of the lowest end; undefined if all diverge. */
export function lowest(heat: Heat): number | undefined {
  let found: number | undefined;
  heat.points.forEach((point, i) => {
    if (diverged(point) || point.f === null) return;
    if (found === undefined || point.f < heat.points[found].f!) found = i;
  });
  return found;
}

/**
 * How good an end is, from 0, the lowest of all, to 1, f at the start and all above; where nothing is below 0 and the lowest
 * is far below the start, on a logarithmic scale of at most twelve decades. Undefined where it ran away.
 */
export function shareOf(point: HeatPoint, least: number, start: number): number | undefined {
  if (diverged(point) || point.f === null) return undefined;
  if (least >= 0 && start > 0) {
    const floor = Math.max(least, start * 1e-12);
    const whole = Math.log(start / floor);
    return whole > 0 ? clamp(Math.log(Math.max(point.f, floor) / floor) / whole) : point.f > least ? 1 : 0;
  }
  return start > least ? clamp((point.f - least) / (start - least)) : point.f > least ? 1 : 0;
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

/** Where a value lies along an axis of so many places, from 0 to count - 1; between two of them too. */
export function placeOf(values: readonly number[], value: number, logarithmic: boolean): number {
  const at = (one: number) => (logarithmic ? Math.log(one) : one);
  const first = at(values[0]);
  const last = at(values[values.length - 1]);
  return ((at(value) - first) / (last - first)) * (values.length - 1);
}

export function ratesOf(heat: Heat): number[] {
  return heat.points.slice(0, heat.columns).map(({ lr }) => lr);
}

export function valuesOf(heat: Heat): number[] {
  return Array.from({ length: heat.rows }, (_, row) => heat.points[row * heat.columns].value);
}

/** The point that a key leads to; the index itself at an edge. Undefined if the key leads nowhere. */
export function beside({ columns, rows }: Heat, index: number, key: string): number | undefined {
  const column = index % columns;
  const row = Math.floor(index / columns);
  const to = (c: number, r: number) => Math.min(Math.max(r, 0), rows - 1) * columns + Math.min(Math.max(c, 0), columns - 1);
  switch (key) {
    case 'ArrowLeft': return to(column - 1, row);
    case 'ArrowRight': return to(column + 1, row);
    case 'ArrowUp': return to(column, row + 1);
    case 'ArrowDown': return to(column, row - 1);
    case 'PageUp': return to(column, row + 5);
    case 'PageDown': return to(column, row - 5);
    case 'Home': return to(0, row);
    case 'End': return to(columns - 1, row);
    default: return undefined;
  }
}

/** A setting to three digits, as a person would write it; those near 1 keep what tells them from 1. */
export function roundSetting(value: number): number {
  return value > 0.9 && value < 1 ? rounded(1 - rounded(1 - value, 2), 12) : rounded(value, 3);
}

/** The query of a heat map, of the query of the race. */
export function heatQuery(query: string, { spec }: HeatChoice): string {
  const rest = query.split('&').filter((pair) => !pair.startsWith('run='));
  return [...rest, `run=${encodeURIComponent(spec)}`].join('&');
}
