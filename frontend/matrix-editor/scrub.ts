/** How far a drag along a cell brings its number. */
import { roundedTo } from '../numbers/numbers';

/** From here on a press is a drag. */
export const SLOP = 4;
const PIXELS_OF_WAY = 100;

/**
 * The number that so many pixels to the right make of another: a hundred of them as much as the number is large, or 1, in steps
 * of two digits.
 */
export function scrubbed(from: number, pixels: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, Math.abs(from))));
  const places = Math.max(0, 2 - Math.log10(magnitude));
  return roundedTo(from + (pixels / PIXELS_OF_WAY) * magnitude, places);
}
