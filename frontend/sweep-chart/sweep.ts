/** A sweep as its data: a curve of final values for each optimizer, and the scales that show all of them. */
import { decadesOf } from '../drawing/axis';
import { linear, logarithmic, type Scale } from '../drawing/scale';
import { rounded } from '../numbers/numbers';
import { axisFor, heightOf, type HeightAxis } from '../race-chart/curve';
import { diverged, type Outcome } from '../stream/outcome';

export interface SweepPoint {
  lr: number;
  /** The last finite value; null if there was none. */
  f: number | null;
  outcome: Outcome;
}

/** One optimizer over its range of rates, by rising rate. */
export interface SweepRun {
  /** The spec, with its range: adagrad(lr=0.001..10). */
  run: string;
  points: SweepPoint[];
}

/** Where a point of a sweep is. */
export interface Place {
  run: number;
  point: number;
}

/** What is shown of one rate. */
export interface Spot {
  x: number;
  y: number;
  /** How it ended: in the picture, beyond its upper or lower edge, or diverged. */
  kind: 'inside' | 'above' | 'below' | 'diverged' | 'none';
}

/** The part of a canvas where curves go. */
export interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How values become pixels. */
export interface Scales {
  room: Room;
  axis: HeightAxis;
  /** Of a rate. */
  x: Scale;
  /** Of a height on the axis. */
  y: Scale;
  /** Where the crosses of each run's diverged rates are; the lanes lie above the room, one for each that diverges. */
  lanes: readonly number[];
  /** The upper edge of the lanes; that of the room if none diverges. */
  lanesTop: number;
}

/** Decades over the start and under it that are still of interest. */
const HEADROOM = 1;
const DEPTH = 8;
const LABELS = 5;
/** Pixels of a lane, of all lanes together at most, and between them and the room. */
const LANE = 12;
const LANES = 56;
const GAP = 4;

/** The optimizer's name in a spec. */
export function optimizerOf(spec: string): string {
  return spec.slice(0, spec.indexOf('('));
}

/** A rate to three digits, as a person would write it. */
export function roundRate(lr: number): number {
  return rounded(lr, 3);
}

/**
 * Scales on which all points are seen that did not diverge, but none far above where the race starts.
 *
 * @param startValue f where all start
 * @param area all that there is to draw on, without the labels of the axes
 */
export function scalesFor(runs: readonly SweepRun[], startValue: number, area: Room): Scales {
  // Rounded, so that a range that ends an ulp before a power of ten has it.
  const rates = runs.flatMap((run) => run.points.map(({ lr }) => rounded(lr, 9)));
  const values = runs.flatMap((run) => run.points.filter((point) => !diverged(point)).map(({ f }) => f))
    .filter((f): f is number => f !== null && Number.isFinite(f));
  const diverging = runs.map((run) => run.points.some(diverged));
  const count = diverging.filter(Boolean).length;
  const lane = Math.min(LANE, LANES / Math.max(1, count));
  let next = area.top + lane / 2;
  const lanes = diverging.map((needed) => {
    const y = next;
    if (needed) next += lane;
    return y;
  });
  const room = { ...area, top: area.top + (count > 0 ? count * lane + GAP : 0) };
  const axis = axisOf(values, startValue);
  return {
    room,
    axis,
    x: logarithmic([Math.min(...rates), Math.max(...rates)], [room.left, room.right]),
    y: linear([axis.min, axis.max], [room.bottom, room.top]),
    lanes,
    lanesTop: area.top,
  };
}

/** Logarithmic if nothing is below 0; then what is far above the start, or practically 0 beside it, is cut off. */
function axisOf(values: readonly number[], startValue: number): HeightAxis {
  const start = Number.isFinite(startValue) ? [startValue] : [];
  const all = [...values, ...start];
  if (all.every((f) => f >= 0) && all.some((f) => f > 0)) {
    const heights = all.filter((f) => f > 0).map(Math.log10);
    const from = startValue > 0 ? Math.log10(startValue) : Math.max(...heights);
    const lowest = Math.max(Math.min(...heights), from - DEPTH);
    return { log: true, ...decadesOf(lowest, Math.min(Math.max(...heights), from + HEADROOM), LABELS) };
  }
  const lowest = Math.min(...all);
  const most = start.length > 0 ? startValue + Math.max(startValue - lowest, Number.MIN_VALUE) : Infinity;
  return axisFor([{ points: all.filter((f) => f <= most).map((f, step) => ({ step, f })), diverged: false }]);
}

/** Where a run's rate with this outcome stands. */
export function spotOf(scales: Scales, run: number, point: SweepPoint): Spot {
  const { room, axis } = scales;
  const { lr, f } = point;
  const x = scales.x(lr);
  if (diverged(point)) return { x, y: scales.lanes[run], kind: 'diverged' };
  if (f === null) return { x, y: NaN, kind: 'none' };
  const height = heightOf(f, axis.log);
  // Exactly zero has no logarithm: it is as low as can be.
  if (height === null || height < axis.min) return { x, y: room.bottom, kind: 'below' };
  if (height > axis.max) return { x, y: room.top, kind: 'above' };
  return { x, y: scales.y(height), kind: 'inside' };
}

/** The lowest end among points; undefined if all of them diverge. Of equals the first. */
export function best(points: readonly SweepPoint[]): SweepPoint | undefined {
  return points.reduce<SweepPoint | undefined>((least, point) => (
    !diverged(point) && point.f !== null && (least === undefined || point.f < least.f!) ? point : least), undefined);
}

/** The smallest rate from which on every rate diverges. */
export function divergesFrom(run: SweepRun): number | undefined {
  let from: number | undefined;
  for (let i = run.points.length - 1; i >= 0 && diverged(run.points[i]); i--) from = run.points[i].lr;
  return from;
}

/** The spot nearest to a pixel, if one lies within reach. */
export function nearest(spots: readonly (readonly Spot[])[], x: number, y: number, reach: number): Place | undefined {
  let found: Place | undefined;
  let least = reach;
  spots.forEach((line, run) => line.forEach((spot, point) => {
    const distance = Math.hypot(spot.x - x, spot.y - y);
    if (distance < least) {
      least = distance;
      found = { run, point };
    }
  }));
  return found;
}

/** The point that a key leads to; the place itself at an end. Undefined if the key leads nowhere. */
export function neighbor(runs: readonly SweepRun[], place: Place, key: string): Place | undefined {
  const count = runs[place.run]?.points.length ?? 0;
  const to = (point: number) => ({ run: place.run, point: Math.min(Math.max(0, point), count - 1) });
  const across = (by: number) => {
    const run = (place.run + by + runs.length) % runs.length;
    return { run, point: Math.min(place.point, runs[run].points.length - 1) };
  };
  switch (key) {
    case 'ArrowLeft': return to(place.point - 1);
    case 'ArrowRight': return to(place.point + 1);
    case 'PageUp': return to(place.point - 10);
    case 'PageDown': return to(place.point + 10);
    case 'Home': return to(0);
    case 'End': return to(count - 1);
    case 'ArrowUp': return across(-1);
    case 'ArrowDown': return across(1);
    default: return undefined;
  }
}

/** The point of a run whose rate is nearest to this one. */
export function pointAt(run: SweepRun, lr: number): number {
  let found = 0;
  run.points.forEach((point, i) => {
    if (Math.abs(Math.log(point.lr / lr)) < Math.abs(Math.log(run.points[found].lr / lr))) found = i;
  });
  return found;
}
