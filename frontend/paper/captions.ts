/** What stands above and below a plot on paper: what it is of, and whose each line and mark is. */
import { lookOf } from '../palette/palette';
import { traceShape } from '../palette/shapes';
import type { Paint } from '../theme/scheme';
import type { Entry } from './printed';

/** How wide a text is in a font. */
export type Measure = (text: string, font: string) => number;

interface Line {
  text: string;
  font: string;
  soft: boolean;
  y: number;
}

interface Placed {
  entry: Entry;
  x: number;
  y: number;
}

export interface Captions {
  /** Pixels that they need above the plot and below it. */
  above: number;
  below: number;
  lines: readonly Line[];
  /** By their middles, from the plot's lower edge on. */
  entries: readonly Placed[];
  font: string;
}

const SIDE = 10;
const TITLE = { size: 15, line: 20 };
const ABOUT = { size: 12.5, line: 17 };
const ENTRY = { size: 12.5, line: 20, sample: 30, gap: 7, between: 20 };
const MARK = 5;

/** Breaks a text between words, so that each line is no wider than that; a word that is wider stays whole. */
export function broken(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

export function captionsOf(
  title: string, about: string, legend: readonly Entry[], width: number, family: string, measure: Measure,
): Captions {
  const lines: Line[] = [];
  let y = SIDE;
  const write = (text: string, { size, line }: { size: number; line: number }, weight: number, soft: boolean): void => {
    const font = `${weight} ${size}px ${family}`;
    for (const part of broken(text, width - 2 * SIDE, (some) => measure(some, font))) {
      lines.push({ text: part, font, soft, y: y + line / 2 });
      y += line;
    }
  };
  write(title, TITLE, 600, false);
  write(about, ABOUT, 400, true);
  const above = lines.length > 0 ? y + 6 : 0;
  const font = `500 ${ENTRY.size}px ${family}`;
  const entries: Placed[] = [];
  let x = SIDE;
  let row = 6 + ENTRY.line / 2;
  for (const entry of legend) {
    const wide = ENTRY.sample + ENTRY.gap + measure(entry.name, font);
    if (x > SIDE && x + wide > width - SIDE) {
      x = SIDE;
      row += ENTRY.line;
    }
    entries.push({ entry, x, y: row });
    x += wide + ENTRY.between;
  }
  return { above, below: legend.length > 0 ? row + ENTRY.line / 2 + SIDE : 0, lines, entries, font };
}

/** Draws what stands above, from the upper edge on. */
export function drawTitle(c: CanvasRenderingContext2D, { lines }: Captions, paint: Paint): void {
  c.textAlign = 'left';
  c.textBaseline = 'middle';
  for (const { text, font, soft, y } of lines) {
    c.font = font;
    c.fillStyle = soft ? paint.soft : paint.ink;
    c.fillText(text, SIDE, y);
  }
}

/** Draws the legend, from a height on. */
export function drawLegend(c: CanvasRenderingContext2D, { entries, font }: Captions, top: number, paint: Paint): void {
  for (const { entry, x, y } of entries) {
    drawSample(c, entry, x, top + y, paint);
    c.font = font;
    c.textAlign = 'left';
    c.textBaseline = 'middle';
    c.fillStyle = paint.ink;
    c.fillText(entry.name, x + ENTRY.sample + ENTRY.gap, top + y);
  }
}

function drawSample(c: CanvasRenderingContext2D, { optimizer, appearance, drawn }: Entry, x: number, y: number, paint: Paint): void {
  const look = lookOf(optimizer, appearance ?? 0);
  const color = optimizer ? (paint.dark ? look.dark : look.light) : paint.soft;
  c.strokeStyle = color;
  c.lineJoin = 'round';
  if (drawn !== 'mark') {
    c.lineWidth = 2.4;
    c.setLineDash(drawn === 'dashes' ? [6, 4] : drawn === 'line' ? [] : look.dash);
    c.beginPath();
    c.moveTo(x, y);
    c.lineTo(x + ENTRY.sample, y);
    c.stroke();
    c.setLineDash([]);
  }
  if (drawn === 'line' || drawn === 'dashes') return;
  c.beginPath();
  traceShape(c, look.shape, x + ENTRY.sample / 2, y, MARK);
  c.fillStyle = look.hollow ? paint.card : color;
  c.fill();
  if (look.hollow) {
    c.lineWidth = 1.8;
    c.stroke();
  }
}
