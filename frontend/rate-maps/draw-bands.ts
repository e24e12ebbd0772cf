/** Draws the spread of the rates in each layer. Takes arrays and a context, knows no state. */
import type { Colors } from '../drawing/painter';
import { colorOf, lookOf } from '../palette/palette';
import { traceShape } from '../palette/shapes';
import { compact, powerOfTen } from '../numbers/numbers';
import { ticksIn } from './draw-map';

/** Logarithms of the 5%, 50% and 95% quantiles of a layer's rates by one optimizer. */
export interface Band {
  optimizer: string;
  appearance: number;
  low: number;
  median: number;
  high: number;
}

export interface LayerBands {
  layer: string;
  bands: readonly Band[];
}

const LABEL = 64;
const BAND = 15;
const GAP = 9;
const AXIS = 36;

export function bandsHeight(layers: readonly LayerBands[]): number {
  return layers.reduce((sum, { bands }) => sum + bands.length * BAND + GAP, GAP) + AXIS;
}

export function drawBands(
  c: CanvasRenderingContext2D, layers: readonly LayerBands[], range: { low: number; high: number }, width: number, height: number, colors: Colors,
): void {
  const [left, right, bottom] = [LABEL, width - 16, height - AXIS];
  const x = (log: number) => left + ((log - range.low) / (range.high - range.low)) * (right - left);
  c.font = `12px ${colors.font}`;
  c.textAlign = 'center';
  c.textBaseline = 'top';
  c.lineWidth = 1;
  for (const value of ticksIn(range.low, range.high, (right - left) / 50)) {
    const at = Math.round(x(value)) + 0.5;
    c.strokeStyle = colors.line;
    line(c, at, 0, at, bottom + 4);
    c.fillStyle = colors.soft;
    const number = 10 ** value;
    c.fillText(number >= 0.001 && number <= 1000 ? compact(number) : powerOfTen(Math.round(value)), at, bottom + 6);
  }
  c.textAlign = 'right';
  c.fillText('effective learning rate', right, bottom + 21);
  let y = GAP;
  for (const { layer, bands } of layers) {
    c.fillStyle = colors.ink;
    c.textAlign = 'left';
    c.textBaseline = 'middle';
    c.fillText(layer, 0, y + (bands.length * BAND) / 2);
    for (const band of bands) {
      if (Number.isFinite(band.low)) drawBand(c, band, x, y + BAND / 2, colors);
      y += BAND;
    }
    y += GAP;
  }
}

function drawBand(c: CanvasRenderingContext2D, band: Band, x: (log: number) => number, y: number, colors: Colors): void {
  const color = colorOf(band.optimizer, colors.dark);
  const { shape, hollow } = lookOf(band.optimizer, band.appearance);
  c.strokeStyle = color;
  c.globalAlpha = 0.45;
  c.lineWidth = 6;
  line(c, x(band.low), y, Math.max(x(band.high), x(band.low) + 1), y);
  c.globalAlpha = 1;
  c.beginPath();
  traceShape(c, shape, x(band.median), y, 5);
  c.fillStyle = hollow ? colors.card : color;
  c.fill();
  c.lineWidth = 1.5;
  c.strokeStyle = hollow ? color : colors.card;
  c.stroke();
}

function line(c: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  c.beginPath();
  c.moveTo(x0, y0);
  c.lineTo(x1, y1);
  c.stroke();
}
