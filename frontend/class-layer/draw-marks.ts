/** Draws what a class has guessed and what was true. Takes arrays and a context, knows no state. */
import { inside } from '../race-surface/clip';
import { toX, toY, type Viewport } from '../race-surface/viewport';
import type { Paint } from '../theme/scheme';
import type { Point } from './cloud';

const LABEL = 13;
const EDGE = 16;
/** Where the buttons of the view lie, up on the right. */
const CORNER = { width: 70, height: 170 };

/** Dots that add up where they crowd; hollow ones are another round's. */
export function drawCloud(
  context: CanvasRenderingContext2D, viewport: Viewport, points: readonly Point[], hollow: boolean, paint: Paint,
): void {
  const crowd = Math.min(1, points.length / 300);
  const radius = 6.5 - 2 * crowd;
  const box = { left: -10, right: viewport.width + 10, top: -10, bottom: viewport.height + 10 };
  for (const [x1, x2] of points) {
    const x = toX(viewport, x1);
    const y = toY(viewport, x2);
    if (!inside(box, x, y)) continue;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    if (!hollow) {
      context.globalAlpha = 0.5 - 0.22 * crowd;
      context.fillStyle = paint.accent;
      context.fill();
    } else {
      context.globalAlpha = 0.75 - 0.25 * crowd;
      context.strokeStyle = paint.card;
      context.lineWidth = 4 - crowd;
      context.stroke();
    }
    context.globalAlpha = hollow ? 0.95 - 0.2 * crowd : 0.85 - 0.4 * crowd;
    context.strokeStyle = hollow ? paint.ink : paint.accent;
    context.lineWidth = hollow ? 1.8 - 0.4 * crowd : 1.2 - 0.4 * crowd;
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** How far from a place is right still: a circle of the plane, which is as long as it is wide only where units are equal. */
export function drawWithin(
  context: CanvasRenderingContext2D, viewport: Viewport, at: Point, within: number, paint: Paint,
): void {
  const [x, y] = [toX(viewport, at[0]), toY(viewport, at[1])];
  const across = Math.abs(toX(viewport, at[0] + within) - x);
  const up = Math.abs(toY(viewport, at[1] + within) - y);
  if (![x, y, across, up].every((pixels) => Math.abs(pixels) < 1e6)) return;
  context.beginPath();
  context.ellipse(x, y, across, up, 0, 0, 2 * Math.PI);
  context.globalAlpha = 0.16;
  context.fillStyle = paint.ink;
  context.fill();
  context.globalAlpha = 1;
  for (const [color, wide, dashed] of [[paint.card, 5, false], [paint.ink, 2, true]] as const) {
    context.setLineDash(dashed ? [7, 5] : []);
    context.strokeStyle = color;
    context.lineWidth = wide;
    context.stroke();
  }
  context.setLineDash([]);
}

/** A target; at the edge, with an arrow, where it lies outside. */
export function drawTruth(
  context: CanvasRenderingContext2D, viewport: Viewport, at: Point, label: string, paint: Paint, family: string,
): void {
  const [x, y] = [toX(viewport, at[0]), toY(viewport, at[1])];
  const { width, height } = viewport;
  if (!inside({ left: 0, right: width, top: 0, bottom: height }, x, y)) {
    drawOutside(context, viewport, x, y, label, paint, family);
    return;
  }
  for (const [color, wide] of [[paint.card, 6], [paint.ink, 2.4]] as const) {
    context.beginPath();
    for (const radius of [7, 14]) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(x + 11 * dx, y + 11 * dy);
      context.lineTo(x + 19 * dx, y + 19 * dy);
    }
    context.strokeStyle = color;
    context.lineWidth = wide;
    context.stroke();
  }
  context.beginPath();
  context.arc(x, y, 3, 0, 2 * Math.PI);
  context.fillStyle = paint.ink;
  context.fill();
  write(context, viewport, label, x, y < 52 ? y + 38 : y - 28, paint, family);
}

/** A pin with its tip on the point. */
export function drawGuess(
  context: CanvasRenderingContext2D, viewport: Viewport, at: Point, active: boolean, paint: Paint, family: string,
): void {
  const [x, y] = [toX(viewport, at[0]), toY(viewport, at[1])];
  if (!inside({ left: -20, right: viewport.width + 20, top: -20, bottom: viewport.height + 40 }, x, y)) return;
  const size = active ? 1.2 : 1;
  context.save();
  context.translate(x, y);
  // Near the upper edge the pin stands on its head.
  const down = y < 46 ? -1 : 1;
  context.scale(size, size * down);
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(-2, -9, -11, -13, -11, -22);
  context.arc(0, -22, 11, Math.PI, 0);
  context.bezierCurveTo(11, -13, 2, -9, 0, 0);
  context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = paint.card;
  context.lineWidth = 5;
  context.stroke();
  context.fillStyle = paint.accent;
  context.fill();
  context.strokeStyle = paint.ink;
  context.lineWidth = 1.4;
  context.stroke();
  context.beginPath();
  context.arc(0, -22, 4.4, 0, 2 * Math.PI);
  context.fillStyle = paint.card;
  context.fill();
  context.restore();
  write(context, viewport, 'your guess', x, down === 1 ? y + 20 : y - 10, paint, family);
}

function drawOutside(
  context: CanvasRenderingContext2D, viewport: Viewport, x: number, y: number, label: string, paint: Paint,
  family: string,
): void {
  const { width, height } = viewport;
  // Halves, since differences of huge numbers are beyond what a double holds.
  const [dx, dy] = [clamp(x) / 2 - width / 4, clamp(y) / 2 - height / 4];
  const reach = Math.min((width / 2 - EDGE) / Math.abs(dx || 1e-9), (height / 2 - EDGE) / Math.abs(dy || 1e-9));
  const atX = width / 2 + reach * dx;
  const slid = atX > width - CORNER.width ? Math.max(height / 2 + reach * dy, CORNER.height) : height / 2 + reach * dy;
  const atY = Math.min(slid, height - EDGE);
  context.save();
  context.translate(atX, atY);
  context.rotate(Math.atan2(dy, dx));
  context.beginPath();
  context.moveTo(13, 0);
  context.lineTo(-8, 10);
  context.lineTo(-3, 0);
  context.lineTo(-8, -10);
  context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = paint.card;
  context.lineWidth = 5;
  context.stroke();
  context.fillStyle = paint.ink;
  context.fill();
  context.restore();
  write(context, viewport, label, atX, atY < 60 ? atY + 32 : atY - 20, paint, family);
}

function clamp(pixels: number): number {
  return Number.isNaN(pixels) ? 0 : Math.min(Math.max(pixels, -1e9), 1e9);
}

/** Text about a place, kept inside the plot. */
function write(
  context: CanvasRenderingContext2D, viewport: Viewport, text: string, x: number, y: number, paint: Paint,
  family: string,
): void {
  if (!text) return;
  context.font = `600 ${LABEL}px ${family}`;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  const half = context.measureText(text).width / 2 + 8;
  const middle = half * 2 > viewport.width ? viewport.width / 2
    : Math.min(Math.max(x, half), viewport.width - half);
  // A plate, since a halo would be lost among a hundred rings.
  context.globalAlpha = 0.84;
  context.fillStyle = paint.card;
  context.beginPath();
  context.roundRect(middle - half, y - LABEL - 1, 2 * half, LABEL + 7, 5);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = paint.ink;
  context.fillText(text, middle, y);
}
