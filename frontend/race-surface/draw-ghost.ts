/** Draws a pinned race pale under the others: lines and, at the shown step, hollow heads. */
import { clipSegment } from './clip';
import type { Path } from './draw-paths';
import { toX, toY, type Viewport } from './viewport';

const LINE = 2;
const HEAD = 5.5;
const PALE = 0.5;
const DASH = [2, 5];
const MARGIN = 12;

export function drawGhost(context: CanvasRenderingContext2D, viewport: Viewport, paths: readonly Path[], halo: string): void {
  const box = { left: -MARGIN, right: viewport.width + MARGIN, top: -MARGIN, bottom: viewport.height + MARGIN };
  const cut = new Float64Array(4);
  context.save();
  context.lineCap = 'round';
  for (const path of paths) {
    const at = (row: number): [number, number] => [
      toX(viewport, path.values[row * path.stride + path.first]), toY(viewport, path.values[row * path.stride + path.second])];
    const line = new Path2D();
    for (let row = 1; row < path.shown; row++) {
      if (clipSegment(box, ...at(row - 1), ...at(row), cut)) {
        line.moveTo(cut[0], cut[1]);
        line.lineTo(cut[2], cut[3]);
      }
    }
    context.globalAlpha = PALE;
    context.setLineDash(DASH);
    context.strokeStyle = path.color;
    context.lineWidth = LINE;
    context.stroke(line);
    const [x, y] = at(path.shown - 1);
    context.globalAlpha = 1;
    context.setLineDash([]);
    context.beginPath();
    context.arc(x, y, HEAD, 0, 2 * Math.PI);
    context.fillStyle = halo;
    context.fill();
    context.stroke();
  }
  context.restore();
}
