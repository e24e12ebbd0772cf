/** Between what is drawn in a chart, in epochs and losses, and the pixels of a sheet that lies over all of it. */
import type { Viewport } from '../race-surface/viewport';

/** Where the chart's grid is within the sheet, in CSS pixels. */
export interface Grid {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What the edges of the grid stand for. */
export interface Axes {
  epochs: { min: number; max: number };
  losses: { min: number; max: number };
}

/** The sheet's margins go on in the units of the grid; undefined while there is no grid. */
export function overChart({ left, top, width, height }: Grid, { epochs, losses }: Axes, wide: number, high: number): Viewport | undefined {
  const across = (epochs.max - epochs.min) / width;
  const up = (losses.max - losses.min) / height;
  if (!(width > 0 && height > 0 && across > 0 && up > 0)) return undefined;
  return {
    width: wide,
    height: high,
    window: [
      epochs.min - left * across, epochs.min + (wide - left) * across,
      losses.max - (high - top) * up, losses.max + top * up,
    ],
  };
}
