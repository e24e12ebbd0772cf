/** Draws a sweep. Takes arrays and a context, knows no state. */
import { labelsOf } from '../drawing/axis';
import { plain, powerOfTen } from '../numbers/numbers';
import type { Shape } from '../palette/palette';
import { traceShape } from '../palette/shapes';
import { ENDS } from '../stream/outcome';
import type { Paint } from '../theme/scheme';
import type { Scales, Spot } from './sweep';

/** One optimizer's curve. */
export interface SweepLine {
  spots: readonly Spot[];
  /** Where the rate of the race is on it. */
  current?: Spot;
  color: string;
  shape: Shape;
  hollow: boolean;
  dash: number[];
}

/** What surrounds the curves. */
export interface Ground {
  /** Rates that have a label: powers of ten. */
  rates: readonly number[];
  /** Final f where the race starts, as a pixel; NaN if outside. */
  start: number;
  /** Whether something lies below the lower edge and is drawn on it. */
  below: boolean;
  /** Whether there is room to name the lanes of diverged rates. */
  nameLanes: boolean;
  family: string;
}

const FULL = 2 * Math.PI;
const LINE = 2;
const MARK = 3.2;
const MARK_GAP = 30;
const CURRENT = 6.5;
const LEAST_ABOVE = 15;

export function drawGround(c: CanvasRenderingContext2D, scales: Scales, ground: Ground, paint: Paint): void {
  const { room, axis } = scales;
  c.font = `12px ${ground.family}`;
  c.lineWidth = 1;
  c.strokeStyle = paint.line;
  c.fillStyle = paint.soft;
  c.textBaseline = 'middle';
  c.textAlign = 'right';
  for (const height of labelsOf(axis)) {
    const y = Math.round(scales.y(height)) + 0.5;
    line(c, room.left, y, room.right, y);
    const label = axis.log ? powerOfTen(height) : plain(height, 4);
    c.fillText(ground.below && height === axis.min ? `\u2264\u2009${label}` : label, room.left - 7, y);
  }
  c.textAlign = 'center';
  c.textBaseline = 'top';
  for (const rate of ground.rates) {
    const x = Math.round(scales.x(rate)) + 0.5;
    line(c, x, scales.lanesTop, x, room.bottom + 4);
    const label = rate >= 1e-3 && rate <= 1e3 ? plain(rate) : powerOfTen(Math.round(Math.log10(rate)));
    c.fillText(label, x, room.bottom + 7);
  }
  if (scales.lanesTop < room.top) {
    c.fillStyle = paint.soft;
    c.globalAlpha = 0.1;
    c.fillRect(room.left, scales.lanesTop, room.right - room.left, room.top - scales.lanesTop);
    c.globalAlpha = 1;
    c.textAlign = 'left';
    c.textBaseline = 'middle';
    if (ground.nameLanes) c.fillText(ENDS.diverged.word, room.left + 6, (scales.lanesTop + room.top) / 2);
  }
  if (Number.isFinite(ground.start)) {
    c.strokeStyle = paint.soft;
    c.setLineDash([2, 4]);
    line(c, room.left, ground.start, room.right, ground.start);
    c.setLineDash([]);
  }
}

/** Names the line at the height where the race starts; over the curves, which begin close below it. */
export function drawStartName(c: CanvasRenderingContext2D, { room }: Scales, ground: Ground, paint: Paint): void {
  if (!Number.isFinite(ground.start)) return;
  c.font = `12px ${ground.family}`;
  c.textAlign = 'left';
  c.textBaseline = 'bottom';
  c.lineJoin = 'round';
  c.lineWidth = 3;
  c.strokeStyle = paint.card;
  c.fillStyle = paint.soft;
  // Where there is no room above, below.
  const y = ground.start - room.top >= LEAST_ABOVE ? ground.start - 5 : ground.start + 22;
  c.strokeText('f at the start', room.left + 8, y);
  c.fillText('f at the start', room.left + 8, y);
}

export function drawLines(
  c: CanvasRenderingContext2D, scales: Scales, lines: readonly SweepLine[], paint: Paint,
): void {
  c.lineJoin = 'round';
  lines.forEach((one) => drawCurve(c, one, scales));
  lines.forEach((one, i) => drawMarks(c, one, (MARK_GAP * i) / lines.length, paint));
  lines.forEach((one) => {
    if (one.current) drawCurrent(c, one, one.current, scales, paint);
  });
}

function drawCurve(c: CanvasRenderingContext2D, { spots, color, dash }: SweepLine, { room }: Scales): void {
  c.beginPath();
  let pen = false;
  spots.forEach(({ x, y, kind }, i) => {
    if (kind === 'none') {
      pen = false;
    } else if (kind === 'diverged') {
      // The way up to the edge tells where it begins.
      if (pen) c.lineTo(x, room.top);
      pen = false;
    } else {
      if (!pen && i > 0 && spots[i - 1].kind === 'diverged') c.moveTo(spots[i - 1].x, room.top);
      else if (!pen) c.moveTo(x, y);
      c.lineTo(x, y);
      pen = true;
    }
  });
  c.lineWidth = LINE;
  c.strokeStyle = color;
  c.setLineDash(dash);
  c.stroke();
  c.setLineDash([]);
}

/** Marks some way apart tell whose curve it is; each diverged rate has a cross in the optimizer's lane. */
function drawMarks(c: CanvasRenderingContext2D, one: SweepLine, offset: number, paint: Paint): void {
  let free = one.spots.length > 0 ? one.spots[0].x + offset : 0;
  for (const spot of one.spots) {
    if (spot.kind === 'diverged') {
      cross(c, spot.x, spot.y, 2.4, one.color, 1.6);
    } else if (spot.kind !== 'none' && spot.x >= free) {
      mark(c, one, spot.x, spot.y, MARK, paint);
      free = spot.x + MARK_GAP;
    }
  }
}

function drawCurrent(
  c: CanvasRenderingContext2D, one: SweepLine, { x, y, kind }: Spot, { room }: Scales, paint: Paint,
): void {
  c.strokeStyle = one.color;
  c.lineWidth = 1.2;
  c.setLineDash([3, 3]);
  line(c, x, y, x, room.bottom);
  c.setLineDash([]);
  c.beginPath();
  traceShape(c, one.shape, x, y, CURRENT + 2.6);
  c.fillStyle = paint.card;
  c.fill();
  c.beginPath();
  traceShape(c, one.shape, x, y, CURRENT);
  c.fillStyle = one.hollow ? paint.card : one.color;
  c.fill();
  c.strokeStyle = one.hollow ? one.color : paint.ink;
  c.lineWidth = one.hollow ? 2.2 : 1.4;
  c.stroke();
  if (kind === 'diverged') cross(c, x, y, 4.4, paint.ink, 2.2);
}

/** The point under the pointer or the keys. */
export function drawChosen(c: CanvasRenderingContext2D, one: SweepLine, { x, y, kind }: Spot, paint: Paint): void {
  if (kind === 'diverged') cross(c, x, y, 4, one.color, 2.4);
  else mark(c, one, x, y, 5, paint);
  c.beginPath();
  c.arc(x, y, 10, 0, FULL);
  c.strokeStyle = paint.ink;
  c.lineWidth = 2;
  c.stroke();
}

function mark(c: CanvasRenderingContext2D, one: SweepLine, x: number, y: number, radius: number, paint: Paint): void {
  c.beginPath();
  traceShape(c, one.shape, x, y, radius);
  c.fillStyle = one.hollow ? paint.card : one.color;
  c.fill();
  c.strokeStyle = one.hollow ? one.color : paint.card;
  c.lineWidth = one.hollow ? 1.5 : 0.8;
  c.stroke();
}

function cross(c: CanvasRenderingContext2D, x: number, y: number, arm: number, color: string, width: number): void {
  c.strokeStyle = color;
  c.lineWidth = width;
  line(c, x - arm, y - arm, x + arm, y + arm);
  line(c, x - arm, y + arm, x + arm, y - arm);
}

function line(c: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  c.beginPath();
  c.moveTo(x0, y0);
  c.lineTo(x1, y1);
  c.stroke();
}
