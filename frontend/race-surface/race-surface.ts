import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ClassElement, MARKS } from '../class-layer/class-element';
import { ClassLayer } from '../class-layer/class-layer';
import { renderLegend, type LegendTarget } from '../class-layer/legend';
import { renderPathTip } from '../class-layer/path-tip';
import { legendStyles } from '../class-layer/styles';
import { inkInWords } from '../ink/words';
import { inOwnTask } from '../motion/own-task';
import { Stillness } from '../motion/stillness';
import { point } from '../numbers/numbers';
import { colorOf } from '../palette/palette';
import '../race/descent-race';
import { ghostLabel } from '../race/ghost';
import { CALM, RaceLink } from '../race/race-context';
import type { Change } from '../race/race-model';
import { SchemeController, themeStyles } from '../theme/scheme';
import { tipStyles } from '../theme/tip';
import { marksOf, type Marks } from './anatomy-marks';
import type { Path } from './draw-paths';
import { FieldSource } from './field-source';
import { framed } from './framing';
import { Gestures, type GestureTarget, type Holding } from './gestures';
import { isNear, nudged, pointUnder } from './hand';
import { HeldPoint, type PointChange } from './held-point';
import { renderRuns } from './legend';
import type { Printable, Printed } from '../paper/printed';
import { Picture, type Contents } from './picture';
import { printedRace } from './on-paper';
import { pathsAt } from './shown-paths';
import { surfaceStyles } from './styles';
import { minimaOf, placesAt, plotLabel, stepInWords } from './summary';
import { SurfaceView } from './surface-view';
import { offerAt, renderOffer, type Offer } from './go-on';
import { renderTip, tipAt, type Tip } from './tip';
import { toX, toY } from './viewport';
import { renderZoomButtons, type ZoomTarget } from './zoom-buttons';

const REDUCED = '(prefers-reduced-motion: reduce)';
const PATH_REACH = 7;
const QUIET = 700;
/** What is behind for less is not seen to be. */
const LATE = 200;

/**
 * The plane of (x1, x2): contours of the objective, and the optimizers' ways over it up to the shown step. Fires
 * `start-change` with {x1, x2, final} as the start is moved, or `point-pick` while a guess is; `final` is false while
 * it is still under the hand. Fires `path-pick` {id} when one of a class's trajectories is chosen.
 */
@customElement('race-surface')
export class RaceSurface extends inOwnTask(ClassElement) implements GestureTarget, LegendTarget, ZoomTarget, Printable {
  static override styles = [themeStyles, tipStyles, surfaceStyles, legendStyles];

  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  /** Whether one may go on from a step with something else; then `branch` with {run, step} is fired. */
  @property({ type: Boolean }) branches = false;
  /** The least height of a start: where it is lower is hatched. */
  @property({ type: Number, attribute: 'least-start' }) leastStart?: number | null;
  @state() private tip?: Tip;
  @state() private offer?: Offer;
  /** Where the pointer looks at a trajectory. */
  @state() private lookAt?: { x: number; y: number };
  @state() private notice?: string;
  @state() private announcement = '';
  private frame = 0;
  private quiet = 0;
  private words = 0;
  private ink = 0;
  private late = 0;
  private holdingPoint = false;
  private readonly picture = new Picture();
  private gestures?: Gestures;
  private readonly view = new SurfaceView(() => this.moved());
  private readonly stillness = new Stillness();
  private readonly link = new RaceLink(this, (change) => this.changed(change));
  private readonly scheme = new SchemeController(this, () => {
    this.redraw(true);
    this.requestUpdate();
  });
  private readonly source = new FieldSource((failure) => {
    if (failure) this.notice = `The contours could not be fetched. ${failure}`;
    else if (!this.link.model?.failure) this.notice = undefined;
    this.redraw(true);
  });
  private readonly start = new HeldPoint(
    (change) => this.tell('start-change', change), { host: this, parameter: 'start' });
  private readonly layer = new ClassLayer({
    changed: () => {
      this.redraw(false);
      this.requestUpdate();
    },
    failed: (message) => { this.announcement = `Everyone\u2019s paths could not be fetched. ${message}`; },
    picked: (guess) => this.tell('point-pick', guess),
  });
  private readonly sizes = new ResizeObserver(() => this.resized());

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.listen();
    this.layer.take(this);
  }

  /** Where the start is seen, in pixels of this element. */
  startPixel(): readonly [number, number] | undefined {
    const viewport = this.view.viewport;
    const start = this.start.of(this.link.model?.trace?.header.start);
    if (!viewport || !start) return undefined;
    const scale = this.view.magnification;
    const down = this.canvas.getBoundingClientRect().top - this.getBoundingClientRect().top;
    return [toX(viewport, start[0]) * scale, down + toY(viewport, start[1]) * scale];
  }

  /** Takes back a guess that the hand has placed. */
  forgetGuess(): void {
    this.layer.hand.stop();
    this.redraw(false);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.gestures?.disconnect();
    this.source.stop();
    this.stillness.disconnect();
    this.view.stop();
    this.start.stop();
    this.layer.stop();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.ink);
    clearTimeout(this.late);
    clearTimeout(this.quiet);
    clearTimeout(this.words);
    this.words = 0;
    this.frame = 0;
  }

  protected override firstUpdated(): void {
    this.listen();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (MARKS.some((mark) => changed.has(mark))) this.layer.take(this);
    if (changed.has('leastStart')) {
      this.source.leastStart = this.leastStart ?? undefined;
      if (this.hasUpdated) this.fetchField();
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    // At first its observer tells the size, once the page is laid out anyway.
    if (changed.has('bare') && this.view.viewport) this.resized();
    if (changed.has('picking')) {
      this.tip = undefined;
      this.frameRace();
      this.redraw(false);
    }
  }

  protected override render() {
    const { model } = this.link;
    const trace = model?.trace;
    const start = this.start.of(trace?.header.start) ?? [0, 0];
    const hand = this.bare ? undefined : this.picking ? 'guess' : this.startFixed ? undefined : 'start';
    const words = trace ? [
      ...minimaOf(trace), ...(this.picking ? [] : placesAt(trace, model.step)), ...this.layer.inWords(),
      ...inkInWords(model.ink.strokesOn(model.field)),
    ] : [];
    return html`
      ${renderRuns(trace, model?.ghost && !this.picking ? ghostLabel(model.ghost, model.query) : undefined,
        model?.explaining ? (series) => model.lookAt({ series }) : undefined)}
      <div class="stage">
      <canvas tabindex=${this.bare ? -1 : 0} role=${this.bare ? 'img' : 'application'} aria-roledescription="plot"
        aria-describedby="places" aria-label=${plotLabel(trace, start, hand, model?.explaining ?? false)}></canvas>
      <slot name="tools"></slot>
      ${this.bare ? nothing : renderZoomButtons(this)}
      ${renderLegend(this.layer, this.scheme.paint.dark, this.bare, this)}
      ${this.renderTips()}
      ${this.renderOffer()}
      <div class="behind" aria-hidden="true">catching up\u2026</div>
      ${this.notice ? html`<div class="notice" role="status"><p>${this.notice}</p></div>` : nothing}
      </div>
      <ul id="places" class="visually-hidden">${words.map((sentence) => html`<li>${sentence}</li>`)}</ul>
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  private renderTips() {
    const viewport = this.view.viewport;
    const trace = this.link.model?.trace;
    if (this.bare || !viewport || !trace) return nothing;
    if (this.tip) return renderTip(this.tip, trace, viewport.width);
    const path = this.layer.paths[this.layer.looking];
    return path ? renderPathTip(path, this.layer.paths.length, viewport, this.lookAt) : nothing;
  }

  private renderOffer() {
    const viewport = this.view.viewport;
    const { model } = this.link;
    if (!this.offer || !viewport || !model?.trace?.series[this.offer.run]) return nothing;
    const detail = this.offer;
    return renderOffer(detail, model.trace, viewport, () => {
      this.offer = undefined;
      this.dispatchEvent(new CustomEvent('branch', { detail }));
    });
  }

  private listen(): void {
    this.gestures = new Gestures(this.canvas, this);
    this.sizes.observe(this.canvas);
    this.stillness.connect();
  }

  private changed(change: Change): void {
    const { model } = this.link;
    if (!model) return;
    model.overlay.redraw = () => this.redraw(false);
    model.ink.redraw = () => this.redraw(false);
    model.ink.viewport = () => this.view.viewport;
    model.ink.follow = (view) => this.view.follow(view);
    if (change === 'trace' && model.trace) {
      this.notice = undefined;
      this.start.arrived(model.trace.header.start);
      this.frameRace();
      this.updateWords(model.held);
    }
    if (change === 'ghost') this.requestUpdate();
    if (change === 'field') this.fetchField();
    if (change === 'failure') this.notice = model.failure;
    if (change === 'looked' || change === 'anatomy') {
      this.redraw(false);
      return;
    }
    if (change === 'behind') {
      this.fallBehind(model.behind);
      return;
    }
    if (this.tip && change !== 'field') this.tip = undefined;
    if (this.offer && (change === 'trace' || model.step !== this.offer.step)) this.offer = undefined;
    this.tellWhenQuiet();
    this.redraw(false);
  }

  /** Says so once it lasts: where answers are quick, a style that came and went with each would cost more than the picture. */
  private fallBehind(behind: boolean): void {
    clearTimeout(this.late);
    if (behind) this.late = window.setTimeout(() => this.toggleAttribute('data-behind', true), LATE);
    else if (this.hasAttribute('data-behind')) this.toggleAttribute('data-behind', false);
  }

  /** What a guess is asked of is not told by the frame either. */
  private frameRace(): void {
    const trace = this.link.model?.trace;
    if (!trace) return;
    this.view.show(trace.header, framed(trace.header, this.picking ? [] : trace.series));
    const led = this.link.model?.ink.viewOn(this.link.model.field);
    if (led && !this.view.choice) this.view.follow(led);
    this.stillness.then(() => this.view.refit());
  }

  /** The legend's numbers and the words are read, not watched: under the hand the picture goes before them. */
  private updateWords(held: boolean): void {
    if (!held) {
      this.requestUpdate();
    } else if (!this.words) {
      this.words = window.setTimeout(() => {
        this.words = 0;
        this.requestUpdate();
      }, CALM);
    }
  }

  /** The words follow once the picture rests: nobody listens to sixty sentences a second. */
  private tellWhenQuiet(): void {
    clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => {
      const { model } = this.link;
      if (!model?.trace || model.playing) return;
      if (!this.picking) this.announcement = stepInWords(model);
      this.requestUpdate();
    }, QUIET);
  }

  private moved(): void {
    this.tip = undefined;
    this.offer = undefined;
    this.fetchField();
    this.redraw(true);
    this.link.model?.ink.looked(this.view.choice);
  }

  private fetchField(): void {
    const viewport = this.view.goal;
    const { model } = this.link;
    if (!viewport || !model) return;
    model.view = FieldSource.viewOf(viewport);
    model.overlay.viewChanged();
    const ground = model.takeGround();
    if (ground) this.source.take(ground, viewport, this.view.magnification);
    else this.source.want(model.field, viewport, this.view.magnification);
  }

  private resized(): void {
    // Also a change of the pixel ratio comes here.
    if (!this.view.cover(this.canvas.clientWidth, this.canvas.clientHeight, this.bare)) this.redraw(true);
  }

  // Gestures

  holdsPoint(x: number, y: number, reach: number): boolean {
    const viewport = this.view.viewport;
    const at = this.handAt();
    return this.hand !== undefined && viewport !== undefined && at !== undefined && isNear(viewport, at, x, y, reach);
  }

  movePoint(x: number, y: number, final: boolean): void {
    const viewport = this.view.viewport;
    if (!viewport) return;
    this.hand?.move(...pointUnder(viewport, x, y), final);
    this.pointMoved(final);
  }

  nudgePoint(right: number, up: number, final: boolean): void {
    const viewport = this.view.viewport;
    if (!viewport) return;
    if (final) this.hand?.settle();
    else this.hand?.move(...nudged(viewport, this.handAt(), right, up), false);
    this.pointMoved(final);
  }

  tap(x: number, y: number): void {
    const viewport = this.view.viewport;
    const path = viewport && !this.picking ? this.layer.pathAt(viewport, x, y, PATH_REACH) : -1;
    const step = this.stepAt(x, y);
    if (path >= 0) this.pick(path);
    else if (step) this.goTo(step);
    else this.movePoint(x, y, true);
  }

  /** The step of a path at a pixel, where it is told how steps are computed. */
  private stepAt(x: number, y: number): Tip | undefined {
    const viewport = this.view.viewport;
    const { model } = this.link;
    return model?.explaining && model.trace && viewport ? tipAt(this.paths(), model.trace, viewport, x, y) : undefined;
  }

  private goTo({ series, step }: Tip): void {
    const { model } = this.link;
    if (!model?.trace) return;
    const run = model.trace.series.indexOf(series);
    model.lookAt({ series: run });
    model.seek(step);
    if (this.branches) this.offer = offerAt(model.trace, run, step);
  }

  walk(steps: number, paths: number): void {
    const { model } = this.link;
    if (!model?.trace || !model.explaining || this.picking) return;
    const { length } = model.trace.series;
    model.lookAt({ series: (model.looked.series + paths + length) % length });
    model.seek(model.step + steps);
    this.tellWhenQuiet();
  }

  /** What the hand moves, if anything. */
  private get hand(): HeldPoint | undefined {
    return this.picking ? this.layer.hand : this.startFixed ? undefined : this.start;
  }

  private handAt(): readonly [number, number] | undefined {
    return this.picking ? this.layer.guess : this.start.of(this.link.model?.trace?.header.start);
  }

  private pointMoved(final: boolean): void {
    const { guess } = this.layer;
    if (final && this.picking && guess) this.announcement = `Your guess: ${point(...guess)}.`;
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
    if (!this.picking) this.link.model?.toggle();
  }

  look(path: number): void {
    this.tip = undefined;
    this.lookAt = undefined;
    this.layer.look(path);
  }

  pick(path: number): void {
    this.dispatchEvent(new CustomEvent('path-pick', { detail: { id: this.layer.paths[path].id } }));
  }

  hover(at?: { x: number; y: number }): void {
    const viewport = this.view.viewport;
    const trace = this.link.model?.trace;
    if (!at || !viewport || !trace) {
      this.look(-1);
      if (this.link.model) this.link.model.lookAt({ series: this.link.model.looked.series });
      return;
    }
    const tip = tipAt(this.paths(), trace, viewport, at.x, at.y);
    if (this.tip?.series !== tip?.series || this.tip?.step !== tip?.step) {
      this.tip = tip;
      const { looked } = this.link.model!;
      const series = tip ? trace.series.indexOf(tip.series) : looked.series;
      this.link.model?.lookAt({ series, step: tip ? tip.step : undefined });
      this.redraw(false);
    }
    const path = tip ? -1 : this.layer.pathAt(viewport, at.x, at.y, PATH_REACH);
    this.layer.look(path);
    this.lookAt = path >= 0 ? at : undefined;
    this.canvas.toggleAttribute('data-path', path >= 0 && !this.picking);
  }

  holding(what: Holding): void {
    this.holdingPoint = what === 'point';
    this.canvas.dataset.holding = what;
    if (what === 'nothing') delete this.canvas.dataset.panning;
    this.redraw(false);
  }

  // Drawing

  private redraw(groundToo: boolean): void {
    if (groundToo) this.picture.spoil();
    if (this.frame || !this.isConnected) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const viewport = this.view.viewport;
    if (!viewport || !this.canvas) return;
    this.picture.draw(this.canvas, {
      viewport,
      scale: (window.devicePixelRatio || 1) * this.view.magnification,
      paint: this.scheme.paint,
      family: getComputedStyle(this).fontFamily,
    }, this.contents());
  }

  /** For paper, and as a film from the first step to the last. */
  printed(): Printed[] {
    const { viewport } = this.view;
    const { model } = this.link;
    if (!viewport || !model?.trace) return [];
    return [printedRace(model.trace, model.step, viewport, getComputedStyle(this).fontFamily, {
      ...this.contents(), ghost: this.ghost(false),
    })];
  }

  private contents(): Contents {
    const trace = this.link.model?.trace;
    return {
      relief: this.source.relief,
      map: this.picking ? undefined : this.link.model?.overlay.layer,
      trace,
      paths: this.paths(),
      ghost: this.ghost(),
      anatomy: this.anatomy(),
      start: this.start.of(trace?.header.start),
      layer: this.layer,
      held: this.holdingPoint ? (this.picking ? 'guess' : 'start') : undefined,
      ringed: this.tip,
      ink: this.inkNow(),
    };
  }

  /** What a teacher points at and has drawn; seen to again when a pointer has moved on or is gone. */
  private inkNow(): Contents['ink'] {
    const { model } = this.link;
    if (!model) return { strokes: [], spots: [] };
    const now = performance.now();
    const reduced = matchMedia(REDUCED).matches;
    const seen = { strokes: model.ink.strokesOn(model.field), spots: model.ink.spotsOn(model.field, now, reduced) };
    const wait = model.ink.rests(now, reduced);
    clearTimeout(this.ink);
    if (wait === 0) this.redraw(false);
    else if (wait !== undefined) this.ink = window.setTimeout(() => this.redraw(false), wait);
    return seen;
  }

  private paths(): Path[] {
    const { model } = this.link;
    return model?.trace && !this.picking ? pathsAt(model.trace, model.step, this.scheme.paint.dark) : [];
  }

  /** While it plays nobody could read it. */
  private anatomy(): { marks: Marks; color: string } | undefined {
    const { model } = this.link;
    const series = model?.trace?.series[model.looked.series];
    if (!model?.anatomy || !series || model.playing || this.picking) return undefined;
    const marks = marksOf(model.anatomy, series);
    return marks && { marks, color: colorOf(series.header.optimizer, this.scheme.paint.dark) };
  }

  private ghost(dark = this.scheme.paint.dark): Path[] {
    const { model } = this.link;
    // On another surface its ways mean nothing.
    const same = model?.ghost?.trace.header.objective.name === model?.trace?.header.objective.name;
    return model?.ghost && same && !this.picking ? pathsAt(model.ghost.trace, model.step, dark) : [];
  }

  private tell(name: 'start-change' | 'point-pick', detail: PointChange): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'race-surface': RaceSurface;
  }
  interface HTMLElementEventMap {
    'start-change': CustomEvent<PointChange>;
    'point-pick': CustomEvent<PointChange>;
    'path-pick': CustomEvent<{ id: number }>;
  }
}
