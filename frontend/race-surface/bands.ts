/** Contours of a field as polygons in the plane of (x1, x2). */
import type { Field } from './field';
import { levelsIn, lowered, scaleOf, shadeOf, type Scale } from './levels';
import { ringsAround } from './rings';

/** Rings around less than this many cells show the grid rather than the objective. */
const LEAST_AREA = 6;

/** All points at or above a height. */
export interface Band {
  level: number;
  /** From 0, at the bottom of the objective's scale, to 1. */
  shade: number;
  /** Rings of x1, x2, x1, x2, ...; a hole is a ring too, to be filled by the even-odd rule. */
  rings: Float64Array[];
}

export interface Relief {
  window: Field['window'];
  /** The shade below the first band. */
  ground: number;
  bands: Band[];
  /** Where the objective has no finite value. */
  undefinedRings: Float64Array[];
  /** Around all points at or above the least height of a start; undefined where any may be one. */
  startRings?: Float64Array[];
  scale?: Scale;
}

/**
 * The relief of a field, on the scale of the same objective's earlier fields if there is one.
 *
 * @param leastStart the least height of a start, if there is one
 */
export function reliefOf(field: Field, earlier?: Scale, leastStart?: number): Relief {
  let lowest = Infinity;
  let highest = -Infinity;
  let gaps = false;
  for (const value of field.values) {
    if (Number.isFinite(value)) {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    } else {
      gaps = true;
    }
  }
  const own = earlier ?? scaleOf(field.values);
  const undefinedRings = gaps
    ? ringsAt(field, Float64Array.from(field.values, (value) => (Number.isFinite(value) ? 0 : 1)), 0.5) : [];
  if (!own) return { window: field.window, ground: 0.5, bands: [], undefinedRings };
  const scale = lowered(own, lowest);
  // The root of the height over the lowest is nearly straight around a minimum, so that interpolating in it gives
  // round contours from a coarse grid; being monotone it moves none of them.
  const root = (value: number) => Math.sqrt(Math.max(0, value - lowest));
  const heights = Float64Array.from(field.values, (value) => root(Number.isFinite(value) ? value
    : value === -Infinity ? lowest : highest));
  const bands = levelsIn(scale, lowest, highest)
    .map((level) => ({ level, shade: shadeOf(scale, level), rings: ringsAt(field, heights, root(level)) }));
  const startRings = leastStart === undefined ? undefined : ringsAt(field, heights, root(leastStart));
  return { window: field.window, ground: shadeOf(scale, lowest), bands, undefinedRings, startRings, scale };
}

function ringsAt({ window, columns, rows }: Field, heights: Float64Array, level: number): Float64Array[] {
  const [left, right, bottom, top] = window;
  const dx = (right - left) / (columns - 1);
  const dy = (top - bottom) / (rows - 1);
  const rings = ringsAround(heights, columns, rows, level, LEAST_AREA);
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      ring[i] = left + ring[i] * dx;
      ring[i + 1] = bottom + ring[i + 1] * dy;
    }
  }
  return rings;
}
