import { decadesIn, ticks } from '../drawing/axis';
import { drawGrid, Frame } from '../drawing/frame';
import { drawArrow, drawDot, drawHandle, drawPath, type Point } from '../drawing/marks';
import type { Colors } from '../drawing/painter';
import { widened } from '../drawing/round-steps';
import { decadesAbout, linear, logarithmic, type Scale, type Span } from '../drawing/scale';
import type { Complex } from '../numbers/complex';
import { fixed, plain } from '../numbers/numbers';

const FULL = 2 * Math.PI;
const ORIGIN: Point = [0, 0];
const DECADES = 5;
/** Of the ends of an axis, which are rounder where there are fewer. */
const INTERVALS = 10;
const PAD = { left: 52, right: 12, top: 14, bottom: 26 };
const TRAIL = 6;

/** The plane of a vector of length 1. */
export function circleFrame(width: number, height: number): Frame {
  return Frame.around({ x0: -1, x1: 1, y0: -1, y1: 1 }, width, height, 26);
}

/** The unit circle, the eigenvector's line, the vector with those it was before, and the start in a ring. */
export function drawVector(
  c: CanvasRenderingContext2D, frame: Frame, colors: Colors, xs: Point[], k: number, goal: Point | undefined,
) {
  drawGrid(c, frame, colors, 'x\u2081', 'x\u2082');
  c.beginPath();
  c.arc(frame.px(0), frame.py(0), frame.scale, 0, FULL);
  c.strokeStyle = colors.soft;
  c.lineWidth = 1.2;
  c.stroke();
  if (goal) {
    c.setLineDash([6, 5]);
    drawPath(c, frame, [[-1.15 * goal[0], -1.15 * goal[1]], [1.15 * goal[0], 1.15 * goal[1]]], colors.second, 2);
    c.setLineDash([]);
  }
  for (let j = Math.max(0, k - TRAIL); j < k; j++) {
    c.globalAlpha = 0.15 + (0.4 * (j - k + TRAIL)) / TRAIL;
    drawArrow(c, frame, ORIGIN, xs[j], colors.first);
  }
  c.globalAlpha = 1;
  drawArrow(c, frame, ORIGIN, xs[k], colors.first);
  drawHandle(c, frame, colors, xs[0], colors.ink);
}

/** The components of a vector: bars of their real parts, or of their moduli where they are complex. */
export function drawBars(c: CanvasRenderingContext2D, width: number, height: number, colors: Colors, x: Complex[], real: boolean) {
  const y = linear([real ? -1 : 0, 1], [height - PAD.bottom, PAD.top]);
  rules(c, width, colors, [-1, -0.5, 0, 0.5, 1].filter((v) => real || v >= 0).map((v) => ({ at: y(v), text: fixed(v, 1) })));
  const room = (width - PAD.left - PAD.right) / x.length;
  x.forEach((z, i) => {
    const value = real ? z[0] : Math.hypot(...z);
    const [top, foot] = [y(Math.max(value, 0)), y(Math.min(value, 0))];
    c.fillStyle = colors.first;
    c.fillRect(PAD.left + room * (i + 0.2), top, room * 0.6, Math.max(foot - top, 1));
    c.fillStyle = colors.soft;
    c.textAlign = 'center';
    c.fillText(String(i + 1), PAD.left + room * (i + 0.5), height - 8);
  });
}

export interface Curve {
  values: (number | null)[];
  color: string;
  dash?: number[];
}

/** Curves over the steps, with the shown step marked on the first, and a level for comparison. */
export function drawCurves(
  c: CanvasRenderingContext2D, width: number, height: number, colors: Colors, curves: Curve[], k: number,
  how: { log: boolean; level?: { value: number; text: string } },
) {
  const seen = curves.flatMap(({ values }) => values).filter((v): v is number => v !== null && (!how.log || v > 0));
  if (how.level) seen.push(how.level.value);
  if (seen.length === 0) return;
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  const places: Span = [height - PAD.bottom, PAD.top];
  const y = how.log
    ? logarithmic(decadesAbout([low, high > low ? high : low * 10]), places)
    : linear(widened(low - room(low, high), high + room(low, high), INTERVALS), places);
  const x = linear([0, Math.max(1, curves[0].values.length - 1)], [PAD.left, width - PAD.right]);
  const lines = how.log
    ? decadesIn(y, DECADES).map((v) => ({ at: y(v), text: plain(v) }))
    : linesOf(y).map(({ value, text }) => ({ at: y(value), text }));
  rules(c, width, colors, lines);
  c.textAlign = 'center';
  for (const step of ticks(0, x.high, 5).values) c.fillText(String(step), x(step), height - 8);
  if (how.level) level(c, width, colors, y(how.level.value), how.level.text);
  curves.forEach(({ values, color, dash }) => {
    c.beginPath();
    values.forEach((v, step) => v !== null && (!how.log || v > 0) && c.lineTo(x(step), y(v)));
    c.strokeStyle = color;
    c.lineWidth = 2;
    c.setLineDash(dash ?? []);
    c.stroke();
    c.setLineDash([]);
  });
  const shown = curves[0].values[k];
  if (shown === null || shown === undefined || (how.log && shown <= 0)) return;
  c.beginPath();
  c.arc(x(k), y(shown), 6, 0, FULL);
  c.fillStyle = curves[0].color;
  c.fill();
  c.strokeStyle = colors.card;
  c.lineWidth = 2;
  c.stroke();
}

function room(low: number, high: number): number {
  return high > low ? (high - low) * 0.06 : Math.abs(low) * 0.1 || 1;
}

function linesOf({ low, high }: Scale): { value: number; text: string }[] {
  const { values, decimals } = ticks(low, high, 5);
  return values.map((value) => ({ value, text: Math.abs(value) >= 1e4 ? plain(value) : fixed(value, decimals) }));
}

function rules(c: CanvasRenderingContext2D, width: number, colors: Colors, lines: { at: number; text: string }[]) {
  c.font = `12px ${colors.font}`;
  c.lineWidth = 1;
  c.strokeStyle = colors.line;
  c.fillStyle = colors.soft;
  c.textAlign = 'right';
  for (const { at, text } of lines) {
    const sharp = Math.round(at) + 0.5;
    c.beginPath();
    c.moveTo(PAD.left, sharp);
    c.lineTo(width - PAD.right, sharp);
    c.stroke();
    c.fillText(text, PAD.left - 6, sharp + 4);
  }
}

function level(c: CanvasRenderingContext2D, width: number, colors: Colors, at: number, text: string) {
  c.strokeStyle = colors.second;
  c.lineWidth = 1.5;
  c.setLineDash([6, 5]);
  c.beginPath();
  c.moveTo(PAD.left, at);
  c.lineTo(width - PAD.right, at);
  c.stroke();
  c.setLineDash([]);
  c.fillStyle = colors.second;
  c.textAlign = 'right';
  c.fillText(text, width - PAD.right - 2, at + 15);
}

/** The diagonal's way through the complex plane, to the eigenvalues in their rings. */
export function drawDiagonal(
  c: CanvasRenderingContext2D, width: number, height: number, colors: Colors, steps: Complex[][], k: number, eigenvalues: Complex[],
) {
  const all = [...steps.flat(), ...eigenvalues];
  const [re, im] = [all.map((z) => z[0]), all.map((z) => z[1])];
  const reach = Math.max(Math.max(...re) - Math.min(...re), Math.max(...im) - Math.min(...im)) || Math.max(1, Math.abs(re[0]));
  const box = { x0: Math.min(...re), x1: Math.max(...re), y0: Math.min(...im) - 0.15 * reach, y1: Math.max(...im) + 0.15 * reach };
  const frame = Frame.around(box, width, height, 30);
  drawGrid(c, frame, colors, 'Re', 'Im', 'i');
  for (const [x, y] of eigenvalues) {
    c.beginPath();
    c.arc(frame.px(x), frame.py(y), 9, 0, FULL);
    c.strokeStyle = colors.second;
    c.lineWidth = 2;
    c.stroke();
  }
  c.globalAlpha = 0.5;
  steps[0].forEach((_, i) => drawPath(c, frame, steps.slice(0, k + 1).map((diagonal) => diagonal[i]), colors.first, 1.5));
  c.globalAlpha = 1;
  for (const z of steps[k]) drawDot(c, frame, colors, z, colors.first, 5);
}
