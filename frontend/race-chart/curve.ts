/** Curves of f against the step, made ready for a chart: thinned, and on a scale that all of them can be read on. */
import { axisOf, decadesOf, type Axis } from '../drawing/axis';

export interface Point {
  step: number;
  f: number;
}

/** What a chart needs of one series. */
export interface Curve {
  points: Point[];
  diverged: boolean;
}

/** The axis of f. */
export interface HeightAxis extends Axis {
  /** Whether heights are decimal logarithms. */
  log: boolean;
}

/** No more than this many decades below the top are shown: further down is rounding. */
const MOST_DECADES = 20;
const LABELS = 4;
/** A diverged series may rise this many decades over the highest of the rest before the chart cuts it off. */
const HEADROOM = 1;
const FAR_ABOVE = 1e4;

/** At most `most` points (at least 4) of `values`, keeping the first, the last, and every stretch's extremes. */
export function thin(values: ArrayLike<number>, most: number): Point[] {
  const at = (step: number) => ({ step, f: values[step] });
  if (values.length <= most) return Array.from({ length: values.length }, (_, step) => at(step));
  const stretches = Math.floor((most - 2) / 2);
  const points = [at(0)];
  for (let s = 0; s < stretches; s++) {
    const from = 1 + Math.floor((s * (values.length - 2)) / stretches);
    const to = 1 + Math.floor(((s + 1) * (values.length - 2)) / stretches);
    let low = from;
    let high = from;
    for (let step = from; step < to; step++) {
      if (values[step] < values[low]) low = step;
      if (values[step] > values[high]) high = step;
    }
    for (const step of low === high ? [low] : [Math.min(low, high), Math.max(low, high)]) points.push(at(step));
  }
  points.push(at(values.length - 1));
  return points;
}

/**
 * The axis for all curves: logarithmic if nothing is below 0 and something above. Values of exactly 0 have no place on
 * a logarithmic axis; their curves break off there.
 */
export function axisFor(curves: readonly Curve[]): HeightAxis {
  const all = curves.flatMap((curve) => curve.points.map(({ f }) => f)).filter(Number.isFinite);
  const log = all.length > 0 && all.every((f) => f >= 0) && all.some((f) => f > 0);
  const steady = curves.filter((curve) => !runsAway(curve));
  const heights = (some: readonly Curve[], last?: number) => some
    .flatMap((curve) => curve.points.slice(0, last).map(({ f }) => heightOf(f, log)))
    .filter((height): height is number => height !== null);
  // Where a race begins is always in the picture.
  const shown = steady.length > 0 ? heights(steady).concat(heights(curves, 1)) : heights(curves);
  if (shown.length === 0) return { log: false, min: 0, max: 1, intervals: 2 };
  let max = shown.reduce((one, other) => Math.max(one, other));
  const min = shown.reduce((one, other) => Math.min(one, other));
  if (log) {
    if (steady.length > 0 && steady.length < curves.length) max += HEADROOM;
    return { log, ...decadesOf(Math.max(min, max - MOST_DECADES), max, LABELS) };
  }
  return { log, ...axisOf(min, max, LABELS) };
}

/** Whether a curve has left its start behind for good, told as diverged or not yet. */
function runsAway({ points, diverged }: Curve): boolean {
  if (diverged || points.length === 0) return diverged;
  return Math.abs(points[points.length - 1].f) > FAR_ABOVE * Math.max(1, Math.abs(points[0].f));
}

/**
 * The step at which a curve first is exactly 0, where the axis cannot show that; undefined where it never is, or where the
 * axis shows it.
 */
export function zeroNotShown({ points }: Curve, axis: HeightAxis): number | undefined {
  return axis.log ? points.find(({ f }) => f === 0)?.step : undefined;
}

/** Where a value stands on the axis; null if it has no place there. */
export function heightOf(f: number, log: boolean): number | null {
  if (!Number.isFinite(f)) return null;
  if (!log) return f;
  return f > 0 ? Math.log10(f) : null;
}
