import { decadesIn } from '../drawing/axis';
import { drawGrid, Frame } from '../drawing/frame';
import { drawContours, drawDot, drawPath, drawStar, type Point } from '../drawing/marks';
import type { Colors } from '../drawing/painter';
import { decadesAbout, linear, logarithmic } from '../drawing/scale';
import { plain, rounded } from '../numbers/numbers';
import type { Case, Disc } from './turning';

const FULL = 2 * Math.PI;
const WINDOW = { x0: -6.2, x1: 3, y0: -4.7, y1: 2.6 };
const LEVELS = [40, 20, 10, 5, 2.5, 1, 0.4, 0.1, 0.02];
const DECADES = 4;
const PAD = { left: 46, right: 12, top: 16, bottom: 26 };

/** Contours of the turned quadratic with Adagrad's steps. */
export function drawTrajectory(
  c: CanvasRenderingContext2D, width: number, height: number, colors: Colors, shown: Case,
) {
  const frame = Frame.around(WINDOW, width, height, 2);
  drawGrid(c, frame, colors, 'x\u2081', 'x\u2082');
  drawContours(c, frame, colors, shown.hessian, [0, 0], LEVELS);
  const points: Point[] = [];
  for (let i = 0; i < shown.path.length; i += 2) points.push([shown.path[i], shown.path[i + 1]]);
  drawStar(c, frame, colors, [0, 0]);
  drawPath(c, frame, points, colors.adagrad);
  points.forEach((point, k) => diamond(c, frame, colors, point, colors.adagrad, k === points.length - 1 ? 7 : 4));
}

function diamond(
  c: CanvasRenderingContext2D, frame: Frame, colors: Colors, [x, y]: Point, color: string, size: number,
) {
  const [px, py] = [frame.px(x), frame.py(y)];
  c.beginPath();
  c.moveTo(px, py - size * 1.2);
  c.lineTo(px + size * 1.2, py);
  c.lineTo(px, py + size * 1.2);
  c.lineTo(px - size * 1.2, py);
  c.closePath();
  c.fillStyle = color;
  c.fill();
  c.lineWidth = 1;
  c.strokeStyle = colors.card;
  c.stroke();
}

/** Two discs of the complex plane, whose centers and eigenvalues are real. */
export function drawDiscs(
  c: CanvasRenderingContext2D, width: number, height: number, colors: Colors, both: Disc[], reach: number,
) {
  const frame = Frame.around({ x0: 0, x1: reach, y0: -reach / 2.1, y1: reach / 2.1 }, width, height, 4);
  drawGrid(c, frame, colors, 'Re', 'Im', 'i');
  c.beginPath();
  for (const disc of both) ring(c, frame, disc);
  c.fillStyle = colors.first;
  c.globalAlpha = 0.15;
  c.fill('nonzero');
  c.globalAlpha = 1;
  for (const disc of both) {
    c.beginPath();
    ring(c, frame, disc);
    c.strokeStyle = colors.first;
    c.lineWidth = 1.6;
    c.stroke();
    cross(c, frame, colors, disc.center);
  }
  for (const disc of both) drawDot(c, frame, colors, [disc.eigenvalue, 0], colors.ink, 5);
}

function ring(c: CanvasRenderingContext2D, frame: Frame, { center, radius }: Disc) {
  const pixels = radius * frame.scale;
  c.moveTo(frame.px(center) + pixels, frame.py(0));
  c.arc(frame.px(center), frame.py(0), pixels, 0, FULL);
}

function cross(c: CanvasRenderingContext2D, frame: Frame, colors: Colors, center: number) {
  const [x, y] = [frame.px(center), frame.py(0)];
  c.beginPath();
  c.moveTo(x - 5, y);
  c.lineTo(x + 5, y);
  c.moveTo(x, y - 5);
  c.lineTo(x, y + 5);
  c.strokeStyle = colors.soft;
  c.lineWidth = 1.5;
  c.stroke();
}

/** A quantity over the angle on a log scale, with the shown angle marked and a level for comparison. */
export function drawCurve(
  c: CanvasRenderingContext2D, width: number, height: number, colors: Colors, values: number[], angle: number,
  color: string, level?: { value: number; text: string },
) {
  const all = level ? [...values, level.value] : values;
  // Rounded, so that a power of ten that is off by an ulp takes no decade more.
  const ends = decadesAbout([rounded(Math.min(...all), 9), rounded(Math.max(...all), 9)]);
  const x = linear([0, values.length - 1], [PAD.left, width - PAD.right]);
  const y = logarithmic(ends, [height - PAD.bottom, PAD.top]);
  c.font = `12px ${colors.font}`;
  c.lineWidth = 1;
  c.strokeStyle = colors.line;
  c.fillStyle = colors.soft;
  for (const value of decadesIn(y, DECADES)) {
    const at = Math.round(y(value)) + 0.5;
    c.beginPath();
    c.moveTo(PAD.left, at);
    c.lineTo(width - PAD.right, at);
    c.stroke();
    c.textAlign = 'right';
    c.fillText(plain(value), PAD.left - 6, at + 4);
  }
  c.textAlign = 'center';
  for (let degrees = 0; degrees <= 90; degrees += 15) c.fillText(`${degrees}\u00b0`, x(degrees), height - 8);
  if (level) {
    c.strokeStyle = colors.soft;
    c.setLineDash([5, 4]);
    c.beginPath();
    c.moveTo(PAD.left, y(level.value));
    c.lineTo(width - PAD.right, y(level.value));
    c.stroke();
    c.setLineDash([]);
    c.textAlign = 'left';
    c.fillText(level.text, PAD.left + 4, y(level.value) - 5);
  }
  c.beginPath();
  values.forEach((value, degrees) => c.lineTo(x(degrees), y(value)));
  c.strokeStyle = color;
  c.lineWidth = 2.2;
  c.lineJoin = 'round';
  c.stroke();
  c.beginPath();
  c.moveTo(x(angle), PAD.top);
  c.lineTo(x(angle), height - PAD.bottom);
  c.strokeStyle = colors.soft;
  c.lineWidth = 1;
  c.stroke();
  c.beginPath();
  c.arc(x(angle), y(values[angle]), 6, 0, FULL);
  c.fillStyle = color;
  c.fill();
  c.strokeStyle = colors.card;
  c.lineWidth = 2;
  c.stroke();
}
