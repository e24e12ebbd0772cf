/**
 * The colors of the ground: light where the objective is low, on a light and on a dark page, in the accent's hue. On a
 * dark page the lightest is dark enough for the optimizers' light colors, and on both pages all shades are far enough
 * from the labels.
 */
import type { Paint } from '../theme/scheme';

type Page = Pick<Paint, 'dark' | 'hue'>;

/** @param shade from 0, the lowest, to 1 */
export function groundColor(shade: number, { dark, hue }: Page): string {
  return dark
    ? `hsl(${hue - 10 + 8 * shade} ${34 + 10 * shade}% ${33 - 25 * shade}%)`
    : `hsl(${hue - 8 - 2 * shade} ${80 - 38 * shade}% ${98 - 23 * shade}%)`;
}

/** The line along the lower edge of a band of a shade. */
export function lineColor(shade: number, { dark, hue }: Page): string {
  return dark ? `hsl(${hue} 55% 84% / ${0.2 - 0.08 * shade})` : `hsl(${hue} 55% 38% / ${0.2 + 0.1 * shade})`;
}

/** Numbers and names of the axes. */
export function labelColor({ dark, hue }: Page): string {
  return dark ? `hsl(${hue} 24% 88%)` : `hsl(${hue} 28% 21%)`;
}
