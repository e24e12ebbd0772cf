/** Keeps the basin map of what is wanted: fetches it as it is computed, and draws what has come. */
import type { PlotLayer } from '../race/plot-layer';
import type { Viewport } from '../race-surface/viewport';
import { LatestQuery } from '../stream/latest-query';
import type { Paint } from '../theme/scheme';
import { BasinReader, type Basins } from './basins';
import type { ColoredBy } from './colors';
import { drawBasins, drawNumbers, paintCells } from './draw';

const REST = 150;

export class BasinLayer implements PlotLayer {
  readonly covers = true;
  /** What has come of the newest map. */
  basins?: Basins;
  by: ColoredBy = 'end';
  private readonly onChange: (failure?: string) => void;
  private readonly canvas = document.createElement('canvas');
  private picture?: ImageData;
  private painted = 0;
  private paintedAs = '';
  private shown = '';
  private readonly source: LatestQuery;

  constructor(onChange: (failure?: string) => void) {
    this.onChange = onChange;
    this.source = new LatestQuery('stream/basins', REST, (response, query) => this.read(response, query), onChange);
  }

  /** Asks for a map, in place of whatever was asked for before; what is there stays until it comes. */
  want(query: string): void {
    this.source.want(query);
  }

  stop(): void {
    this.source.stop();
  }

  private async read(response: Response, query: string): Promise<void> {
    const reader = new BasinReader();
    const pieces = response.body?.getReader();
    for (let piece = await pieces?.read(); piece && !piece.done; piece = await pieces?.read()) {
      if (!reader.take(piece.value)) continue;
      if (this.basins !== reader.basins) {
        this.basins = reader.basins;
        this.shown = query;
        this.painted = 0;
      }
      this.onChange();
    }
    if (!reader.basins?.complete) throw new Error('The answer was broken off.');
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
    drawBasins(context, viewport, canvas, basins, this.shown !== this.source.wanted);
    if (this.by === 'end') drawNumbers(context, viewport, basins, paint, family);
  }
}
