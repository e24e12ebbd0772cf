/** Draws a basin map. Takes arrays and a context, knows no state. */
import { toX, toY, type Viewport } from '../race-surface/viewport';
import type { Paint } from '../theme/scheme';
import type { Basins } from './basins';
import { COLORED, cellColor, type ColoredBy } from './colors';

/** So much of the plot is seen through it. */
const OPACITY = 0.62;
const FADED = 0.2;

/**
 * Paints cells into a picture of one pixel a cell, upside down as the plane is; a coarse cell covers those around it that
 * have not come.
 *
 * @param from the first place in the order that is to be painted
 */
export function paintCells(picture: ImageData, basins: Basins, from: number, by: ColoredBy, dark: boolean): void {
  const { columns, rows, order } = basins;
  for (let place = from; place < basins.count; place++) {
    const cell = order[place];
    const fate = { end: basins.ends[cell], reached: basins.reached[cell] };
    const stride = basins.strideAt(place);
    const before = Math.floor(stride / 2);
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    // What no coarse cell follows is its too.
    const right = column + stride >= columns ? columns - 1 : column - before + stride - 1;
    const top = row + stride >= rows ? rows - 1 : row - before + stride - 1;
    for (let r = Math.max(0, row - before); r <= top; r++) {
      for (let c = Math.max(0, column - before); c <= right; c++) {
        const [red, green, blue] = cellColor(fate, basins.steps, c + r, by, dark);
        const at = 4 * ((rows - 1 - r) * columns + c);
        picture.data[at] = red;
        picture.data[at + 1] = green;
        picture.data[at + 2] = blue;
        picture.data[at + 3] = 255;
      }
    }
  }
}

export function drawBasins(
  context: CanvasRenderingContext2D, viewport: Viewport, picture: CanvasImageSource, basins: Basins, faded: boolean,
): void {
  const { columns, rows, window: [left, right, bottom, top] } = basins;
  // The outermost starts lie on the edges: their cells reach half a cell beyond.
  const dx = (right - left) / (columns - 1) / 2;
  const dy = (top - bottom) / (rows - 1) / 2;
  const x = toX(viewport, left - dx);
  const y = toY(viewport, top + dy);
  context.save();
  context.globalAlpha = faded ? FADED : OPACITY;
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, x, y, toX(viewport, right + dx) - x, toY(viewport, bottom - dy) - y);
  context.restore();
}

/** The numbers of the minima beside them. */
export function drawNumbers(context: CanvasRenderingContext2D, viewport: Viewport, basins: Basins, paint: Paint, family: string): void {
  if (basins.minima.length < 2) return;
  context.font = `700 13px ${family}`;
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = paint.card;
  context.fillStyle = paint.ink;
  basins.minima.slice(0, COLORED).forEach(({ x1, x2 }, i) => {
    const x = toX(viewport, x1) + 8;
    const y = toY(viewport, x2) - 4;
    context.strokeText(String(i + 1), x, y);
    context.fillText(String(i + 1), x, y);
  });
}
