/** Keeps the basin map of what is wanted: fetches it as it is computed, and draws what has come. */
import type { PlotLayer } from '../race/plot-layer';
import type { Viewport } from '../race-surface/viewport';
import type { Paint } from '../theme/scheme';
import { BasinReader, type Basins } from './basins';
import type { ColoredBy } from './colors';
import { drawBasins, drawNumbers, paintCells } from './draw';

const REST = 150;
const PATIENCE = 2000;
const TOO_MANY_REQUESTS = 429;

export class BasinLayer implements PlotLayer {
  /** What has come of the newest map. */
  basins?: Basins;
  by: ColoredBy = 'end';
  private readonly onChange: (failure?: string) => void;
  private readonly canvas = document.createElement('canvas');
  private picture?: ImageData;
  private painted = 0;
  private paintedAs = '';
  private wanted = '';
  private shown = '';
  private timer = 0;
  private abort?: AbortController;

  constructor(onChange: (failure?: string) => void) {
    this.onChange = onChange;
  }

  /** Asks for a map, in place of whatever was asked for before; what is there stays until it comes. */
  want(query: string): void {
    if (query === this.wanted) return;
    const first = this.wanted === '';
    this.stop();
    this.wanted = query;
    this.later(first ? 0 : REST);
  }

  /** Nobody looks any more: the server computes no further. */
  stop(): void {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.abort = undefined;
    this.wanted = '';
  }

  private later(wait: number): void {
    this.timer = window.setTimeout(() => void this.fetch(this.wanted), wait);
  }

  private async fetch(query: string): Promise<void> {
    const abort = new AbortController();
    this.abort = abort;
    const reader = new BasinReader();
    try {
      const response = await fetch('stream/basins', {
        method: 'POST', body: new URLSearchParams(query), signal: abort.signal,
      });
      if (response.status === TOO_MANY_REQUESTS) {
        this.later(PATIENCE);
        return;
      }
      if (!response.ok || !response.body) {
        const problem = await response.json() as { detail?: string };
        throw new Error(problem.detail ?? `The server answered ${response.status}.`);
      }
      const pieces = response.body.getReader();
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        if (!reader.take(piece.value)) continue;
        if (this.basins !== reader.basins) {
          this.basins = reader.basins;
          this.shown = query;
          this.painted = 0;
        }
        this.onChange();
      }
      if (!reader.basins?.complete) throw new Error('The answer was broken off.');
    } catch (error) {
      if (abort.signal.aborted) return;
      this.wanted = '';
      this.onChange(error instanceof Error ? error.message : String(error));
    }
  }

  draw(context: CanvasRenderingContext2D, viewport: Viewport, paint: Paint, family: string): void {
    const { basins, canvas } = this;
    const pixels = canvas.getContext('2d');
    if (!basins || !pixels) return;
    const as = `${this.by} ${paint.dark}`;
    if (as !== this.paintedAs || this.painted === 0) {
      canvas.width = basins.columns;
      canvas.height = basins.rows;
      this.picture = pixels.createImageData(basins.columns, basins.rows);
      this.painted = 0;
      this.paintedAs = as;
    }
    if (this.painted < basins.count && this.picture) {
      paintCells(this.picture, basins, this.painted, this.by, paint.dark);
      this.painted = basins.count;
      pixels.putImageData(this.picture, 0, 0);
    }
    // What belongs to another race is seen as such.
    drawBasins(context, viewport, canvas, basins, this.shown !== this.wanted);
    if (this.by === 'end') drawNumbers(context, viewport, basins, paint, family);
  }
}
