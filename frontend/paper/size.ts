/** How large a picture is on paper. */

const MILLIMETERS_TO_THE_INCH = 25.4;
const CSS_PIXELS_TO_THE_INCH = 96;
export const DOTS_TO_THE_INCH = 300;

/** A column of text. */
const WIDEST = 160;

/** How much larger than on a page at most: letters of 12 pixels are of 11 points then, as those of the text around. */
const LARGEST = 1.25;

/** @param width CSS pixels */
export function millimetersOf(width: number): number {
  return Math.min(WIDEST, Math.round((width / CSS_PIXELS_TO_THE_INCH) * MILLIMETERS_TO_THE_INCH * LARGEST));
}

/** Dots over a picture's width. */
export function dotsOf(width: number): number {
  return Math.round((millimetersOf(width) / MILLIMETERS_TO_THE_INCH) * DOTS_TO_THE_INCH);
}
