/** Draws the ways of the optimizers over the ground. Takes arrays and a context, knows no state. */
import { traceShape } from '../palette/shapes';
import type { Shape } from '../palette/palette';
import { clipSegment, inside, type Box } from './clip';
import { toX, toY, type Viewport } from './viewport';

/** One optimizer's way: x1 and x2 lie in `values` at `first` and `second` of every row of `stride`. */
export interface Path {
  values: Float64Array;
  stride: number;
  first: number;
  second: number;
  /** Rows up to the shown step. */
  shown: number;
  color: string;
  shape: Shape;
  hollow: boolean;
  dash: number[];
  /** Steps at which another method took over. */
  handovers: readonly number[];
  /** The way has ended here without arriving. */
  lost: boolean;
}

const LINE = 2.4;
const HALO = 2.6;
const STEP_MARK = 3.3;
const HEAD_MARK = 7;
const RING_GAP = 4.5;
const MOST_RINGS = 3;
const HANDOVER_RING = 8;
const MARK_GAP = 7;
/** In a long race the marks only tell whose line it is. */
const LONG_RACE = { steps: 250, gap: 46 };
const SAME_PLACE = 1.2;
const NEAREST = 0.7;
const OVERLAP_DASH = [7, 7];
const MARGIN = 12;

/** Draws all ways, lines first, so that no line hides a marker. */
export function drawPaths(
  context: CanvasRenderingContext2D, viewport: Viewport, paths: readonly Path[], halo: string, ink: string,
): void {
  const places = paths.map((path) => project(path, viewport));
  context.lineJoin = 'round';
  context.lineCap = 'round';
  paths.forEach((path, i) => drawLine(context, viewport, path, places[i], places.slice(0, i), halo));
  context.setLineDash([]);
  paths.forEach((path, i) => drawStepMarks(context, viewport, path, places[i], halo));
  paths.forEach((path, i) => drawHandovers(context, path, places[i], halo, ink));
  // Heads that sit on each other are drawn as rings about the first.
  paths.forEach((path, i) => {
    const [x, y] = headOf(places[i]);
    const under = places.slice(0, i).filter((other) => {
      const [ox, oy] = headOf(other);
      return Math.hypot(ox - x, oy - y) < 3;
    }).length;
    drawHead(context, viewport, path, places[i], under, halo, ink);
  });
}

/** The step of a way whose shown point is nearest to a pixel, if one lies within reach. */
export function nearestStep(
  path: Path, viewport: Viewport, x: number, y: number, reach: number,
): { step: number; distance: number; x: number; y: number } | undefined {
  let best: { step: number; distance: number; x: number; y: number } | undefined;
  const places = project(path, viewport);
  for (let step = path.shown - 1; step >= 0; step--) {
    const distance = Math.hypot(places[2 * step] - x, places[2 * step + 1] - y);
    if (distance <= reach && (!best || distance < best.distance)) {
      best = { step, distance, x: places[2 * step], y: places[2 * step + 1] };
    }
  }
  return best;
}

function project(path: Path, viewport: Viewport): Float64Array {
  const places = new Float64Array(2 * path.shown);
  for (let i = 0; i < path.shown; i++) {
    places[2 * i] = toX(viewport, path.values[i * path.stride + path.first]);
    places[2 * i + 1] = toY(viewport, path.values[i * path.stride + path.second]);
  }
  return places;
}

function boxOf({ width, height }: Viewport): Box {
  return { left: -MARGIN, right: width + MARGIN, top: -MARGIN, bottom: height + MARGIN };
}

/** Strokes the way; stretches that lie on an earlier way are dashed, so that both colors show. */
function drawLine(
  context: CanvasRenderingContext2D, viewport: Viewport, path: Path, places: Float64Array,
  earlier: readonly Float64Array[], halo: string,
): void {
  const alone = new Path2D();
  const shared = new Path2D();
  const box = boxOf(viewport);
  const cut = new Float64Array(4);
  let [fromX, fromY] = [places[0], places[1]];
  let pen: Path2D | undefined;
  let penX = NaN;
  let penY = NaN;
  for (let i = 1; i < path.shown; i++) {
    const x = places[2 * i];
    const y = places[2 * i + 1];
    // Steps too short to see are left out of the line, except the last.
    if (i < path.shown - 1 && Math.abs(x - fromX) < NEAREST && Math.abs(y - fromY) < NEAREST) continue;
    if (clipSegment(box, fromX, fromY, x, y, cut)) {
      const target = earlier.some((other) => runsAlong(other, places, i)) ? shared : alone;
      if (target !== pen || penX !== cut[0] || penY !== cut[1]) target.moveTo(cut[0], cut[1]);
      target.lineTo(cut[2], cut[3]);
      pen = target;
      penX = cut[2];
      penY = cut[3];
    }
    fromX = x;
    fromY = y;
  }
  context.setLineDash([]);
  context.globalAlpha = 0.9;
  context.strokeStyle = halo;
  context.lineWidth = LINE + HALO;
  context.stroke(alone);
  context.globalAlpha = 1;
  context.strokeStyle = path.color;
  context.lineWidth = LINE;
  context.setLineDash(path.dash);
  context.lineCap = path.dash.length > 0 ? 'butt' : 'round';
  context.stroke(alone);
  context.lineCap = 'butt';
  context.setLineDash(OVERLAP_DASH);
  context.stroke(shared);
  if (path.hollow) {
    // On its textbook twin, which has the same color, a dash is told by its light core.
    context.strokeStyle = halo;
    context.lineWidth = LINE - 1.2;
    context.stroke(shared);
  }
  context.lineCap = 'round';
}

function runsAlong(other: Float64Array, places: Float64Array, i: number): boolean {
  return 2 * i + 1 < other.length
    && Math.abs(other[2 * i] - places[2 * i]) < SAME_PLACE
    && Math.abs(other[2 * i + 1] - places[2 * i + 1]) < SAME_PLACE
    && Math.abs(other[2 * i - 2] - places[2 * i - 2]) < SAME_PLACE
    && Math.abs(other[2 * i - 1] - places[2 * i - 1]) < SAME_PLACE;
}

/** A mark at each step, as far as they can be told apart. */
function drawStepMarks(
  context: CanvasRenderingContext2D, viewport: Viewport, path: Path, places: Float64Array, halo: string,
): void {
  const box = boxOf(viewport);
  const gap = path.shown > LONG_RACE.steps ? LONG_RACE.gap : MARK_GAP;
  const taken = new Set<number>();
  context.beginPath();
  for (let i = 0; i < path.shown - 1; i++) {
    const x = places[2 * i];
    const y = places[2 * i + 1];
    if (!inside(box, x, y)) continue;
    // A coarse grid of taken cells keeps marks apart, also where a way comes back to where it was.
    const cell = Math.floor(x / gap) * 65536 + Math.floor(y / gap);
    if (taken.has(cell)) continue;
    taken.add(cell);
    traceShape(context, path.shape, x, y, STEP_MARK);
  }
  context.fillStyle = path.hollow ? halo : path.color;
  context.fill();
  if (path.hollow) {
    context.strokeStyle = path.color;
    context.lineWidth = 1.5;
    context.stroke();
  }
}

/** A ring where one method handed the point over to the next. */
function drawHandovers(
  context: CanvasRenderingContext2D, path: Path, places: Float64Array, halo: string, ink: string,
): void {
  for (const step of path.handovers) {
    if (step >= path.shown) continue;
    context.beginPath();
    context.arc(places[2 * step], places[2 * step + 1], HANDOVER_RING, 0, 2 * Math.PI);
    context.strokeStyle = halo;
    context.lineWidth = 4;
    context.stroke();
    context.strokeStyle = ink;
    context.lineWidth = 1.6;
    context.stroke();
  }
}

function drawHead(
  context: CanvasRenderingContext2D, viewport: Viewport, path: Path, places: Float64Array, under: number,
  halo: string, ink: string,
): void {
  if (path.shown === 0) return;
  const [x, y] = headOf(places);
  const { width, height } = viewport;
  if (!inside({ left: 0, right: width, top: 0, bottom: height }, x, y)) {
    drawExit(context, viewport, path, places, halo, ink);
    return;
  }
  const radius = HEAD_MARK + RING_GAP * Math.min(under, MOST_RINGS);
  context.beginPath();
  traceShape(context, path.shape, x, y, radius);
  context.strokeStyle = halo;
  context.lineWidth = under > 0 ? 5 : 3.5;
  context.stroke();
  if (under === 0) {
    context.fillStyle = path.hollow ? halo : path.color;
    context.fill();
  }
  if (under > 0 || path.hollow) {
    context.strokeStyle = path.color;
    context.lineWidth = 2.4;
    context.stroke();
  }
  if (path.lost) drawLost(context, x, y, radius + 3, halo, ink);
}

/** Where a way leaves the plot: an arrow out of it, crossed if it never comes back. */
function drawExit(
  context: CanvasRenderingContext2D, viewport: Viewport, path: Path, places: Float64Array, halo: string, ink: string,
): void {
  const inset = 13;
  const box = { left: inset, right: viewport.width - inset, top: inset, bottom: viewport.height - inset };
  const cut = new Float64Array(4);
  for (let i = path.shown - 1; i > 0; i--) {
    const [fromX, fromY, x, y] = [places[2 * i - 2], places[2 * i - 1], places[2 * i], places[2 * i + 1]];
    if (!clipSegment(box, fromX, fromY, x, y, cut)) continue;
    const angle = Math.atan2(cut[3] - cut[1], cut[2] - cut[0]);
    context.save();
    context.translate(cut[2], cut[3]);
    context.save();
    context.rotate(angle);
    context.beginPath();
    context.moveTo(11, 0);
    context.lineTo(-6, 8);
    context.lineTo(-6, -8);
    context.closePath();
    context.strokeStyle = halo;
    context.lineWidth = 4;
    context.stroke();
    context.fillStyle = path.color;
    context.fill();
    context.restore();
    if (path.lost) drawLost(context, -18 * Math.cos(angle), -18 * Math.sin(angle), 8, halo, ink);
    context.restore();
    return;
  }
}

function drawLost(
  context: CanvasRenderingContext2D, x: number, y: number, radius: number, halo: string, ink: string,
): void {
  const arm = radius * 0.75;
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x - arm, y + arm);
  context.lineTo(x + arm, y - arm);
  context.strokeStyle = halo;
  context.lineWidth = 6;
  context.stroke();
  context.strokeStyle = ink;
  context.lineWidth = 2.8;
  context.stroke();
}

function headOf(places: Float64Array): [number, number] {
  return [places[places.length - 2], places[places.length - 1]];
}

/** The start: a ring that asks to be taken, and its name. */
export function drawStart(
  context: CanvasRenderingContext2D, viewport: Viewport, start: readonly [number, number], active: boolean,
  halo: string, ink: string, font: string,
): void {
  const x = toX(viewport, start[0]);
  const y = toY(viewport, start[1]);
  if (!inside({ left: -20, right: viewport.width + 20, top: -20, bottom: viewport.height + 20 }, x, y)) return;
  for (const [color, width] of [[halo, 6], [ink, active ? 3 : 2]] as const) {
    context.beginPath();
    context.arc(x, y, active ? 13 : 11, 0, 2 * Math.PI);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
  const below = y < viewport.height - 44;
  const right = x < 40 ? 'left' : x > viewport.width - 40 ? 'right' : 'center';
  context.font = font;
  context.textAlign = right;
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.lineWidth = 4;
  const labelX = right === 'left' ? x - 9 : right === 'right' ? x + 9 : x;
  const labelY = below ? y + 29 : y - 19;
  context.strokeText('start', labelX, labelY);
  context.fillStyle = ink;
  context.fillText('start', labelX, labelY);
}
