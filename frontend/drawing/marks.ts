import type { Frame } from './frame';
import type { Colors } from './painter';

export type Point = readonly [number, number];

const FULL = 2 * Math.PI;

/** A place that can be taken hold of. */
export function drawHandle(c: CanvasRenderingContext2D, frame: Frame, colors: Colors, [x, y]: Point, color: string) {
  c.beginPath();
  c.arc(frame.px(x), frame.py(y), 8, 0, FULL);
  c.fillStyle = colors.card;
  c.fill();
  c.lineWidth = 3;
  c.strokeStyle = color;
  c.stroke();
}

export function drawDot(
  c: CanvasRenderingContext2D, frame: Frame, colors: Colors, [x, y]: Point, color: string, size = 4,
) {
  c.beginPath();
  c.arc(frame.px(x), frame.py(y), size, 0, FULL);
  c.fillStyle = color;
  c.fill();
  c.lineWidth = 1.5;
  c.strokeStyle = colors.card;
  c.stroke();
}

/** The minimizer, as in the surface lab. */
export function drawStar(c: CanvasRenderingContext2D, frame: Frame, colors: Colors, [x, y]: Point) {
  const [px, py] = [frame.px(x), frame.py(y)];
  c.beginPath();
  for (let k = 0; k < 10; k++) {
    const radius = k % 2 ? 3.6 : 9;
    const angle = (k * Math.PI) / 5 - Math.PI / 2;
    c.lineTo(px + radius * Math.cos(angle), py + radius * Math.sin(angle));
  }
  c.closePath();
  c.fillStyle = colors.ink;
  c.fill();
  c.lineWidth = 1.5;
  c.strokeStyle = colors.card;
  c.stroke();
}

export function drawPath(c: CanvasRenderingContext2D, frame: Frame, points: Point[], color: string, width = 2.4) {
  c.beginPath();
  for (const [x, y] of points) c.lineTo(clamp(frame.px(x)), clamp(frame.py(y)));
  c.lineWidth = width;
  c.lineJoin = 'round';
  c.strokeStyle = color;
  c.stroke();
}

export function drawArrow(
  c: CanvasRenderingContext2D, frame: Frame, [x0, y0]: Point, [x1, y1]: Point, color: string, dash: number[] = [],
) {
  const [ax, ay, bx, by] = [frame.px(x0), frame.py(y0), frame.px(x1), frame.py(y1)];
  const angle = Math.atan2(by - ay, bx - ax);
  c.strokeStyle = color;
  c.fillStyle = color;
  c.lineWidth = 2.2;
  c.setLineDash(dash);
  c.beginPath();
  c.moveTo(ax, ay);
  c.lineTo(bx, by);
  c.stroke();
  c.setLineDash([]);
  if (Math.hypot(bx - ax, by - ay) < 6) return;
  c.beginPath();
  c.moveTo(bx, by);
  c.lineTo(bx - 11 * Math.cos(angle - 0.4), by - 11 * Math.sin(angle - 0.4));
  c.lineTo(bx - 11 * Math.cos(angle + 0.4), by - 11 * Math.sin(angle + 0.4));
  c.closePath();
  c.fill();
}

/** Contours of (y - center)' H (y - center) / 2 at the given levels, largest first; H = [[a, b], [b, d]]. */
export function drawContours(
  c: CanvasRenderingContext2D, frame: Frame, colors: Colors, [a, b, d]: readonly [number, number, number],
  center: Point, levels: number[],
) {
  // H = L L', so that center + sqrt(2 level) L'^-1 (cos, sin) runs round a contour.
  const l11 = Math.sqrt(a);
  const l21 = b / l11;
  const l22 = Math.sqrt(Math.max(d - l21 * l21, Number.MIN_VALUE));
  c.lineWidth = 1;
  for (const level of levels) {
    const size = Math.sqrt(2 * level);
    c.beginPath();
    for (let k = 0; k <= 120; k++) {
      const y2 = (size * Math.sin((k * FULL) / 120)) / l22;
      const y1 = (size * Math.cos((k * FULL) / 120) - l21 * y2) / l11;
      c.lineTo(clamp(frame.px(center[0] + y1)), clamp(frame.py(center[1] + y2)));
    }
    c.closePath();
    c.fillStyle = colors.accent;
    c.globalAlpha = 0.055;
    c.fill();
    c.strokeStyle = colors.accent;
    c.globalAlpha = 0.3;
    c.stroke();
  }
  c.globalAlpha = 1;
}

/** Canvas coordinates far outside are drawn badly; this far out nobody sees the difference. */
function clamp(pixels: number): number {
  return Math.min(Math.max(pixels, -1e6), 1e6);
}
