/** Axes of a training's chart, and series thinned for drawing. */
import { axisOf, roundAbove, type Axis } from '../drawing/axis';

/**
 * How many of the epochs an axis shows of a run that has come so far: in steps of 1, 2, 5, so that the beginning of a
 * long run is seen, and not a point at the edge.
 */
export function epochsShown(epochs: number, farthest: number): number {
  return Math.min(epochs, Math.max(1, farthest > 0 ? roundAbove(2 * farthest) : 0));
}

/** An axis that holds decimal logarithms, of values within a decade or across many, in steps of a tenth at the least. */
export function logAxis(low: number, high: number, about: number): Axis {
  const from = Math.floor(10 * low + 1e-9);
  const to = Math.max(Math.ceil(10 * high - 1e-9), from + 1);
  const { min, max, intervals } = axisOf(from, to, Math.min(about, to - from));
  return { min: min / 10, max: max / 10, intervals };
}

/** The round number at a tick of a log axis; those within a decade are rounded by less than one percent. */
export function logLabel(exponent: number): number {
  const decade = Math.floor(exponent + 1e-6);
  const tenth = Math.round(10 * (exponent - decade));
  return Number(`${LOG_LABELS[tenth]}e${decade}`);
}

const LOG_LABELS = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8];

/**
 * At most `limit` of the points: first and last, and of each stretch between them its least and its greatest, so that
 * no spike is lost. Points where y is not finite are left out.
 */
export function thin(x: ArrayLike<number>, y: ArrayLike<number>, limit: number): [number, number][] {
  const finite: number[] = [];
  for (let i = 0; i < y.length; i++) {
    if (Number.isFinite(y[i])) finite.push(i);
  }
  return kept(finite, y, limit).map((i) => [x[i], y[i]]);
}

function kept(indices: number[], y: ArrayLike<number>, limit: number): number[] {
  if (indices.length <= limit) return indices;
  const stretches = Math.floor((limit - 2) / 2);
  const inner = indices.length - 2;
  const chosen = [indices[0]];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = 1 + Math.floor((stretch * inner) / stretches);
    const to = 1 + Math.floor(((stretch + 1) * inner) / stretches);
    let least = indices[from];
    let greatest = indices[from];
    for (let at = from + 1; at < to; at++) {
      if (y[indices[at]] < y[least]) least = indices[at];
      if (y[indices[at]] > y[greatest]) greatest = indices[at];
    }
    if (least === greatest) chosen.push(least);
    else chosen.push(Math.min(least, greatest), Math.max(least, greatest));
  }
  chosen.push(indices[indices.length - 1]);
  return chosen;
}
