/** A teacher's pointer and pen over the chart of a training: in epochs and losses, so that they stay at its data on a chart of any size. */
import type { ReactiveController } from 'lit';
import type { InkBoard } from '../ink/board';
import { drawInk } from '../ink/draw-ink';
import { isOfTraining, type Stroke } from '../ink/ink';
import { setSize } from '../race-surface/canvas';
import type { Viewport } from '../race-surface/viewport';
import { overChart, type Axes, type Grid } from './over-chart';

export interface InkedChart extends EventTarget {
  readonly isConnected: boolean;
  /** Where it is drawn; undefined while there is none. */
  canvas(): HTMLCanvasElement | null;
  /** How the chart is drawn now; undefined before it is. */
  drawn(): { grid: Grid; axes: Axes; dark: boolean } | undefined;
}

const REDUCED = '(prefers-reduced-motion: reduce)';

export class ChartInk implements ReactiveController {
  private readonly chart: InkedChart;
  private heard?: InkBoard;
  private unwatch?: () => void;
  private next = 0;
  private frame = 0;
  /** The library draws by itself, too, as when its room changes, and tells nobody. */
  private readonly drawn = new MutationObserver(() => this.redraw());
  private watched: Element | null = null;

  constructor(chart: InkedChart) {
    this.chart = chart;
  }

  /** The room's ink; undefined where there is no room. */
  get board(): InkBoard | undefined {
    return this.heard;
  }

  set board(board: InkBoard | undefined) {
    if (board === this.heard) return;
    this.hostDisconnected();
    this.heard = board;
    if (this.chart.isConnected) this.hostConnected();
  }

  hostConnected(): void {
    this.unwatch ??= this.heard?.watch(() => this.redraw());
    this.redraw();
  }

  hostDisconnected(): void {
    this.unwatch?.();
    this.unwatch = undefined;
    clearTimeout(this.next);
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.drawn.disconnect();
    this.watched = null;
  }

  /** After the chart was drawn anew, too: its axes may be others, or its room. */
  redraw(): void {
    if (this.heard && !this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(); });
  }

  strokes(): readonly Stroke[] {
    const { heard } = this;
    return heard && isOfTraining(heard.field) ? heard.strokesOn(heard.field) : [];
  }

  /** What of epochs and losses lies under the whole of the chart, its margins too. */
  viewport(): Viewport | undefined {
    const canvas = this.chart.canvas();
    const drawn = this.chart.drawn();
    if (!canvas || !drawn || canvas.clientWidth === 0) return undefined;
    return overChart(drawn.grid, drawn.axes, canvas.clientWidth, canvas.clientHeight);
  }

  private watch(drawing: Element | null): void {
    if (drawing === this.watched) return;
    this.drawn.disconnect();
    this.watched = drawing;
    if (drawing) this.drawn.observe(drawing, { childList: true, subtree: true });
  }

  private draw(): void {
    const canvas = this.chart.canvas();
    const context = canvas?.getContext('2d');
    const viewport = this.viewport();
    const { heard } = this;
    this.watch(canvas?.previousElementSibling ?? null);
    if (!canvas || !context || !viewport || !heard) return;
    const scale = window.devicePixelRatio || 1;
    setSize(canvas, viewport.width, viewport.height, scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, viewport.width, viewport.height);
    if (!isOfTraining(heard.field)) return;
    const now = performance.now();
    const reduced = matchMedia(REDUCED).matches;
    drawInk(context, viewport, this.strokes(), heard.spotsOn(heard.field, now, reduced), this.chart.drawn()?.dark ?? false);
    const wait = heard.rests(now, reduced);
    clearTimeout(this.next);
    if (wait === 0) this.redraw();
    else if (wait !== undefined) this.next = window.setTimeout(() => this.redraw(), wait);
  }
}
