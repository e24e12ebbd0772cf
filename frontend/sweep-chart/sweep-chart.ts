import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../descent-marker/descent-marker';
import { plain } from '../numbers/numbers';
import type { Printed } from '../paper/printed';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import type { RatePick } from '../race/rate-pick';
import { setSize } from '../race-surface/canvas';
import { RowsSource } from '../surface-maps/rows-source';
import { paperPaint, SchemeController, themeStyles } from '../theme/scheme';
import { tipStyles } from '../theme/tip';
import { drawChosen, type SweepLine } from './draw';
import { drawSweep, entriesOf } from './picture';
import { nearest, neighbor, pointAt, roundRate, type Place, type Scales, type SweepPoint } from './sweep';
import { sweepStyles } from './styles';
import { allPoints, bestRates } from './tables';
import { Sight } from '../motion/sight';
import { sweptOf, type Swept } from './swept';
import { endOf, summary } from './words';

const REACH = 22;
const WIDEST_TIP = 170;
const LEAST_TIP = 30;

/**
 * The final objective against the learning rate for all optimizers of a race, with the rates of the race marked.
 * Fires `rate-pick` when a point is clicked, or chosen by the arrow keys and Enter.
 */
@customElement('sweep-chart')
export class SweepChart extends LitElement {
  static override styles = [themeStyles, tipStyles, sweepStyles];

  /** The query of the sweep, as run=sgd(lr=0.001..10). */
  @property() sweep = '';

  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  @state() private swept?: Swept;
  @state() private chosen?: Place;
  @state() private notice?: string;
  @state() private announcement = '';
  @state() private all = false;
  private arrivedQuery = '';
  private scales?: Scales;
  private lines: SweepLine[] = [];
  private frame = 0;
  private readonly source = new RowsSource<SweepPoint>('api/sweep.json', (runs, query) => {
    this.arrivedQuery = query;
    this.notice = undefined;
    this.arrived(runs);
  }, (message) => { this.notice = `The sweep could not be computed. ${message}`; });
  private runs: Swept['runs'] = [];
  private readonly link = new RaceLink(this, (change) => { if (change === 'trace') this.arrived(this.runs); }, 'in sight');
  private readonly scheme = new SchemeController(this, () => this.redraw());
  private readonly sight = new Sight(this, () => this.ask());
  private readonly sizes = new ResizeObserver(() => this.redraw());

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.sizes.observe(this.canvas);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.source.stop();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was wrong with the sweep before says nothing of this one.
    if (changed.has('sweep')) this.notice = undefined;
  }

  protected override firstUpdated(): void {
    this.sizes.observe(this.canvas);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('sweep')) this.ask();
    this.redraw();
  }

  protected override render() {
    const { swept } = this;
    return html`
      <p>${this.caption}</p>
      <div class="plot" ?data-stale=${this.stale}>
        <canvas tabindex="0" role="application" aria-roledescription="plot" aria-label=${summary(swept)}
          @pointermove=${this.hovered} @pointerleave=${this.left} @click=${this.clicked} @keydown=${this.pressed}
          @focus=${this.focused} @blur=${this.left}></canvas>
        ${this.renderTip()}
        ${this.notice ? html`<div class="notice" role="status">${this.notice}</div>` : nothing}
      </div>
      ${swept ? html`<div class="numbers" ?data-stale=${this.stale}>
        ${bestRates(swept, (series, lr) => this.pick(series, lr))}
        <details @toggle=${(event: Event) => { this.all = (event.target as HTMLDetailsElement).open; }}>
          <summary>All points as a table</summary>
          ${this.all ? allPoints(swept) : nothing}
        </details>
      </div>` : nothing}
      <span class="visually-hidden" role="status">${this.announcement}</span>
    `;
  }

  private get caption(): string {
    const { swept } = this;
    if (this.notice) return swept ? 'Still shown is the sweep before.' : '';
    if (this.stale) return 'Computing anew; still shown is the sweep before \u2026';
    return swept
      ? `f after ${swept.steps} steps, at ${swept.runs[0].points.length} rates each. Large marks are the `
        + 'race\u2019s own rates; click a point to race at it.'
      : 'Computing f at each rate \u2026';
  }

  private renderTip() {
    const { swept, chosen } = this;
    const spot = chosen && this.lines[chosen.run]?.spots[chosen.point];
    if (!swept || !chosen || !spot) return nothing;
    const point = swept.runs[chosen.run].points[chosen.point];
    const aside = spot.x > this.canvas.clientWidth - WIDEST_TIP ? 'calc(-100% - 14px)' : '14px';
    const place = `translate(${spot.x}px, ${Math.max(spot.y, LEAST_TIP)}px) translate(${aside}, -50%)`;
    return html`<div class="tip" style="transform: ${place}">
      <descent-marker optimizer=${swept.series[chosen.run].optimizer}
        appearance=${swept.series[chosen.run].appearance}></descent-marker
      ><b>${swept.series[chosen.run].name}</b><br>
      <span>lr =</span> ${plain(roundRate(point.lr))}<br>${endOf(point)}
    </div>`;
  }

  private ask(): void {
    if (this.sight.seen && this.sweep) this.source.want(this.sweep);
  }

  /** Whether what is drawn is not yet what the page asks for. */
  private get stale(): boolean {
    return this.swept !== undefined && this.arrivedQuery !== this.sweep;
  }

  /** A sweep is shown once the race of the same optimizers is there; until then the one before stays. */
  private arrived(runs: Swept['runs']): void {
    this.runs = runs;
    const trace = this.link.model?.trace;
    const swept = trace && sweptOf(runs, trace);
    if (!swept) return;
    this.swept = swept;
    if (this.chosen && !swept.runs[this.chosen.run]?.points[this.chosen.point]) this.chosen = undefined;
    this.redraw();
  }

  // Picking

  private readonly hovered = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    this.choose(this.placeAt(event));
    this.canvas.style.cursor = this.chosen ? 'pointer' : '';
  };

  private readonly left = (): void => {
    this.choose(undefined);
  };

  private readonly focused = (): void => {
    if (this.swept && this.canvas.matches(':focus-visible')) this.choose(this.initialPlace(), true);
  };

  private readonly clicked = (event: MouseEvent): void => {
    const place = this.placeAt(event);
    this.choose(place);
    if (place) this.pickPlace(place);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (!this.swept || event.ctrlKey || event.metaKey || event.altKey) return;
    const place = this.chosen ?? this.initialPlace();
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.pickPlace(place);
      return;
    }
    const next = neighbor(this.swept.runs, place, event.key);
    if (next) {
      event.preventDefault();
      this.choose(next, true);
    }
  };

  /** The rate of the race's first optimizer. */
  private initialPlace(): Place {
    return { run: 0, point: pointAt(this.swept!.runs[0], this.swept!.series[0].now.lr) };
  }

  private placeAt(event: MouseEvent): Place | undefined {
    const box = this.canvas.getBoundingClientRect();
    return nearest(this.lines.map(({ spots }) => spots), event.clientX - box.left, event.clientY - box.top, REACH);
  }

  private choose(place: Place | undefined, aloud = false): void {
    if (place?.run === this.chosen?.run && place?.point === this.chosen?.point) return;
    this.chosen = place;
    if (place && aloud && this.swept) {
      const point = this.swept.runs[place.run].points[place.point];
      this.announcement = `${this.swept.series[place.run].name} at ${plain(roundRate(point.lr))}: ${endOf(point)}.`;
    }
    this.redraw();
  }

  private pickPlace({ run, point }: Place): void {
    if (this.swept) this.pick(run, roundRate(this.swept.runs[run].points[point].lr));
  }

  private pick(series: number, lr: number): void {
    // A list of optimizers that has just changed counts anew.
    const trace = this.link.model?.trace;
    if (this.stale || !trace || !this.swept || !sweptOf(this.swept.runs, trace)) return;
    this.announcement = `${this.swept.series[series].name} now races at ${plain(lr)}.`;
    this.dispatchEvent(new CustomEvent<RatePick>(
      'rate-pick', { detail: { series, lr }, bubbles: true, composed: true }));
  }

  // Drawing

  private redraw(): void {
    if (this.frame || !this.isConnected) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { swept, canvas } = this;
    const context = canvas?.getContext('2d');
    const { clientWidth: width, clientHeight: height } = canvas ?? {};
    if (!swept || !context || width < 80 || height < 80) return;
    const pixels = window.devicePixelRatio || 1;
    const { paint } = this.scheme;
    setSize(canvas, width, height, pixels);
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.clearRect(0, 0, width, height);
    const hadTip = this.scales !== undefined;
    const picture = drawSweep(context, swept, width, height, paint, getComputedStyle(this).fontFamily);
    this.scales = picture.scales;
    this.lines = picture.lines;
    const { chosen } = this;
    if (chosen && this.lines[chosen.run]) {
      drawChosen(context, this.lines[chosen.run], this.lines[chosen.run].spots[chosen.point], paint);
    }
    if (!hadTip && chosen) this.requestUpdate();
  }

  /** For paper; nothing while it is not seen. */
  printed(): Printed[] {
    const { swept, canvas } = this;
    const { clientWidth: width, clientHeight: height } = canvas ?? {};
    if (!swept || this.stale || width < 80 || height < 80) return [];
    const family = getComputedStyle(this).fontFamily;
    return [{
      name: 'Sweep',
      about: `f after ${swept.steps} steps against the learning rate; marked are those of the race`,
      width,
      height,
      legend: entriesOf(swept),
      draw: (context) => { drawSweep(context, swept, width, height, paperPaint(), family); },
    }];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sweep-chart': SweepChart;
  }
}
