/** Where markers may be in the complex plane. Knows nothing of drawing. */
import type { Box } from '../drawing/frame';

export interface Disc {
  re: number;
  im: number;
  radius: number;
}

export interface Place {
  re: number;
  im: number;
}

/** Around the discs, with room for markers that are put outside all of them. */
const ROOM = 1;

/** The window that is shown: all discs and the origin, symmetric about the real axis. */
export function boxOf(discs: Disc[]): Box {
  const reach = Math.max(1, ...discs.map((disc) => Math.abs(disc.im) + disc.radius)) + ROOM;
  return {
    x0: Math.min(0, ...discs.map((disc) => disc.re - disc.radius)) - ROOM,
    x1: Math.max(0, ...discs.map((disc) => disc.re + disc.radius)) + ROOM,
    y0: -reach,
    y1: reach,
  };
}

/** The nearest place on the grid of that step, within the window. */
export function snapped(re: number, im: number, step: number, box: Box): Place {
  const put = (value: number, least: number, most: number) => {
    const steps = Math.round(Math.min(Math.max(value, least), most) / step);
    return steps * step + 0; // no negative zero
  };
  return { re: put(re, box.x0, box.x1), im: put(im, box.y0, box.y1) };
}

/** How many steps a key moves a marker, or undefined for a key that moves none. */
export function steps(key: string, far: boolean): { re: number; im: number } | undefined {
  const count = far ? 4 : 1;
  switch (key) {
    case 'ArrowLeft': return { re: -count, im: 0 };
    case 'ArrowRight': return { re: count, im: 0 };
    case 'ArrowUp': return { re: 0, im: count };
    case 'ArrowDown': return { re: 0, im: -count };
    default: return undefined;
  }
}

/** Which discs hold a place, as words: “in the discs of rows 1 and 2”, “outside every disc”. */
export function whereabouts(place: Place, discs: Disc[]): string {
  const rows = discs
    .map((disc, i) => (Math.hypot(place.re - disc.re, place.im - disc.im) <= disc.radius + 1e-9 ? i + 1 : 0))
    .filter((row) => row > 0);
  if (rows.length === 0) return 'outside every disc';
  if (rows.length === 1) return `in the disc of row ${rows[0]}`;
  return `in the discs of rows ${rows.slice(0, -1).join(', ')} and ${rows[rows.length - 1]}`;
}
