/** Longer side that a picture has at most. */
const LARGEST = 1400;

/** Below that nothing can be read in it. */
const SMALLEST = 100;

/** The largest picture whose address is not longer than `most`; empty if there is none. */
export function within(most: number, drawn: (longer: number) => string, longer: number): string {
  for (let size = Math.min(longer, LARGEST); ; size = Math.floor(size * 0.8)) {
    const picture = drawn(size);
    if (picture.length <= most) return picture;
    if (size * 0.8 < SMALLEST) return '';
  }
}
