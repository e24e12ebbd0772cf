/** Draws everyone's trajectories at once. Takes arrays and a context, knows no state. */
import { clipSegment, inside, type Box } from '../race-surface/clip';
import { toX, toY, type Viewport } from '../race-surface/viewport';

/** One trajectory: x1, x2, x1, x2, ... */
export interface Line {
  points: Float64Array;
  color: string;
  lost: boolean;
  strong: boolean;
  label?: string;
}

export interface OverlayInk {
  halo: string;
  ink: string;
  family: string;
}

const NEAREST = 0.7;
const MARGIN = 8;
const INSET = 7;
const LABEL = 13;
const STRONG = 3.4;
const LOST_PALENESS = 0.55;
const LOST_DASH = [5, 4];

/** The lines with the last on top; the strong ones over all, and the others paler for it. */
export function drawOverlay(
  context: CanvasRenderingContext2D, viewport: Viewport, lines: readonly Line[], { halo, ink, family }: OverlayInk,
): void {
  const { width, alpha, mark } = weightOf(lines.length);
  const strong = lines.filter((line) => line.strong);
  const weak = lines.filter((line) => !line.strong);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const pale = strong.length > 0 ? alpha * 0.6 : alpha;
  for (const line of weak) {
    // Way out and back again and again, they would hide the others.
    context.globalAlpha = line.lost ? pale * LOST_PALENESS : pale;
    stroke(context, traced(viewport, line), line.color, width, line.lost);
  }
  context.globalAlpha = strong.length > 0 ? 0.6 : 1;
  for (const line of weak) drawEnd(context, viewport, line, mark, halo);
  context.globalAlpha = 1;
  for (const line of strong) {
    const way = traced(viewport, line);
    stroke(context, way, halo, STRONG + 3, false);
    stroke(context, way, line.color, STRONG, line.lost);
    drawEnd(context, viewport, line, 6.5, halo, ink);
  }
  context.font = `600 ${LABEL}px ${family}`;
  drawLabels(context, viewport, [...strong].concat([...weak].reverse()), halo, ink);
}

/** Which line passes nearest to a pixel within reach, by its place in the list, or -1; of equals the last. */
export function nearestLine(
  lines: readonly Pick<Line, 'points'>[], viewport: Viewport, x: number, y: number, reach: number,
): number {
  let best = -1;
  let least = reach;
  lines.forEach(({ points }, i) => {
    let fromX = NaN;
    let fromY = NaN;
    for (let k = 0; k < points.length; k += 2) {
      const atX = toX(viewport, points[k]);
      const atY = toY(viewport, points[k + 1]);
      const away = k === 0 ? Math.hypot(atX - x, atY - y) : distanceTo(fromX, fromY, atX, atY, x, y);
      if (away <= least) {
        least = away;
        best = i;
      }
      fromX = atX;
      fromY = atY;
    }
  });
  return best;
}

/** Few are drawn boldly; many thin and pale, so that where they crowd shows. */
function weightOf(count: number): { width: number; alpha: number; mark: number } {
  if (count <= 12) return { width: 2.2, alpha: 0.85, mark: 5 };
  if (count <= 60) return { width: 1.7, alpha: 0.72, mark: 4 };
  if (count <= 200) return { width: 1.2, alpha: 0.42, mark: 3.2 };
  return { width: 1, alpha: 0.34, mark: 2.7 };
}

/** A lost line ends where it first leaves the plot. */
function traced(viewport: Viewport, { points, lost }: Line): Path2D {
  const way = new Path2D();
  const { width, height } = viewport;
  const box: Box = { left: -MARGIN, right: width + MARGIN, top: -MARGIN, bottom: height + MARGIN };
  const cut = new Float64Array(4);
  let [fromX, fromY] = [toX(viewport, points[0]), toY(viewport, points[1])];
  let [penX, penY] = [NaN, NaN];
  for (let k = 2; k < points.length; k += 2) {
    const x = toX(viewport, points[k]);
    const y = toY(viewport, points[k + 1]);
    if (k < points.length - 2 && Math.abs(x - fromX) < NEAREST && Math.abs(y - fromY) < NEAREST) continue;
    if (clipSegment(box, fromX, fromY, x, y, cut)) {
      if (cut[0] !== penX || cut[1] !== penY) way.moveTo(cut[0], cut[1]);
      way.lineTo(cut[2], cut[3]);
      [penX, penY] = [cut[2], cut[3]];
    }
    if (lost && !inside(box, x, y)) break;
    [fromX, fromY] = [x, y];
  }
  return way;
}

function stroke(
  context: CanvasRenderingContext2D, way: Path2D, color: string, width: number, dashed: boolean,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dashed ? LOST_DASH : []);
  context.stroke(way);
  context.setLineDash([]);
}

/** A dot where a line ends, a cross where it was lost. */
function drawEnd(
  context: CanvasRenderingContext2D, viewport: Viewport, line: Line, radius: number, halo: string, rim = halo,
): void {
  const place = endOf(viewport, line);
  if (!place) return;
  const [x, y] = place;
  context.beginPath();
  if (line.lost) {
    const arm = radius * 0.9;
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x - arm, y + arm);
    context.lineTo(x + arm, y - arm);
    context.strokeStyle = halo;
    context.lineWidth = 4.5;
    context.stroke();
    context.strokeStyle = line.color;
    context.lineWidth = 2.2;
    context.stroke();
    return;
  }
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = line.color;
  context.fill();
  context.strokeStyle = rim;
  context.lineWidth = rim === halo ? 1 : 2;
  context.stroke();
}

/** The place of a line's end, if it is in the plot; of a lost one, where it first leaves it. */
function endOf(viewport: Viewport, { points, lost }: Line): readonly [number, number] | undefined {
  const box = { left: 0, right: viewport.width, top: 0, bottom: viewport.height };
  if (lost) {
    const exit = exitOf(viewport, points);
    if (exit) return exit;
  }
  const x = toX(viewport, points[points.length - 2]);
  const y = toY(viewport, points[points.length - 1]);
  return inside(box, x, y) ? [x, y] : undefined;
}

function exitOf(viewport: Viewport, points: Float64Array): readonly [number, number] | undefined {
  const box = { left: INSET, right: viewport.width - INSET, top: INSET, bottom: viewport.height - INSET };
  const cut = new Float64Array(4);
  for (let k = 2; k < points.length; k += 2) {
    const [x, y] = [toX(viewport, points[k]), toY(viewport, points[k + 1])];
    if (inside(box, x, y)) continue;
    const [fromX, fromY] = [toX(viewport, points[k - 2]), toY(viewport, points[k - 1])];
    return clipSegment(box, fromX, fromY, x, y, cut) ? [cut[2], cut[3]] : undefined;
  }
  return undefined;
}

/** Names beside the ends, as many as do not run into each other; the first have the first choice. */
function drawLabels(
  context: CanvasRenderingContext2D, viewport: Viewport, lines: readonly Line[], halo: string, ink: string,
): void {
  const taken: Box[] = [];
  context.textAlign = 'left';
  context.lineJoin = 'round';
  for (const line of lines) {
    const place = line.label ? endOf(viewport, line) : undefined;
    if (!place || !line.label) continue;
    const long = context.measureText(line.label).width;
    const right = place[0] + 10 + long < viewport.width - 4;
    const box = {
      left: right ? place[0] + 10 : place[0] - 10 - long, right: right ? place[0] + 10 + long : place[0] - 10,
      top: place[1] - LABEL * 0.75, bottom: place[1] + LABEL * 0.55,
    };
    if (taken.some((other) => overlap(other, box))) continue;
    taken.push(box);
    context.strokeStyle = halo;
    context.lineWidth = 3.5;
    context.strokeText(line.label, box.left, place[1] + LABEL * 0.35);
    context.fillStyle = ink;
    context.fillText(line.label, box.left, place[1] + LABEL * 0.35);
  }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function distanceTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}
