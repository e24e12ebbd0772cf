/** Draws the ground of the plot: filled contours, axes, minima. Takes arrays and a context, knows no state. */
import { ticks } from '../drawing/axis';
import { fixed } from '../numbers/numbers';
import { traceShape } from '../palette/shapes';
import type { Paint } from '../theme/scheme';
import type { Relief } from './bands';
import { groundColor, labelColor, lineColor } from './ground';
import { toX, toY, type Viewport } from './viewport';

const LABEL = 13;
/** About so many pixels from tick to tick; a third less at the least. */
const TICK_GAP = 98;
const EDGE = 8;
const CORNER = 30;
/** About how wide a letter of an axis' name is, as a part of its height. */
const LETTER = 0.6;
const HATCH = 9;

export function drawRelief(context: CanvasRenderingContext2D, viewport: Viewport, relief: Relief, paint: Paint): void {
  const { width, height } = viewport;
  context.fillStyle = groundColor(relief.ground, paint);
  context.fillRect(0, 0, width, height);
  context.lineWidth = 1;
  context.lineJoin = 'round';
  for (const band of relief.bands) {
    traceRings(context, viewport, band.rings);
    context.fillStyle = groundColor(band.shade, paint);
    context.fill('evenodd');
    context.strokeStyle = lineColor(band.shade, paint);
    context.stroke();
  }
  if (relief.undefinedRings.length > 0) {
    traceRings(context, viewport, relief.undefinedRings);
    context.fillStyle = paint.line;
    context.fill('evenodd');
  }
}

/** Hatches where no start counts, and draws its edge. */
export function drawStartLimit(
  context: CanvasRenderingContext2D, viewport: Viewport, rings: Float64Array[], paint: Paint,
): void {
  const { width, height } = viewport;
  traceRings(context, viewport, rings);
  context.strokeStyle = paint.ink;
  context.lineWidth = 1.5;
  context.stroke();
  context.save();
  context.rect(0, 0, width, height); // what the rings leave out
  context.clip('evenodd');
  context.globalAlpha = 0.3;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = -height; x < width; x += HATCH) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
  context.restore();
}

/** Ticks and names along the lower and the left edge, inside the plot. */
export function drawAxes(
  context: CanvasRenderingContext2D, viewport: Viewport, paint: Paint, family: string, names = ['x\u2081', 'x\u2082'],
): void {
  const { width, height, window: [left, right, bottom, top] } = viewport;
  const write = writer(context, paint, `${LABEL}px ${family}`);
  const across = ticks(left, right, width / TICK_GAP);
  const up = ticks(bottom, top, height / TICK_GAP);
  const named = CORNER + LETTER * (LABEL + 2) * (names[0].length - 2);
  context.strokeStyle = paint.soft;
  context.lineWidth = 1;
  context.beginPath();
  for (const value of across.values) {
    const x = Math.round(toX(viewport, value)) + 0.5;
    context.moveTo(x, height);
    context.lineTo(x, height - 5);
    if (x > CORNER && x < width - named) write(fixed(value, across.decimals), x, height - EDGE - 1, 'center');
  }
  for (const value of up.values) {
    const y = Math.round(toY(viewport, value)) + 0.5;
    context.moveTo(0, y);
    context.lineTo(5, y);
    if (y > CORNER && y < height - CORNER) write(fixed(value, up.decimals), EDGE + 1, y + 4.5, 'left');
  }
  context.stroke();
  const name = writer(context, paint, `italic 600 ${LABEL + 2}px ${family}`);
  name(names[0], width - EDGE, height - EDGE - 1, 'right');
  name(names[1], EDGE, LABEL + EDGE, 'left');
}

export function drawMinima(
  context: CanvasRenderingContext2D, viewport: Viewport, minima: readonly (readonly [number, number])[], paint: Paint,
): void {
  for (const [x1, x2] of minima) {
    const x = toX(viewport, x1);
    const y = toY(viewport, x2);
    if (!(x > -20 && x < viewport.width + 20 && y > -20 && y < viewport.height + 20)) continue;
    context.beginPath();
    traceShape(context, 'star', x, y, 7);
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = groundColor(0, paint);
    context.stroke();
    context.fillStyle = paint.ink;
    context.fill();
  }
}

function traceRings(context: CanvasRenderingContext2D, viewport: Viewport, rings: Float64Array[]): void {
  context.beginPath();
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = toX(viewport, ring[i]);
      const y = toY(viewport, ring[i + 1]);
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
  }
}

/** Writes text with a halo of the ground's color, legible over any band. */
function writer(context: CanvasRenderingContext2D, paint: Paint, font: string) {
  return (text: string, x: number, y: number, align: CanvasTextAlign) => {
    context.font = font;
    context.textAlign = align;
    context.lineJoin = 'round';
    context.lineWidth = 3;
    const stroke = context.strokeStyle;
    context.strokeStyle = groundColor(0.6, paint);
    context.strokeText(text, x, y);
    context.fillStyle = labelColor(paint);
    context.fillText(text, x, y);
    context.strokeStyle = stroke;
    context.lineWidth = 1;
  };
}
