/** Draws small pictures, and the colors of what is told by two of them. */
import { FIRST, lookOf, SECOND } from '../palette/palette';

/** The same on a light page and on a dark one. */
export const INKS = { first: lookOf(FIRST).light, second: lookOf(SECOND).light };

/** Gray bytes, black on white where the page is light, so that clothes look like ink on paper. */
export function drawGray(canvas: HTMLCanvasElement, bytes: Uint8Array, side: number, dark: boolean): void {
  draw(canvas, side, (at) => {
    const gray = dark ? bytes[at] : 255 - bytes[at];
    return [gray, gray, gray, 255];
  });
}

/** Signed bytes: blue below zero, orange above, and at zero nothing, so that the page's ground is seen. */
export function drawSigned(canvas: HTMLCanvasElement, bytes: Uint8Array, from: number, side: number): void {
  const [below, above] = [INKS.first, INKS.second].map(channels);
  draw(canvas, side, (at) => {
    const value = ((bytes[from + at] << 24) >> 24) / 127;
    return [...(value < 0 ? below : above), 255 * Math.min(Math.abs(value), 1)];
  });
}

/** Red, green and blue of #rrggbb. */
function channels(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

function draw(canvas: HTMLCanvasElement, side: number, color: (at: number) => number[]): void {
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(side, side);
  for (let at = 0; at < side * side; at++) image.data.set(color(at), 4 * at);
  context.putImageData(image, 0, 0);
}
