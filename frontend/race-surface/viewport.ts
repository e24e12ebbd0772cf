/** Between the plane of (x1, x2) and the pixels of a canvas. */
import { roundedTo } from '../numbers/numbers';
import type { Window } from '../race/trace';

export interface Viewport {
  /** CSS pixels. */
  width: number;
  height: number;
  window: Window;
}

/** A window this much off the canvas's proportions is stretched rather than shown with equal units on both axes. */
const MOST_SLACK = 3;

export function toX({ width, window: [left, right] }: Viewport, x1: number): number {
  return ((x1 - left) / (right - left)) * width;
}

export function toY({ height, window: [, , bottom, top] }: Viewport, x2: number): number {
  return ((top - x2) / (top - bottom)) * height;
}

export function fromX({ width, window: [left, right] }: Viewport, px: number): number {
  return left + (px / width) * (right - left);
}

export function fromY({ height, window: [, , bottom, top] }: Viewport, py: number): number {
  return top - (py / height) * (top - bottom);
}

/**
 * The window to show: all of the wanted one, and more of one axis so that a unit is as long on both, for angles and
 * circles to look like what they are. A window far longer than the canvas fills it instead.
 */
export function fit(wanted: Window, width: number, height: number): Window {
  const [left, right, bottom, top] = wanted;
  const wide = right - left;
  const high = top - bottom;
  const slack = (width / height) * (high / wide);
  if (slack > MOST_SLACK || slack < 1 / MOST_SLACK) return wanted;
  const moreWide = Math.max(0, wide * slack - wide) / 2;
  const moreHigh = Math.max(0, high / slack - high) / 2;
  return [left - moreWide, right + moreWide, bottom - moreHigh, top + moreHigh];
}

/** The window grown, if need be, to hold a point with some air around it. */
export function including(wanted: Window, [x1, x2]: readonly [number, number]): Window {
  if (!Number.isFinite(x1) || !Number.isFinite(x2)) return wanted;
  const [left, right, bottom, top] = wanted;
  if (x1 >= left && x1 <= right && x2 >= bottom && x2 <= top) return wanted;
  const grown: Window = [Math.min(left, x1), Math.max(right, x1), Math.min(bottom, x2), Math.max(top, x2)];
  return padded(grown, 0.06);
}

/** The window with a margin on all sides, as a share of its size. */
export function padded([left, right, bottom, top]: Window, share: number): Window {
  const dx = (right - left) * share;
  const dy = (top - bottom) * share;
  return [left - dx, right + dx, bottom - dy, top + dy];
}

/** Zooms by a factor (above 1: closer) about a point that stays where it is. */
export function zoomed([left, right, bottom, top]: Window, factor: number, x1: number, x2: number): Window {
  return [
    x1 - (x1 - left) / factor, x1 + (right - x1) / factor,
    x2 - (x2 - bottom) / factor, x2 + (top - x2) / factor,
  ];
}

/** Moves the picture by pixels, as a hand drags it. */
export function panned(viewport: Viewport, dx: number, dy: number): Window {
  const { width, height, window: [left, right, bottom, top] } = viewport;
  const x = (dx / width) * (right - left);
  const y = (dy / height) * (top - bottom);
  return [left - x, right - x, bottom + y, top + y];
}

export function sameWindow(one: Window, other: Window): boolean {
  return one.every((edge, i) => edge === other[i]);
}

/** A coordinate rounded no finer than a pixel can tell. */
export function toPixelGrid(value: number, unitsPerPixel: number): number {
  const decimals = Math.min(12, Math.max(0, -Math.ceil(Math.log10(unitsPerPixel) - 0.5)));
  return roundedTo(value, decimals);
}
