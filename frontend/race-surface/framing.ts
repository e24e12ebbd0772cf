/** Which part of the plane shows a race. */
import type { RaceHeader, Series, Window } from '../race/trace';
import { including, padded } from './viewport';

/** A way that goes farther than this many windows beyond an edge runs away: it is not followed. */
const REACH = 1;
/** A view this many times as long as needed, on one axis, shows the race too small. */
const TOO_WIDE = 1.5;
const AIR = 0.06;

/**
 * The objective's window, grown to hold the start and every way that stays near it as a whole. One that runs away has
 * no say: an arrow at the edge tells where it left, and the others stay large enough to be seen.
 */
export function framed({ objective, start }: RaceHeader, series: readonly Series[]): Window {
  const home = including(objective.window, start);
  const near = padded(home, REACH);
  let all = home;
  for (const one of series) {
    const extent = extentOf(one);
    if (extent && holds(near, extent)) all = union(all, extent);
  }
  return all === home || holds(home, all) ? home : padded(all, AIR);
}

/** Whether a view of a race should give way to the one that fits it. */
export function misfits(shown: Window, fitting: Window): boolean {
  const wider = Math.max(
    (shown[1] - shown[0]) / (fitting[1] - fitting[0]), (shown[3] - shown[2]) / (fitting[3] - fitting[2]));
  return !holds(padded(shown, 1e-9), fitting) || wider > TOO_WIDE;
}

/** Undefined where a row is not finite. */
function extentOf(series: Series): Window | undefined {
  const { values, stride, rows } = series;
  const [first, second] = [series.offset('x1'), series.offset('x2')];
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let row = 0; row < rows; row++) {
    const x1 = values[row * stride + first];
    const x2 = values[row * stride + second];
    if (!Number.isFinite(x1) || !Number.isFinite(x2)) return undefined;
    left = Math.min(left, x1);
    right = Math.max(right, x1);
    bottom = Math.min(bottom, x2);
    top = Math.max(top, x2);
  }
  return rows > 0 ? [left, right, bottom, top] : undefined;
}

function holds(outer: Window, inner: Window): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1] && inner[2] >= outer[2] && inner[3] <= outer[3];
}

function union(one: Window, other: Window): Window {
  return [
    Math.min(one[0], other[0]), Math.max(one[1], other[1]), Math.min(one[2], other[2]), Math.max(one[3], other[3]),
  ];
}
