/** Gives a canvas as many device pixels as it covers, and leaves it alone if it has them: setting them clears it. */
export function setSize(canvas: HTMLCanvasElement, width: number, height: number, scale: number): void {
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
}
