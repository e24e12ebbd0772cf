/** Where the hand puts a point: under the pointer, or a little further by a key. */
import { roundBelow } from '../drawing/axis';
import { rounded } from '../numbers/numbers';
import { fromX, fromY, toPixelGrid, toX, toY, type Viewport } from './viewport';

type Point = readonly [number, number];

const NUDGE_PIXELS = 8;

export function isNear(viewport: Viewport, [x1, x2]: Point, x: number, y: number, reach: number): boolean {
  return Math.hypot(toX(viewport, x1) - x, toY(viewport, x2) - y) <= reach;
}

/** The point under a pixel, or at the edge of the plot, with no more digits than a pixel can tell. */
export function pointUnder(viewport: Viewport, x: number, y: number): Point {
  const { width, height, window: [left, right, bottom, top] } = viewport;
  return [
    toPixelGrid(fromX(viewport, Math.min(Math.max(0, x), width)), (right - left) / width),
    toPixelGrid(fromY(viewport, Math.min(Math.max(0, y), height)), (top - bottom) / height),
  ];
}

/** The point some round steps to the right and up; one that is not there yet begins in the middle. */
export function nudged(viewport: Viewport, from: Point | undefined, right: number, up: number): Point {
  const { width, window: [left, end, bottom, top] } = viewport;
  const [x1, x2] = from ?? [(left + end) / 2, (bottom + top) / 2];
  const step = roundBelow((NUDGE_PIXELS * (end - left)) / width);
  const moved = (at: number, by: number) => rounded(at + by * step, 10);
  return [moved(x1, right), moved(x2, up)];
}
