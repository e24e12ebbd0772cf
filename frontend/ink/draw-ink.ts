/** Draws a teacher's pointer and pen over a plot. Takes arrays and a context, knows no state. */
import { toX, toY, type Viewport } from '../race-surface/viewport';
import { inkColor, type InkColor } from './colors';
import type { Stroke } from './ink';
import type { Spot } from './pointer';

const LINE = 4;
const HALO = 2;
const DOT = 7.5;

export function drawInk(
  context: CanvasRenderingContext2D, viewport: Viewport, strokes: readonly Stroke[], spots: readonly Spot[], dark: boolean,
): void {
  const color = inkColor(dark);
  context.save();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { points } of strokes) {
    const path = smooth(viewport, points);
    for (const [style, wide] of [[color.halo, LINE + 2 * HALO], [color.line, LINE]] as const) {
      context.strokeStyle = style;
      context.lineWidth = wide;
      context.stroke(path);
    }
  }
  for (const spot of spots) drawSpot(context, viewport, spot, color);
  context.restore();
}

/** Through the middles between the points, with the points to bend it. */
function smooth(viewport: Viewport, points: readonly number[]): Path2D {
  const path = new Path2D();
  const at = (i: number): [number, number] => [
    clamp(toX(viewport, points[2 * i])), clamp(toY(viewport, points[2 * i + 1]))];
  const last = points.length / 2 - 1;
  if (last < 0) return path;
  path.moveTo(...at(0));
  for (let i = 1; i < last; i++) {
    const [x, y] = at(i);
    const [nextX, nextY] = at(i + 1);
    path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  path.lineTo(...at(last)); // a single point is a dot, as the caps are round
  return path;
}

/** A dot with an edge and a glow, and its trail, which grows thin and pale. */
function drawSpot(context: CanvasRenderingContext2D, viewport: Viewport, { at, trail }: Spot, { line, halo }: InkColor): void {
  const pixel = ([x1, x2]: readonly [number, number]): [number, number] => [clamp(toX(viewport, x1)), clamp(toY(viewport, x2))];
  for (const [color, edge] of [[halo, 2 * HALO], [line, 0]] as const) {
    context.strokeStyle = color;
    for (let i = 1; i < trail.length; i++) {
      const { left } = trail[i];
      context.globalAlpha = left * left;
      context.lineWidth = 1 + (2 * DOT - 3) * left + edge;
      context.beginPath();
      context.moveTo(...pixel(trail[i - 1].at));
      context.lineTo(...pixel(trail[i].at));
      context.stroke();
    }
  }
  const [x, y] = pixel(at);
  for (const [radius, color, alpha] of [[DOT + 10, line, 0.3], [DOT + HALO, halo, 1], [DOT, line, 1]] as const) {
    context.globalAlpha = alpha;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Canvas coordinates far outside are drawn badly; this far out nobody sees the difference. */
function clamp(pixels: number): number {
  return Math.min(Math.max(pixels, -1e6), 1e6);
}
