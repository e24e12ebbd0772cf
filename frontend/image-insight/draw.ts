/** Draws small gray pictures. */

/** Gray bytes, black on white where the page is light, so that clothes look like ink on paper. */
export function drawGray(canvas: HTMLCanvasElement, bytes: Uint8Array, side: number, dark: boolean): void {
  draw(canvas, side, (at) => {
    const gray = dark ? bytes[at] : 255 - bytes[at];
    return [gray, gray, gray];
  });
}

/** Signed bytes: blue below zero, orange above, the page's ground at zero. */
export function drawSigned(
  canvas: HTMLCanvasElement, bytes: Uint8Array, from: number, side: number, dark: boolean,
): void {
  const ground = dark ? [26, 32, 41] : [255, 255, 255];
  draw(canvas, side, (at) => {
    const value = ((bytes[from + at] << 24) >> 24) / 127;
    const ink = value < 0 ? [0, 114, 178] : [204, 85, 0];
    const share = Math.min(Math.abs(value), 1);
    return ground.map((channel, i) => channel + share * (ink[i] - channel));
  });
}

function draw(canvas: HTMLCanvasElement, side: number, color: (at: number) => number[]): void {
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(side, side);
  for (let at = 0; at < side * side; at++) {
    const [red, green, blue] = color(at);
    image.data.set([red, green, blue, 255], 4 * at);
  }
  context.putImageData(image, 0, 0);
}
