/** Draws a cloud: curves of f in a chart, and ends over the plot. Takes arrays and a context, knows no state. */
import { labelsOf, ticks } from '../drawing/axis';
import { fixed, plain, powerOfTen } from '../numbers/numbers';
import type { Shape } from '../palette/palette';
import { traceShape } from '../palette/shapes';
import { heightOf, type HeightAxis } from '../race-chart/curve';
import { toX, toY, type Viewport } from '../race-surface/viewport';
import type { Paint } from '../theme/scheme';
import type { Band } from './quantiles';

export interface CloudRun {
  color: string;
  shape: Shape;
  dash: number[];
  lines: readonly (readonly { step: number; f: number }[])[];
  bands: readonly Band[];
  ends: readonly (readonly [number, number])[];
}

export interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const FAINT = 0.1;
const BAND = 0.26;

export function drawCurves(
  c: CanvasRenderingContext2D, room: Room, axis: HeightAxis, steps: number, runs: readonly CloudRun[], paint: Paint, family: string,
): void {
  const x = (step: number) => room.left + (steps > 0 ? step / steps : 0) * (room.right - room.left);
  const y = (f: number) => {
    const height = heightOf(f, axis.log) ?? axis.min;
    return room.bottom - ((Math.min(Math.max(height, axis.min), axis.max) - axis.min) / (axis.max - axis.min)) * (room.bottom - room.top);
  };
  drawGrid(c, room, axis, steps, x, paint, family);
  c.lineJoin = 'round';
  for (const { color, lines } of runs) {
    c.strokeStyle = color;
    c.lineWidth = 1;
    c.globalAlpha = FAINT;
    lines.forEach((line) => polyline(c, line.map(({ step, f }) => [x(step), y(f)])));
  }
  for (const { color, bands } of runs) {
    const steady = bands.filter(({ high }) => Number.isFinite(high));
    if (steady.length === 0) continue;
    c.globalAlpha = BAND;
    c.fillStyle = color;
    c.beginPath();
    steady.forEach(({ step, high }) => c.lineTo(x(step), y(high)));
    [...steady].reverse().forEach(({ step, low }) => c.lineTo(x(step), y(low)));
    c.fill();
  }
  c.globalAlpha = 1;
  for (const { color, bands, shape, dash } of runs) {
    const middle = bands.filter((band) => Number.isFinite(band.middle)).map((band): [number, number] => [x(band.step), y(band.middle)]);
    c.strokeStyle = color;
    c.lineWidth = 2.4;
    c.setLineDash(dash);
    polyline(c, middle);
    c.setLineDash([]);
    if (middle.length > 0) mark(c, shape, ...middle[middle.length - 1], 5, color, paint.card);
  }
}

function drawGrid(
  c: CanvasRenderingContext2D, room: Room, axis: HeightAxis, steps: number, x: (step: number) => number, paint: Paint, family: string,
): void {
  c.font = `12px ${family}`;
  c.lineWidth = 1;
  c.strokeStyle = paint.line;
  c.fillStyle = paint.soft;
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  for (const height of labelsOf(axis)) {
    const y = Math.round(room.bottom - ((height - axis.min) / (axis.max - axis.min)) * (room.bottom - room.top)) + 0.5;
    polyline(c, [[room.left, y], [room.right, y]]);
    c.fillText(axis.log ? powerOfTen(height) : plain(height, 4), room.left - 7, y);
  }
  c.textAlign = 'center';
  c.textBaseline = 'top';
  const { values, decimals } = ticks(0, Math.max(1, steps), 5);
  for (const step of values) c.fillText(fixed(step, decimals), x(step), room.bottom + 6);
}

function polyline(c: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  c.beginPath();
  points.forEach(([px, py]) => c.lineTo(px, py));
  c.stroke();
}

/** Where the noisy descents end, over the plot. */
export function drawEnds(c: CanvasRenderingContext2D, viewport: Viewport, runs: readonly CloudRun[], paint: Paint): void {
  for (const { color, shape, ends } of runs) {
    for (const [x1, x2] of ends) mark(c, shape, toX(viewport, x1), toY(viewport, x2), 4, color, paint.card, 0.6);
  }
}

function mark(
  c: CanvasRenderingContext2D, shape: Shape, x: number, y: number, radius: number, color: string, halo: string, alpha = 1,
): void {
  c.globalAlpha = alpha;
  c.beginPath();
  traceShape(c, shape, x, y, radius);
  c.fillStyle = color;
  c.fill();
  c.lineWidth = 1;
  c.strokeStyle = halo;
  c.stroke();
  c.globalAlpha = 1;
}
