/** What an element of a race lays over the ground of the plot, under the paths; and how it hears which part of the plane is shown. */
import type { Viewport } from '../race-surface/viewport';
import type { Paint } from '../theme/scheme';

export interface PlotLayer {
  /** Whether it covers the numbers of the axes, so that they are drawn over it again. */
  readonly covers?: boolean;
  draw(context: CanvasRenderingContext2D, viewport: Viewport, paint: Paint, family: string): void;
}

export class PlotOverlay {
  layer?: PlotLayer;
  /** Set by what draws it. */
  redraw: () => void = () => {};
  private readonly watchers = new Set<() => void>();

  /** Lays something there, in place of what is there; the same again once it looks otherwise. */
  lay(layer: PlotLayer | undefined): void {
    this.layer = layer;
    this.redraw();
  }

  /** Takes away what somebody has laid, if it is still there. */
  lift(layer: PlotLayer): void {
    if (this.layer === layer) this.lay(undefined);
  }

  watch(viewChanged: () => void): () => void {
    this.watchers.add(viewChanged);
    return () => this.watchers.delete(viewChanged);
  }

  viewChanged(): void {
    this.watchers.forEach((watcher) => watcher());
  }
}
