import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { inkInWords } from '../ink/words';
import type { Entry } from '../paper/printed';
import { rangeStyles } from '../theme/range';
import { SchemeController, themeStyles } from '../theme/scheme';
import { bandPanels, probedBy } from './band-panels';
import { bandStyles } from './band-styles';
import { ChartInk, type InkedChart } from './chart-ink';
import { axesOf, chartOptions, firstOptions } from './chart-options';
import type { Axes, Grid } from './over-chart';
import { epochsShown } from './scales';
import { lossesByEpoch, onTest, standings } from './tables';
import { trainingContext } from './training-context';
import { TrainingRun } from './training-run';
import { styles } from './styles';
import { closing, fullName, inLine, summary } from './words';

// Not by an import statement: Vaadin's bundling would take that for a need at the start and load it with the page.
type ApexCharts = import('apexcharts');

const DRAWING_MILLISECONDS = 100;
const TELLING_MILLISECONDS = 250;
const PAUSED = 'Paused for now; it goes on from here.';

/**
 * Loss against epoch of the run at the address `run`, as it goes on, with a table of how each series stands; for text
 * also the error of the weights by word frequency. Shares the run with what stands within it.
 * Attributes: `paused` while it waits where it is, `log` for a logarithmic loss axis, `reference` for a loss to compare with and `reference-label` for its
 * name. Events: `run-progress` {examples, total}, four a second at most; `run-end` {outcome, message, series};
 * `run-gone` when the server knows no such run.
 */
export class TrainingChart extends LitElement implements InkedChart {
  static override readonly properties = {
    run: {},
    log: { type: Boolean },
    paused: { type: Boolean },
    reference: { type: Number },
    referenceLabel: { attribute: 'reference-label' },
    chartMissing: { state: true },
    probed: { state: true },
  };

  static override readonly styles = [themeStyles, rangeStyles, styles, bandStyles];

  declare run: string | null;
  declare log: boolean;
  declare paused: boolean;
  declare reference: number | null;
  declare referenceLabel: string | null;
  declare chartMissing: boolean;
  /** Where a pointer reads the panels of the bands, as a share of their width. */
  declare probed: number | null;

  /** What a teacher points at and draws on it, where it follows a room. */
  readonly ink = new ChartInk(this);
  private axes?: Axes;
  private readonly scheme = new SchemeController(this, () => this.plan());
  private training = new TrainingRun();
  /** The run that is drawn: the one before, until there is something of this one. */
  private shown = this.training;
  private readonly provider = new ContextProvider(this, { context: trainingContext, initialValue: this.shown });
  private following?: AbortController;
  private chart?: ApexCharts;
  private atRest: Promise<unknown> = Promise.resolve();
  private drawing?: ReturnType<typeof setTimeout>;
  private stale = false;
  private lastDrawn = -Infinity;
  private lastTold = -Infinity;
  private peer?: TrainingChart;

  constructor() {
    super();
    this.run = null;
    this.log = false;
    this.paused = false;
    this.reference = null;
    this.referenceLabel = null;
    this.chartMissing = false;
    this.probed = null;
    this.addController(this.ink);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.begin();
      void this.load();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following?.abort();
    clearTimeout(this.drawing);
    this.drawing = undefined;
    const chart = this.chart;
    this.chart = undefined;
    // Not while it draws: ApexCharts would keep the listeners of what it draws after that.
    void this.atRest.then(() => chart?.destroy());
  }

  /** For paper. */
  charted(): { about: string; legend: readonly Entry[] } {
    return {
      about: `Loss against epoch${this.log ? ', log scale' : ''}`,
      legend: this.shown.series.map((series) => ({
        name: fullName(series), optimizer: series.header.optimizer, appearance: series.appearance,
      })),
    };
  }

  /** Draws on axes that hold what another chart shows too. */
  alongside(peer: TrainingChart | undefined): void {
    this.peer = peer;
    this.plan();
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('run')) this.begin();
    // One that waits before its first numbers is not to be taken for the one before it.
    if (changed.has('paused') && this.paused) this.show(this.training);
    if (['log', 'reference', 'referenceLabel'].some((name) => changed.has(name))) this.plan();
  }

  protected override render() {
    const run = this.shown;
    const paused = this.paused && !run.over;
    return html`
      <div class=${run.header?.bands?.length ? 'plot shared' : 'plot'}>
        <div class="picture" role="img" aria-label=${[summary(run), ...inkInWords(this.ink.strokes())].join(' ')}>
          <div class="drawing"></div>
          <canvas class="ink"></canvas>
        </div>
        <slot name="tools"></slot>
        ${run.header || run.over || run.place || paused ? nothing : html`<p class="waiting">Waiting for the first numbers …</p>`}
      </div>
      <p class=${run.place && !paused ? 'say line' : 'visually-hidden'} role="status">${inLine(run)}</p>
      <p class=${paused ? 'say line' : 'visually-hidden'} role="status">${paused ? PAUSED : ''}</p>
      ${this.chartMissing
        ? html`<p class="say warn">The chart could not be loaded; the table below has its numbers.</p>`
        : nothing}
      ${this.failure()}
      <div @pointermove=${this.probe} @pointerdown=${this.probe} @pointerleave=${this.unprobe}>
        ${bandPanels(run, this.scheme.paint.dark, this.probed, (share) => { this.probed = share; })}
      </div>
      ${standings(run, this.scheme.paint.dark, paused)} ${onTest(run)} ${lossesByEpoch(run)}
      <p class="visually-hidden" role="status">${run.over && run.header ? closing(run) : ''}</p>
      <div class="measured"><slot></slot></div>
    `;
  }

  private probe(event: PointerEvent): void {
    if (!this.reading(event)) this.probed = probedBy(event);
  }

  private unprobe(event: PointerEvent): void {
    if (!this.reading(event)) this.probed = null;
  }

  /** Whether the slider is in use, which a pointer that passes by leaves alone. */
  private reading(event: PointerEvent): boolean {
    return (event.currentTarget as Element).querySelector('.reader input:focus') !== null;
  }

  private failure() {
    switch (this.shown.state) {
      case 'gone':
        return html`<p class="say warn">This run is no longer on the server; start it again to see its numbers.</p>`;
      case 'failed':
        return html`<p class="say warn">
          The run failed${this.shown.message ? `: ${this.shown.message}` : '.'}
        </p>`;
      case 'cancelled':
        return html`<p class="say">The run was cancelled; what it had learned so far is shown.</p>`;
      default:
        return nothing;
    }
  }

  private begin(): void {
    this.following?.abort();
    this.following = undefined;
    this.training = new TrainingRun();
    this.lastTold = -Infinity;
    if (!this.run) {
      this.show(this.training);
      return;
    }
    const following = new AbortController();
    const training = this.training;
    this.following = following;
    training.subscribe(() => this.changed(training));
    void training.follow(this.run, following.signal);
  }

  private show(run: TrainingRun): void {
    if (run !== this.shown) {
      this.shown = run;
      this.provider.setValue(run);
    }
    this.plan();
  }

  private changed(training: TrainingRun): void {
    if (training !== this.training) return;
    if (training.header || training.over || training.place) this.show(training);
    this.peer?.plan();
    const now = performance.now();
    if (training.over) {
      this.tellEnd(training);
    } else if (now - this.lastTold >= TELLING_MILLISECONDS) {
      this.lastTold = now;
      const { seen, total } = training.examples;
      this.tell('run-progress', { examples: seen, total });
    }
  }

  private tellEnd(training: TrainingRun): void {
    if (training.state === 'gone') {
      this.tell('run-gone', {});
      return;
    }
    this.tell('run-end', {
      outcome: training.state,
      message: training.message ?? null,
      series: training.series.map(({ header, end, latestLoss, secondsPerEpoch }) => ({
        spec: header.spec,
        outcome: end?.outcome ?? null,
        message: end?.message ?? null,
        loss: Number.isFinite(latestLoss) ? latestLoss : null,
        secondsPerEpoch,
      })),
    });
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Draws soon: ten times a second at most, and always once more after the last change. */
  private plan(): void {
    this.stale = true;
    if (this.drawing !== undefined || !this.isConnected) return;
    const wait = Math.max(0, this.lastDrawn + DRAWING_MILLISECONDS - performance.now());
    this.drawing = setTimeout(() => {
      this.stale = false;
      this.requestUpdate();
      // The tables first: ApexCharts measures its room when it draws, and misses changes while it does.
      void this.updateComplete.then(() => this.draw()).finally(() => {
        this.drawing = undefined;
        this.lastDrawn = performance.now(); // after the work: a slow machine draws less often
        if (this.stale) this.plan();
      });
    }, wait);
  }

  private async load(): Promise<void> {
    try {
      const { default: Apex } = await import('apexcharts');
      const place = this.renderRoot.querySelector('.drawing');
      if (!this.isConnected || this.chart || !place) return;
      // A ground of its own, which a chart that is still being destroyed does not touch.
      const ground = document.createElement('div');
      ground.className = 'ground';
      place.replaceChildren(ground);
      const chart = new Apex(ground, { ...firstOptions(), ...this.options() });
      this.chart = chart;
      this.atRest = chart.render();
      await this.atRest;
      this.chartMissing = false;
      this.plan();
    } catch {
      this.chartMissing = true;
    }
  }

  private async draw(): Promise<void> {
    if (!this.chart || !(this.shown.header || this.shown.over)) return;
    this.atRest = this.chart.updateOptions(this.options(), false, false, false).catch(() => undefined);
    await this.atRest;
    this.ink.redraw();
  }

  canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas.ink');
  }

  drawn(): { grid: Grid; axes: Axes; dark: boolean } | undefined {
    // As ApexCharts has laid it out, of which its types say nothing.
    const laid = (this.chart as unknown as { w?: { globals: Record<string, number> } } | undefined)?.w?.globals;
    if (!laid || !this.axes || this.log) return undefined;
    const { translateX: left, translateY: top, gridWidth: width, gridHeight: height } = laid;
    return { grid: { left, top, width, height }, axes: this.axes, dark: this.scheme.paint.dark };
  }

  private get baseline(): { loss: number; label: string } | undefined {
    const baseline = this.shown.header?.baseline;
    return baseline && { loss: baseline.loss, label: 'without a model' };
  }

  private get epochs(): number {
    return epochsShown(this.shown.header?.epochs ?? 1, this.shown.farthest);
  }

  private options() {
    const options = chartOptions(
      this.shown.series.map((series) => ({
        name: fullName(series),
        optimizer: series.header.optimizer,
        appearance: series.appearance,
        epoch: series.epoch.values,
        loss: series.loss.values,
      })),
      {
        paint: this.scheme.paint,
        words: this.hasAttribute('wall') ? Math.round(parseFloat(getComputedStyle(this).fontSize)) : undefined,
        log: this.log,
        epochs: Math.max(this.epochs, this.peer?.epochs ?? 0),
        beside: this.peer?.shown.series.map((series) => ({ loss: series.loss.values })),
        reference: this.reference === null || Number.isNaN(this.reference)
          ? this.baseline
          : { loss: this.reference, label: this.referenceLabel ?? '' },
      },
    );
    this.axes = axesOf(options);
    return options;
  }
}

customElements.define('training-chart', TrainingChart);

declare global {
  interface HTMLElementTagNameMap {
    'training-chart': TrainingChart;
  }
}
