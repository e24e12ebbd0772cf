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
  /** Whether it is known at these points only, so that what is drawn between them is no number. */
  measured?: boolean;
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
/** Rows that a table of what was measured has at most. */
const MOST_MEASURED = 25;

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

/** The rows of a panel's table: the places where something was measured, or some of them if they are many; else about so many round ones. */
export function rowsOf({ x, curves }: Panel, about: number): readonly number[] {
  const measured = [...new Set(curves.filter((curve) => curve.measured).flatMap((curve) => curve.x))].sort((a, b) => a - b);
  if (measured.length === 0) return placesOf(x, about);
  if (measured.length <= MOST_MEASURED) return measured;
  return Array.from({ length: MOST_MEASURED }, (_, i) => measured[Math.round((i * (measured.length - 1)) / (MOST_MEASURED - 1))]);
}

/** A curve's height at a place, of what was not measured between its neighbors; NaN outside. */
export function heightAt({ x, y, measured }: Curve, place: number): number {
  const next = x.findIndex((value) => value >= place);
  if (next < 0) return NaN;
  const [x1, y1] = [x[next], y[next] ?? NaN];
  if (x1 === place || next === 0 || measured) return x1 === place ? y1 : NaN;
  const [x0, y0] = [x[next - 1], y[next - 1] ?? NaN];
  return y0 + ((y1 - y0) * (place - x0)) / (x1 - x0);
}
