/** The colors of a basin map: of minima after Okabe and Ito, told apart by numbers too; of times one ramp. */
import { rampParts, type Rgb } from '../class-layer/ramp';
import { AWAY, DIVERGED, NEVER } from './basins';

export type ColoredBy = 'end' | 'time';

const MINIMA: readonly Rgb[] = [
  [0, 114, 178], [230, 159, 0], [0, 158, 115], [204, 121, 167], [213, 94, 0], [86, 180, 233], [240, 228, 66],
];
/** All others have one color. */
const OTHER: Rgb = [140, 110, 90];
const UNDECIDED: Record<'light' | 'dark', Rgb> = { light: [150, 156, 166], dark: [110, 116, 126] };
const STRIPES: Record<'light' | 'dark', readonly [Rgb, Rgb]> = {
  light: [[70, 74, 82], [214, 218, 224]],
  dark: [[225, 228, 232], [58, 62, 70]],
};

/** How many minima have a color of their own. */
export const COLORED = MINIMA.length;

export function minimumColor(place: number): Rgb {
  return MINIMA[place] ?? OTHER;
}

export function undecidedColor(dark: boolean): Rgb {
  return UNDECIDED[dark ? 'dark' : 'light'];
}

/** The two colors of the stripes where it runs away. */
export function stripes(dark: boolean): readonly [Rgb, Rgb] {
  return STRIPES[dark ? 'dark' : 'light'];
}

/** Where a number of steps is between none and all, each doubling as far as the next. */
export function timeShare(reached: number, steps: number): number {
  return steps > 0 ? Math.log2(1 + reached) / Math.log2(1 + steps) : 0;
}

/** What has become of a start. */
export interface Fate {
  end: number;
  reached: number;
}

/**
 * The color of a cell.
 *
 * @param diagonal its column and row together, on which stripes depend
 */
export function cellColor({ end, reached }: Fate, steps: number, diagonal: number, by: ColoredBy, dark: boolean): Rgb {
  if (end === DIVERGED) return stripes(dark)[diagonal % 4 < 2 ? 0 : 1];
  if (by === 'time') {
    return reached === NEVER ? undecidedColor(dark) : rampParts(timeShare(reached, steps), dark);
  }
  return end === AWAY ? undecidedColor(dark) : minimumColor(end);
}

export function css([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}
