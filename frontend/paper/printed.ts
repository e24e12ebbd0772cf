/** What a plot shows, ready for paper: a plot's element gives it when it is asked. */

export type Drawing = (context: CanvasRenderingContext2D) => void;

export interface Printed {
  /** A word or two. */
  name: string;
  /** CSS pixels. */
  width: number;
  height: number;
  draw: Drawing;
  /** The same as a film, where something moves. */
  film?: Film;
}

export interface Film {
  frames: number;
  draw(context: CanvasRenderingContext2D, frame: number): void;
}

/** An element that has something to print. */
export interface Printable {
  printed(): Printed[];
}

export function isPrintable(element: Element): element is Element & Printable {
  return typeof (element as Partial<Printable>).printed === 'function';
}
