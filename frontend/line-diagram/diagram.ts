/** A diagram as the server computes it, and where its points lie on a canvas. */
import { decadesIn } from '../drawing/axis';
import { multiplesIn } from '../drawing/round-steps';
import { linear, logarithmic, powerOfTen, type Scale } from '../drawing/scale';

export interface Axis {
  name: string;
  log: boolean;
  low: number;
  high: number;
}

export interface Curve {
  name: string;
  /** The optimizer whose color and marker it has; empty for none. */
  look: string;
  style: 'LINE' | 'DASHED' | 'DOTS';
  x: readonly number[];
  /** null where there is none. */
  y: readonly (number | null)[];
}

export interface Panel {
  title: string;
  x: Axis;
  y: Axis;
  curves: readonly Curve[];
}

export interface Diagram {
  says: string;
  panels: readonly Panel[];
  /** null for what is infinite. */
  numbers: Readonly<Record<string, number | null>>;
}

/** The part of a canvas where curves go. */
export interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From here on powers of ten are enough on a logarithmic axis. */
const HUNDREDFOLD = 100;
/** With fewer round values than this, equal steps stand in for decades. */
const FEW = 5;

export interface Scales {
  room: Room;
  x: Scale;
  y: Scale;
}

export function scalesOf({ x, y }: Panel, room: Room): Scales {
  return { room, x: scaleOf(x, room.left, room.right), y: scaleOf(y, room.bottom, room.top) };
}

function scaleOf({ log, low, high }: Axis, from: number, to: number): Scale {
  return log ? logarithmic([low, high], [from, to]) : linear([low, high], [from, to]);
}

/** Pixels of a curve's points; NaN where there is nothing, or nothing on a logarithmic axis. */
export function spotsOf({ x, y }: Curve, scales: Scales): [number, number][] {
  return x.map((value, i) => [scales.x(value), y[i] === null ? NaN : scales.y(y[i])]);
}

/** About so many round places of an axis: where its labels are, and the rows of a table. */
export function placesOf(axis: Axis, about: number): number[] {
  const { log, low, high } = axis;
  if (!log) return multiplesIn(low, high, about);
  return high / low >= HUNDREDFOLD ? decadesIn(scaleOf(axis, 0, 1), about) : onesTwosAndFives(low, high);
}

function onesTwosAndFives(low: number, high: number): number[] {
  const all: number[] = [];
  for (let decade = Math.floor(Math.log10(low)); decade <= Math.ceil(Math.log10(high)); decade++) {
    for (let digit = 1; digit < 10; digit++) all.push(digit * powerOfTen(decade));
  }
  const inside = all.filter((value) => value >= low && value <= high);
  return (inside.length < FEW ? multiplesIn(low, high, 2 * FEW) : inside)
    .filter((value) => [1, 2, 5].includes(Number(value.toExponential()[0])));
}

/** A curve's height at a place, between its neighbors; NaN outside. */
export function heightAt({ x, y }: Curve, place: number): number {
  const next = x.findIndex((value) => value >= place);
  if (next < 0) return NaN;
  const [x1, y1] = [x[next], y[next] ?? NaN];
  if (x1 === place || next === 0) return x1 === place ? y1 : NaN;
  const [x0, y0] = [x[next - 1], y[next - 1] ?? NaN];
  return y0 + ((y1 - y0) * (place - x0)) / (x1 - x0);
}
