/** Draws a teacher's pointer and pen over a plot. Takes arrays and a context, knows no state. */
import { toX, toY, type Viewport } from '../race-surface/viewport';
import { inkColor, type InkColor } from './colors';
import type { Stroke } from './ink';
import type { Spot } from './pointer';

type Pixel = [number, number];

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
  const at = (i: number): Pixel => [
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

/** A dot with an edge and a glow, and its trail. */
function drawSpot(context: CanvasRenderingContext2D, viewport: Viewport, { at, trail }: Spot, { line, halo }: InkColor): void {
  const pixel = ([x1, x2]: readonly [number, number]): Pixel => [clamp(toX(viewport, x1)), clamp(toY(viewport, x2))];
  const places = trail.map((one) => pixel(one.at));
  const [x, y] = pixel(at);
  if (places.length > 1) {
    for (const [color, edge] of [[halo, HALO], [line, 0]] as const) {
      const fade = context.createLinearGradient(...places[0], x, y);
      fade.addColorStop(0, `${color}00`);
      fade.addColorStop(1, color);
      context.fillStyle = fade;
      context.fill(tapered(places, trail.map(({ left }) => (DOT - 1) * left + edge)));
    }
  }
  for (const [radius, color, alpha] of [[DOT + 10, line, 0.3], [DOT + HALO, halo, 1], [DOT, line, 1]] as const) {
    context.globalAlpha = alpha;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }
  context.globalAlpha = 1;
}

/** A band along places, so and so far to both sides of each; one shape, as pieces that are laid over each other show through. */
function tapered(places: readonly Pixel[], halves: readonly number[]): Path2D {
  const path = new Path2D();
  const side = (i: number, sign: number): Pixel => {
    const [x0, y0] = places[Math.max(0, i - 1)];
    const [x1, y1] = places[Math.min(places.length - 1, i + 1)];
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const reach = (sign * halves[i]) / length;
    return [places[i][0] - (y1 - y0) * reach, places[i][1] + (x1 - x0) * reach];
  };
  for (let i = 0; i < places.length; i++) path.lineTo(...side(i, 1));
  for (let i = places.length - 1; i >= 0; i--) path.lineTo(...side(i, -1));
  path.closePath();
  return path;
}

/** Canvas coordinates far outside are drawn badly; this far out nobody sees the difference. */
function clamp(pixels: number): number {
  return Math.min(Math.max(pixels, -1e6), 1e6);
}
