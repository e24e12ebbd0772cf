/**
 * Which of a page's places is being read: the last that has passed a line, or the first before any has.
 *
 * @param tops how far each place is below the top of the window, in the order of the page
 * @param line how far below the top one reads
 */
export function placeAt(tops: readonly number[], line: number): number {
  let place = 0;
  tops.forEach((top, i) => { if (top <= line) place = i; });
  return place;
}
