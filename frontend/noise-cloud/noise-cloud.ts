import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../descent-marker/descent-marker';
import { tabular } from '../numbers/numbers';
import { colorOf, lookOf } from '../palette/palette';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import type { Printed } from '../paper/printed';
import type { PlotLayer } from '../race/plot-layer';
import type { Trace } from '../race/trace';
import { axisFor } from '../race-chart/curve';
import { setSize } from '../race-surface/canvas';
import { RowsSource, type MapRun } from '../surface-maps/rows-source';
import { mapStyles } from '../surface-maps/styles';
import { paperPaint, SchemeController, themeStyles, type Paint } from '../theme/scheme';
import { drawCurves, drawEnds, type CloudRun } from './draw';
import { bandsOf, bySeed, endsOf, type Band, type CloudPoint } from './quantiles';
import { cloudQuery, noiseOf, SEEDS } from './query';
import { cloudInWords } from './words';

const MARGIN = { left: 46, right: 12, top: 8, bottom: 26 };
const OFFERED = 0.5;

interface Swarm extends Omit<CloudRun, 'color'> {
  optimizer: string;
  appearance: number;
  name: string;
  last?: Band;
  diverged: number;
}

/** Each optimizer of a race under fifty noises: f over the steps with its quantiles, and where they end, over the plot. */
@customElement('noise-cloud')
export class NoiseCloud extends LitElement {
  static override styles = [themeStyles, mapStyles];

  /** Whether it is looked at; nothing is computed otherwise. */
  @property({ type: Boolean }) active = false;

  @query('canvas') private readonly canvas?: HTMLCanvasElement;
  @state() private swarms?: Swarm[];
  @state() private shownQuery = '';
  @state() private notice?: string;
  private query = '';
  private frame = 0;
  private readonly link = new RaceLink(this, (change) => { if (change === 'trace') this.requestUpdate(); }, 'calmly');
  private readonly scheme = new SchemeController(this, () => this.redraw());
  private readonly sizes = new ResizeObserver(() => this.redraw());
  private readonly source = new RowsSource<CloudPoint>('api/cloud.json', (runs, query) => this.arrived(runs, query),
    (message) => { this.notice = `The noises could not be computed. ${message}`; });
  private readonly layer: PlotLayer = {
    draw: (context, viewport, paint) => drawEnds(context, viewport, this.colored(paint.dark), paint),
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private leave(): void {
    this.source.stop();
    this.link.model?.overlay.lift(this.layer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { model } = this.link;
    if (!this.active) {
      if (changed.has('active')) this.leave();
      return;
    }
    if (!model?.trace || !model.query) return;
    if (!this.noisy) {
      this.leave();
      return;
    }
    const query = cloudQuery(model.query, model.trace.header.steps);
    if (query !== this.query) this.notice = undefined;
    this.query = query;
    this.source.want(query);
    if (this.swarms) model.overlay.lay(this.layer);
  }

  private get noisy(): boolean {
    return noiseOf(this.link.model?.query ?? '') > 0;
  }

  private arrived(runs: MapRun<CloudPoint>[], query: string): void {
    const { trace } = this.link.model ?? {};
    if (!trace || trace.series.length !== runs.length) return;
    this.notice = undefined;
    this.swarms = runs.map(({ points }, i) => swarmOf(points, trace, i));
    this.shownQuery = query;
  }

  protected override updated(): void {
    if (this.canvas) this.sizes.observe(this.canvas);
    this.redraw();
  }

  protected override render() {
    if (!this.noisy) {
      return html`<p>Without noise all fifty would be one. Noise is added to each gradient, as a small batch of examples would.</p>
        <button @click=${() => this.dispatchEvent(new CustomEvent('noise-pick', {
          detail: { noise: OFFERED }, bubbles: true, composed: true }))}>Set the noise to ${OFFERED}</button>`;
    }
    const { swarms } = this;
    const some = swarms?.some(({ diverged }) => diverged > 0);
    const stale = swarms !== undefined && this.shownQuery !== this.query;
    return html`
      <p>f over the steps under ${SEEDS} noises each; the thick line is the median, eight of ten are in the band. Marks on the plot
        are where they end.</p>
      ${this.notice ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
      <div class="plot" ?data-stale=${stale}>
        <canvas role="img" aria-label=${swarms ? this.inWords(swarms) : 'f over the steps under fifty noises; loading.'}></canvas>
      </div>
      ${swarms ? html`<table>
        <thead><tr><th scope="col">f at the end</th><th scope="col">10\u202f%</th><th scope="col">median</th>
          <th scope="col">90\u202f%</th>${some ? html`<th scope="col">diverged</th>` : nothing}</tr></thead>
        <tbody>${swarms.map(({ optimizer, appearance, name, last, diverged }) => html`<tr>
          <th scope="row"><descent-marker optimizer=${optimizer} appearance=${appearance}></descent-marker> ${name}</th>
          <td>${tabular(last?.low, 1)}</td><td>${tabular(last?.middle, 1)}</td><td>${tabular(last?.high, 1)}</td>
          ${some ? html`<td>${diverged}</td>` : nothing}</tr>`)}</tbody>
      </table>
      <p class="foot"><a href="api/cloud.csv?${this.shownQuery}" target="_blank" router-ignore>Data as CSV</a></p>`
        : this.notice ? nothing : html`<p>Descending under each noise \u2026</p>`}
    `;
  }

  private inWords(swarms: readonly Swarm[]): string {
    return swarms.map(({ name, last, diverged, lines }) => cloudInWords(name, lines.length, last, diverged)).join(' ');
  }

  private colored(dark: boolean): CloudRun[] {
    return (this.swarms ?? []).map((swarm) => ({ ...swarm, color: colorOf(swarm.optimizer, dark) }));
  }

  private redraw(): void {
    if (this.frame || !this.isConnected || !this.active) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { canvas, swarms } = this;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !swarms || canvas.clientWidth < 80) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    const pixels = window.devicePixelRatio || 1;
    setSize(canvas, width, height, pixels);
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.clearRect(0, 0, width, height);
    this.drawOn(context, swarms, width, height, this.scheme.paint);
  }

  private drawOn(context: CanvasRenderingContext2D, swarms: readonly Swarm[], width: number, height: number, paint: Paint): void {
    const axis = axisFor(swarms.flatMap(({ lines, diverged }) => lines.map((points) => ({
      points: [...points], diverged: diverged > lines.length / 2,
    }))));
    const steps = Math.max(...swarms.flatMap(({ bands }) => bands.map(({ step }) => step)), 0);
    drawCurves(context, {
      left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom,
    }, axis, steps, this.colored(paint.dark), paint, getComputedStyle(this).fontFamily);
  }

  /** For paper; nothing while it is not seen. */
  printed(): Printed[] {
    const { canvas, swarms } = this;
    if (!canvas || !swarms || this.shownQuery !== this.query || canvas.clientWidth < 80) return [];
    const { clientWidth: width, clientHeight: height } = canvas;
    return [{
      name: 'Cloud',
      about: `f over the steps under ${SEEDS} noises each: medians, and the bands of eight of ten`,
      width,
      height,
      legend: swarms.map(({ name, optimizer, appearance }) => ({ name, optimizer, appearance })),
      draw: (context) => { this.drawOn(context, swarms, width, height, paperPaint()); },
    }];
  }
}

function swarmOf(points: readonly CloudPoint[], trace: Trace, i: number): Swarm {
  const series = trace.series[i];
  const { optimizer } = series.header;
  const seeds = bySeed(points);
  const bands = bandsOf(seeds);
  const look = lookOf(optimizer, series.appearance);
  const ends = endsOf(seeds);
  return {
    optimizer,
    appearance: series.appearance,
    name: trace.nameOf(series),
    shape: look.shape,
    dash: look.dash,
    lines: seeds.map((its) => its.flatMap(({ step, f }) => (f === null ? [] : [{ step, f }]))),
    bands,
    last: bands[bands.length - 1],
    ends: ends.filter(({ outcome }) => outcome !== 'diverged')
      .flatMap(({ x1, x2 }) => (x1 === null || x2 === null ? [] : [[x1, x2] as const])),
    diverged: ends.filter(({ outcome }) => outcome === 'diverged').length,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'noise-cloud': NoiseCloud;
  }
  interface HTMLElementEventMap {
    'noise-pick': CustomEvent<{ noise: number }>;
  }
}
