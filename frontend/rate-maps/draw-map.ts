/** Draws pictures of weights, and the colors that they are in. Takes arrays and a context, knows no state. */
import { rampColor } from '../class-layer/ramp';
import { compact, powerOfTen } from '../numbers/numbers';
import type { Paint } from '../theme/scheme';

export interface WeightPicture {
  side: number;
  /** From 0, the least that the colors tell, to 1; NaN for none. */
  shares: readonly number[];
  /** What is hatched. */
  hatched: readonly boolean[];
  /** The pixel that is looked at. */
  pixel?: number;
}

/** From stripe to stripe, in parts of a picture's side. */
const STRIPE = 1 / 20;

/** The more, the more it stands out. */
export function colorAt(share: number, dark: boolean): string {
  return rampColor(1 - share, dark);
}

export function drawWeights(c: CanvasRenderingContext2D, size: number, picture: WeightPicture, paint: Paint): void {
  const { side, shares, hatched, pixel } = picture;
  const at = (cell: number) => Math.round((cell * size) / side);
  const box = (i: number): [number, number, number, number] => {
    const [x, y] = [at(i % side), at(Math.floor(i / side))];
    return [x, y, at((i % side) + 1) - x, at(Math.floor(i / side) + 1) - y];
  };
  c.clearRect(0, 0, size, size);
  shares.forEach((share, i) => {
    if (Number.isNaN(share)) drawNone(c, box(i), paint);
    else {
      c.fillStyle = colorAt(share, paint.dark);
      c.fillRect(...box(i));
    }
  });
  c.save();
  c.beginPath();
  hatched.forEach((is, i) => { if (is) c.rect(...box(i)); });
  c.clip();
  drawStripes(c, size, size, size * STRIPE, paint.card);
  c.restore();
  if (pixel !== undefined) {
    const [x, y, width, height] = box(pixel);
    c.lineWidth = size / 40;
    c.strokeStyle = paint.card;
    c.strokeRect(x - 1.5 * c.lineWidth, y - 1.5 * c.lineWidth, width + 3 * c.lineWidth, height + 3 * c.lineWidth);
    c.strokeStyle = paint.ink;
    c.strokeRect(x - c.lineWidth / 2, y - c.lineWidth / 2, width + c.lineWidth, height + c.lineWidth);
  }
}

function drawNone(c: CanvasRenderingContext2D, [x, y, width, height]: [number, number, number, number], paint: Paint): void {
  c.fillStyle = paint.soft;
  c.fillRect(x + width / 2 - 0.5, y + height / 2 - 0.5, 1, 1);
}

/** Lines from the lower left to the upper right. */
export function drawStripes(c: CanvasRenderingContext2D, width: number, height: number, distance: number, color: string): void {
  c.lineWidth = distance / 3;
  c.strokeStyle = color;
  c.beginPath();
  for (let x = -height; x < width; x += distance) {
    c.moveTo(x, height);
    c.lineTo(x + height, 0);
  }
  c.stroke();
}

/** The colors from the least to the most, with numbers. */
export function drawBar(
  c: CanvasRenderingContext2D, width: number, height: number, { low, high }: { low: number; high: number }, paint: Paint, font: string,
): void {
  const [left, right, thick] = [14, width - 14, 12];
  for (let x = left; x < right; x++) {
    c.fillStyle = colorAt((x - left) / (right - left), paint.dark);
    c.fillRect(x, 0, 1.5, thick);
  }
  c.font = `12px ${font}`;
  c.fillStyle = paint.soft;
  c.textBaseline = 'top';
  c.textAlign = 'center';
  for (const value of ticksIn(low, high, (right - left) / 44)) {
    const x = left + ((value - low) / (high - low)) * (right - left);
    c.fillRect(Math.round(x) - 0.5, thick, 1, 4);
    c.fillText(tickText(value), Math.min(Math.max(x, 12), width - 12), thick + 6, height);
  }
}

/** Logarithms whose numbers are said beside the colors: whole decades, and 2 and 5 where there are few of these. */
export function ticksIn(low: number, high: number, most: number): number[] {
  const fine = high - low <= 2.5 ? [1, 2, 5] : [1];
  const stride = Math.max(1, Math.ceil((high - low) / most));
  const ticks: number[] = [];
  for (let decade = Math.floor(low); decade <= high; decade++) {
    if (fine.length === 1 && ((decade % stride) + stride) % stride !== 0) continue;
    for (const digit of fine) {
      const value = decade + Math.log10(digit);
      if (value >= low - 1e-9 && value <= high + 1e-9) ticks.push(value);
    }
  }
  return ticks;
}

function tickText(value: number): string {
  const number = 10 ** value;
  return number >= 0.001 && number <= 1000 ? compact(number) : powerOfTen(Math.round(value));
}
