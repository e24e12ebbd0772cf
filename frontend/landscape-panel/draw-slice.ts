/** Draws a slice of a loss with the paths on it. Takes arrays and a context, knows no state. */
import type { Colors } from '../drawing/painter';
import type { Relief } from '../race-surface/bands';
import { drawPaths, drawStart, type Path } from '../race-surface/draw-paths';
import { drawAxes, drawRelief } from '../race-surface/draw-relief';
import { toX, toY } from '../race-surface/viewport';
import type { Window } from '../race/trace';

const SPOT = 9;

export interface Slice {
  window: Window;
  relief: Relief | undefined;
  paths: readonly Path[];
  /** What the axes are. */
  names: [string, string];
  start: readonly [number, number] | undefined;
  /** The point that is looked at. */
  spot: readonly [number, number] | undefined;
}

export function drawSlice(
  c: CanvasRenderingContext2D, width: number, height: number, { window, relief, paths, names, start, spot }: Slice, colors: Colors,
): void {
  const viewport = { width, height, window };
  drawRelief(c, viewport, relief ?? { window, ground: 0.5, bands: [], undefinedRings: [] }, colors);
  drawAxes(c, viewport, colors, colors.font, names);
  drawPaths(c, viewport, paths, colors.card, colors.ink);
  if (start) drawStart(c, viewport, start, false, colors.card, colors.ink, `600 13px ${colors.font}`);
  if (spot) drawSpot(c, toX(viewport, spot[0]), toY(viewport, spot[1]), colors);
}

/** A path about its own mean, on nothing. */
export function drawOwn(c: CanvasRenderingContext2D, width: number, height: number, window: Window, path: Path, colors: Colors): void {
  drawPaths(c, { width, height, window }, [path], colors.card, colors.ink);
}

function drawSpot(c: CanvasRenderingContext2D, x: number, y: number, { card, ink }: Colors): void {
  for (const [color, width] of [[card, 4], [ink, 1.6]] as const) {
    c.beginPath();
    c.moveTo(x - SPOT, y);
    c.lineTo(x + SPOT, y);
    c.moveTo(x, y - SPOT);
    c.lineTo(x, y + SPOT);
    c.strokeStyle = color;
    c.lineWidth = width;
    c.stroke();
  }
}
