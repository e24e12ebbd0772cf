import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { dashOf, lookOf } from '../palette/palette';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import type { Change } from '../race/race-model';
import type { Window } from '../race/trace';
import { SchemeController, themeStyles } from '../theme/scheme';
import { setSize } from './canvas';
import { drawAxes, drawMinima, drawRelief } from './draw-relief';
import { drawPaths, drawStart, nearestStep, type Path } from './draw-paths';
import { FieldSource } from './field-source';
import { Gestures, type GestureTarget, type Holding } from './gestures';
import { StartPosition, type StartChange } from './start-position';
import { surfaceStyles } from './styles';
import { placesAt, plotLabel } from './summary';
import { SurfaceView } from './surface-view';
import { renderTip, type Tip } from './tip';
import { fromX, fromY, niceStep, toPixelGrid, toX, toY, type Viewport } from './viewport';

const NUDGE_PIXELS = 8;
const BUTTON_ZOOM = 1.5;
const HOVER_REACH = 12;
const QUIET = 700;

/**
 * The plane of (x1, x2): contours of the objective, and the optimizers' ways over it up to the shown step. Fires
 * `start-change` with {x1, x2, final} as the start is moved; `final` is false while it is still under the hand.
 */
@customElement('race-surface')
export class RaceSurface extends LitElement implements GestureTarget {
  static override styles = [themeStyles, surfaceStyles];

  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  @state() private tip?: Tip;
  @state() private notice?: string;
  @state() private announcement = '';
  private frame = 0;
  private quiet = 0;
  private holdingStart = false;
  private groundStale = true;
  private readonly ground = document.createElement('canvas');
  private gestures?: Gestures;
  private readonly view = new SurfaceView(() => this.moved());
  private readonly link = new RaceLink(this, (change) => this.changed(change));
  private readonly scheme = new SchemeController(this, () => this.redraw(true));
  private readonly source = new FieldSource((failure) => {
    if (failure) this.notice = `The contours could not be fetched. ${failure}`;
    else if (!this.link.model?.failure) this.notice = undefined;
    this.redraw(true);
  });
  private readonly start = new StartPosition((detail) => this.dispatchEvent(
    new CustomEvent<StartChange>('start-change', { detail, bubbles: true, composed: true })));
  private readonly sizes = new ResizeObserver(() => this.resized());

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.gestures?.disconnect();
    this.source.stop();
    this.start.stop();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.quiet);
    this.frame = 0;
  }

  protected override firstUpdated(): void {
    this.listen();
  }

  protected override render() {
    const { model } = this.link;
    const trace = model?.trace;
    const start = this.start.of(trace?.header.start) ?? [0, 0];
    return html`
      <canvas tabindex="0" role="application" aria-roledescription="plot" aria-describedby="places"
        aria-label=${plotLabel(trace, start)}></canvas>
      <div class="zoom" role="group" aria-label="View">
        <button title="Closer (+)" aria-label="Zoom in" @click=${() => this.zoom(BUTTON_ZOOM)}>
          <svg viewBox="0 0 16 16"><path d="M8 3v10M3 8h10" /></svg></button>
        <button title="Farther (−)" aria-label="Zoom out" @click=${() => this.zoom(1 / BUTTON_ZOOM)}>
          <svg viewBox="0 0 16 16"><path d="M3 8h10" /></svg></button>
        <button title="Show all (0)" aria-label="Show all" @click=${() => this.reset()}>
          <svg viewBox="0 0 16 16"><path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" /></svg></button>
      </div>
      ${this.tip && trace ? renderTip(this.tip, trace, this.viewport()?.width ?? 0) : nothing}
      ${this.notice ? html`<div class="notice" role="status"><p>${this.notice}</p></div>` : nothing}
      <ul id="places" class="visually-hidden">
        ${trace ? placesAt(trace, model.step).map((sentence) => html`<li>${sentence}</li>`) : nothing}
      </ul>
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  private listen(): void {
    this.gestures = new Gestures(this.canvas, this);
    this.sizes.observe(this.canvas);
  }

  private changed(change: Change): void {
    const { model } = this.link;
    if (!model) return;
    if (change === 'trace' && model.trace) {
      this.notice = undefined;
      this.start.arrived(model.trace.header.start);
      this.view.show(model.trace.header);
    }
    if (change === 'field') this.fetchField();
    if (change === 'failure') this.notice = model.failure;
    if (this.tip && change !== 'field') this.tip = undefined;
    this.tellWhenQuiet();
    this.redraw(false);
  }

  /** The words follow once the picture rests: nobody listens to sixty sentences a second. */
  private tellWhenQuiet(): void {
    clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => {
      const { model } = this.link;
      if (!model?.trace || model.playing) return;
      this.announcement = `Step ${model.step} of ${model.lastStep}.`;
      this.requestUpdate();
    }, QUIET);
  }

  private moved(): void {
    this.tip = undefined;
    this.fetchField();
    this.redraw(true);
  }

  private fetchField(): void {
    const viewport = this.viewport();
    if (viewport && this.link.model) this.source.want(this.link.model.field, viewport);
  }

  private viewport(): Viewport | undefined {
    return this.view.viewport;
  }

  private resized(): void {
    // Also a change of the pixel ratio comes here.
    if (!this.view.resize(this.canvas.clientWidth, this.canvas.clientHeight)) this.redraw(true);
  }

  // Gestures

  holdsStart(x: number, y: number, reach: number): boolean {
    const viewport = this.viewport();
    const start = this.start.of(this.link.model?.trace?.header.start);
    return viewport !== undefined && start !== undefined
      && Math.hypot(toX(viewport, start[0]) - x, toY(viewport, start[1]) - y) <= reach;
  }

  moveStart(x: number, y: number, final: boolean): void {
    const viewport = this.viewport();
    if (!viewport) return;
    const [left, right, bottom, top] = viewport.window;
    this.start.move(
      toPixelGrid(fromX(viewport, Math.min(Math.max(0, x), viewport.width)), (right - left) / viewport.width),
      toPixelGrid(fromY(viewport, Math.min(Math.max(0, y), viewport.height)), (top - bottom) / viewport.height),
      final,
    );
    this.redraw(false);
  }

  nudgeStart(right: number, up: number, final: boolean): void {
    const viewport = this.viewport();
    const start = this.start.of(this.link.model?.trace?.header.start);
    if (!viewport || !start) return;
    if (final) {
      this.start.settle();
    } else {
      const [left, end] = viewport.window;
      const step = niceStep((NUDGE_PIXELS * (end - left)) / viewport.width);
      const moved = (from: number, by: number) => Number((from + by * step).toPrecision(10));
      this.start.move(moved(start[0], right), moved(start[1], up), false);
    }
    this.redraw(false);
    this.requestUpdate();
  }

  pan(dx: number, dy: number): void {
    this.canvas.dataset.panning = '';
    this.view.pan(dx, dy);
  }

  zoom(factor: number, x?: number, y?: number): void {
    this.view.zoom(factor, x, y);
  }

  reset(): void {
    this.view.reset();
  }

  togglePlay(): void {
    this.link.model?.toggle();
  }

  hover(at?: { x: number; y: number }): void {
    const viewport = this.viewport();
    const trace = this.link.model?.trace;
    if (!at || !viewport || !trace) {
      this.tip = undefined;
      return;
    }
    let best: (Tip & { distance: number }) | undefined;
    this.paths().forEach((path, i) => {
      const near = nearestStep(path, viewport, at.x, at.y, HOVER_REACH);
      if (near && (!best || near.distance < best.distance)) best = { ...near, series: trace.series[i] };
    });
    if (this.tip?.series !== best?.series || this.tip?.step !== best?.step) {
      this.tip = best;
      this.redraw(false);
    }
  }

  holding(what: Holding): void {
    this.holdingStart = what === 'start';
    this.canvas.dataset.holding = what;
    if (what === 'nothing') delete this.canvas.dataset.panning;
    this.redraw(false);
  }

  // Drawing

  private redraw(groundToo: boolean): void {
    this.groundStale ||= groundToo;
    if (this.frame || !this.isConnected) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const viewport = this.viewport();
    const context = this.canvas?.getContext('2d');
    if (!viewport || !context) return;
    const { width, height } = viewport;
    const scale = window.devicePixelRatio || 1;
    const { paint } = this.scheme;
    const family = getComputedStyle(this).fontFamily;
    if (this.groundStale) this.drawGround(viewport, scale, family);
    setSize(this.canvas, width, height, scale);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.ground, 0, 0);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    const { trace } = this.link.model ?? {};
    if (!trace) return;
    drawMinima(context, viewport, trace.header.objective.minima, paint);
    drawPaths(context, viewport, this.paths(), paint.card, paint.ink);
    const start = this.start.of(trace.header.start);
    if (start) drawStart(context, viewport, start, this.holdingStart, paint.card, paint.ink, `600 13px ${family}`);
    if (this.tip) {
      context.beginPath();
      context.arc(this.tip.x, this.tip.y, 10, 0, 2 * Math.PI);
      context.strokeStyle = paint.ink;
      context.lineWidth = 2;
      context.stroke();
    }
  }

  private drawGround(viewport: Viewport, scale: number, family: string): void {
    const context = this.ground.getContext('2d');
    if (!context) return;
    const { paint } = this.scheme;
    setSize(this.ground, viewport.width, viewport.height, scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawRelief(context, viewport, this.source.relief ?? NO_RELIEF, paint);
    drawAxes(context, viewport, paint, family);
    this.groundStale = false;
  }

  private paths(): Path[] {
    const { model } = this.link;
    if (!model?.trace) return [];
    const { dark } = this.scheme.paint;
    return model.trace.series.map((series) => {
      const look = lookOf(series.header.optimizer);
      return {
        values: series.values,
        stride: series.stride,
        first: series.offset('x1'),
        second: series.offset('x2'),
        shown: Math.min(model.step + 1, series.rows),
        color: dark ? look.dark : look.light,
        shape: look.shape,
        hollow: look.hollow,
        dash: dashOf(series.appearance),
        lost: series.divergedBy(model.step),
      };
    });
  }
}

const NO_RELIEF = { window: [0, 1, 0, 1] as Window, ground: 0.5, bands: [], undefinedRings: [] };

declare global {
  interface HTMLElementTagNameMap {
    'race-surface': RaceSurface;
  }
  interface HTMLElementEventMap {
    'start-change': CustomEvent<StartChange>;
  }
}
