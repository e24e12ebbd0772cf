/** Draws the anatomy of a step: a box of its rates, downhill, the chain of past gradients, and the step itself. */
import type { Paint } from '../theme/scheme';
import type { Marks, Segment } from './anatomy-marks';
import { clipSegment, inside, type Box } from './clip';
import { toX, toY, type Viewport } from './viewport';

/** Half a side of the box at the largest rate. */
const BOX = 54;
const LEAST_BOX = 2;
const STEP = 4.5;
const THIN = 2;
const HALO = 3;
const DASH = [6, 5];
/** The head of a path lies at the step's end. */
const GAP = 8;
/** A head is at most this much of its arrow. */
const MOST_HEAD = 0.55;
const LEAST_HEAD = 2.5;
const PALEST = 0.35;
const FADING = 0.85;

/** What lies under the paths: the box and the dashes, which may reach far. */
export function drawAnatomyUnder(
  context: CanvasRenderingContext2D, viewport: Viewport, marks: Marks, color: string, paint: Paint,
): void {
  context.save();
  if (marks.rates) drawRates(context, viewport, marks, color, paint);
  if (marks.downhill) {
    drawArrow(context, viewport, marks.downhill, { color: paint.ink, halo: paint.card, width: THIN, dash: DASH, gap: 0 });
  }
  context.restore();
}

/** What lies over them: the chain, and the step. */
export function drawAnatomyOver(
  context: CanvasRenderingContext2D, viewport: Viewport, marks: Marks, color: string, paint: Paint,
): void {
  context.save();
  for (const link of marks.chain) {
    context.globalAlpha = Math.max(PALEST, FADING ** link.age);
    drawArrow(context, viewport, link, { color: paint.ink, halo: paint.card, width: THIN, dash: [], gap: 0 });
  }
  context.globalAlpha = 1;
  drawArrow(context, viewport, marks.step, { color, halo: paint.card, width: STEP, dash: [], gap: GAP });
  context.restore();
}

function drawRates(
  context: CanvasRenderingContext2D, viewport: Viewport, { step, rates }: Marks, color: string, paint: Paint,
): void {
  if (!rates) return;
  const [halfWide, halfHigh] = rates.map((rate) => Math.max(LEAST_BOX, rate * BOX));
  const [x, y] = [toX(viewport, step.from[0]), toY(viewport, step.from[1])];
  context.beginPath();
  context.rect(x - halfWide, y - halfHigh, 2 * halfWide, 2 * halfHigh);
  context.globalAlpha = 0.14;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
  for (const [stroke, width] of [[paint.card, 2 + HALO], [color, 2]] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
  }
}

interface ArrowLook {
  color: string;
  halo: string;
  width: number;
  dash: number[];
  /** Pixels that it ends before its end. */
  gap: number;
}

function drawArrow(
  context: CanvasRenderingContext2D, viewport: Viewport, { from, to }: Segment, look: ArrowLook,
): void {
  const [ax, ay, bx, by] = [toX(viewport, from[0]), toY(viewport, from[1]), toX(viewport, to[0]), toY(viewport, to[1])];
  const box: Box = { left: 0, right: viewport.width, top: 0, bottom: viewport.height };
  const cut = new Float64Array(4);
  if (!clipSegment(box, ax, ay, bx, by, cut)) return;
  const length = Math.hypot(bx - ax, by - ay);
  const gap = Math.min(look.gap, length / 3);
  const head = Math.min(3 + 2.4 * look.width, (length - gap) * MOST_HEAD);
  // One that leaves the plot, or is too short to be seen as an arrow, has none.
  const headed = inside(box, bx, by) && head > LEAST_HEAD;
  const angle = Math.atan2(cut[3] - cut[1], cut[2] - cut[0]);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [tipX, tipY] = headed ? [bx - gap * cos, by - gap * sin] : [cut[2], cut[3]];
  const shaft = new Path2D();
  shaft.moveTo(cut[0], cut[1]);
  shaft.lineTo(tipX - (headed ? head * 0.8 * cos : 0), tipY - (headed ? head * 0.8 * sin : 0));
  const point = new Path2D();
  if (headed) {
    const half = 0.62 * head;
    point.moveTo(tipX, tipY);
    point.lineTo(tipX - head * cos - half * sin, tipY - head * sin + half * cos);
    point.lineTo(tipX - head * cos + half * sin, tipY - head * sin - half * cos);
    point.closePath();
  }
  context.strokeStyle = look.halo;
  context.lineWidth = look.width + HALO;
  context.setLineDash([]);
  context.stroke(shaft);
  context.lineWidth = HALO;
  context.stroke(point);
  context.strokeStyle = look.color;
  context.fillStyle = look.color;
  context.lineWidth = look.width;
  context.setLineDash(look.dash);
  context.stroke(shaft);
  context.setLineDash([]);
  context.fill(point);
}
