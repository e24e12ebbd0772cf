/**
 * From the best to the worst in one sequence of colors: Matplotlib's plasma, which the color-blind read too, cut where
 * it would come too near the ground, and turned so that the best stands out most on either ground.
 */
export type Rgb = readonly [number, number, number];

const ON_LIGHT: readonly Rgb[] = [[13, 8, 135], [92, 1, 166], [156, 23, 158], [204, 71, 120], [216, 87, 107]];
const ON_DARK: readonly Rgb[] = [[240, 249, 33], [253, 202, 38], [251, 159, 58], [237, 121, 83], [204, 71, 120]];

/** The color for a place from 0, the best, to 1, the worst. */
export function rampColor(share: number, dark: boolean): string {
  return `rgb(${rampParts(share, dark).join(' ')})`;
}

/** The same as its red, green and blue. */
export function rampParts(share: number, dark: boolean): Rgb {
  const stops = dark ? ON_DARK : ON_LIGHT;
  const at = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const from = Math.min(Math.floor(at), stops.length - 2);
  const part = (i: number) => Math.round(stops[from][i] + (at - from) * (stops[from + 1][i] - stops[from][i]));
  return [part(0), part(1), part(2)];
}

/** The whole sequence for a legend, from left to right. */
export function rampGradient(dark: boolean): string {
  return `linear-gradient(to right, ${(dark ? ON_DARK : ON_LIGHT).map((stop) => `rgb(${stop.join(' ')})`).join(', ')})`;
}
