/** What a plot shows, ready for paper: a plot's element gives it when it is asked. */

export type Drawing = (context: CanvasRenderingContext2D) => void;

/** What a line or a mark of a plot is, for its legend. */
export interface Entry {
  name: string;
  /** Named as in its spec; empty for what is no optimizer's. */
  optimizer: string;
  /** How many runs of the same optimizer come before it. */
  appearance?: number;
  /** How it is drawn, if not as a line of the optimizer's with its mark. */
  drawn?: 'line' | 'dashes' | 'mark';
}

export interface Printed {
  /** A word or two. */
  name: string;
  /** What of the experiment it shows, in a few words, where the name does not say it. */
  about?: string;
  /** CSS pixels. */
  width: number;
  height: number;
  draw: Drawing;
  legend?: readonly Entry[];
  /** The same as a film, where something moves. */
  film?: Film;
}

export interface Film {
  frames: number;
  /** What a frame shows, in as many lines as that of the picture. */
  about(frame: number): string;
  draw(context: CanvasRenderingContext2D, frame: number): void;
}

/** An element that has something to print. */
export interface Printable {
  printed(): Printed[];
}

/** An element whose chart is drawn by a library, as SVG. */
export interface Charted {
  /** What the chart shows, in a few words, and whose its lines are. */
  charted(): { about: string; legend: readonly Entry[] };
}

export function isPrintable(element: Element): element is Element & Printable {
  return typeof (element as Partial<Printable>).printed === 'function';
}

export function isCharted(element: Element): element is Element & Charted {
  return typeof (element as Partial<Charted>).charted === 'function';
}
