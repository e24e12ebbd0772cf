/** Where a hint stands beside what it speaks of, so that it covers neither that nor what else one takes hold of. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Side = 'below' | 'above' | 'right' | 'left';

export interface Spot {
  left: number;
  top: number;
  side: Side;
  /** Where its tip is along the edge that faces what it speaks of, in pixels from that edge's start. */
  tip: number;
}

const GAP = 9;
const EDGE = 6;
/** The tip does not stand on a rounded corner. */
const CORNER = 14;
/** Of the width of what it speaks of, from its start. */
const SHARES = [0.5, 0.3, 0.7, 0.1, 0.9];
/** To cover what it speaks of is worse than to cover something else. */
const OWN = 10;

/**
 * The place beside a box that covers least.
 *
 * @param room where it has to be
 * @param others what is better not covered
 */
export function beside(target: Box, width: number, height: number, room: Box, others: readonly Box[]): Spot {
  const middle = (low: number, high: number): number => (low + high) / 2;
  const down = within(middle(target.top, target.bottom) - height / 2, room.top + EDGE, room.bottom - EDGE - height);
  const sides: [Side, number, number, number][] = [];
  // Where the tip points along the box, and where along its own edge the tip is: as much in the middle as can be.
  for (const share of SHARES) {
    const point = target.left + share * (target.right - target.left);
    for (const tip of [width / 2, CORNER, width - CORNER]) {
      const left = within(point - tip, room.left + EDGE, room.right - EDGE - width);
      sides.push(['below', left, target.bottom + GAP, point], ['above', left, target.top - GAP - height, point]);
    }
  }
  const point = middle(target.top, target.bottom);
  sides.push(['right', target.right + GAP, down, point], ['left', target.left - GAP - width, down, point]);
  let best: Spot | undefined;
  let least = Infinity;
  for (const [side, left, top, pointed] of sides) {
    const box = { left, top, right: left + width, bottom: top + height };
    const outside = width * height - overlap(box, room);
    const cost = OWN * (outside + overlap(box, target)) + others.reduce((sum, other) => sum + overlap(box, other), 0);
    if (cost >= least) continue;
    least = cost;
    const upright = side === 'below' || side === 'above';
    best = {
      left,
      top,
      side,
      tip: upright ? within(pointed - left, CORNER, width - CORNER) : within(pointed - top, CORNER, height - CORNER),
    };
  }
  return best!;
}

/** The box about two boxes. */
export function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left), top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right), bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Pixels of an area that two boxes share. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The lower bound counts where there is no room between both. */
function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
