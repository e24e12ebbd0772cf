/** Clips segments to a box in pixels, exact enough for ends at 1e300. */

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The part of a segment inside the box as [x, y, x, y], written into `out`; false if there is none. */
export function clipSegment(
  box: Box, ax: number, ay: number, bx: number, by: number, out: Float64Array,
): boolean {
  if (!Number.isFinite(ax) || !Number.isFinite(ay) || !Number.isFinite(bx) || !Number.isFinite(by)) return false;
  for (let round = 0; round < 8; round++) {
    const a = outcode(box, ax, ay);
    const b = outcode(box, bx, by);
    if ((a | b) === 0) {
      out[0] = ax;
      out[1] = ay;
      out[2] = bx;
      out[3] = by;
      return true;
    }
    if ((a & b) !== 0) return false;
    // The outer end moves onto the edge, reckoned from the inner one: the other way would lose all digits.
    if (a !== 0) {
      const [x, y] = onEdge(box, a, bx, by, ax, ay);
      ax = x;
      ay = y;
    } else {
      const [x, y] = onEdge(box, b, ax, ay, bx, by);
      bx = x;
      by = y;
    }
    if (Number.isNaN(ax) || Number.isNaN(ay) || Number.isNaN(bx) || Number.isNaN(by)) return false;
  }
  return false;
}

export function inside(box: Box, x: number, y: number): boolean {
  return Number.isFinite(x) && Number.isFinite(y) && outcode(box, x, y) === 0;
}

const LEFT = 1;
const RIGHT = 2;
const TOP = 4;
const BOTTOM = 8;

function outcode(box: Box, x: number, y: number): number {
  return (x < box.left ? LEFT : x > box.right ? RIGHT : 0) | (y < box.top ? TOP : y > box.bottom ? BOTTOM : 0);
}

function onEdge(
  box: Box, code: number, fromX: number, fromY: number, toX: number, toY: number,
): [number, number] {
  // Halves, since the difference of two huge numbers of opposite signs is beyond what a double holds.
  const dx = toX / 2 - fromX / 2;
  const dy = toY / 2 - fromY / 2;
  if (code & (LEFT | RIGHT)) {
    const edge = code & LEFT ? box.left : box.right;
    return [edge, fromY + ((edge - fromX) / dx) * dy];
  }
  const edge = code & TOP ? box.top : box.bottom;
  return [fromX + ((edge - fromY) / dy) * dx, edge];
}
