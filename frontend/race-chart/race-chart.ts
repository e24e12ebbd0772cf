import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { plain } from '../numbers/numbers';
import { colorOf, lookOf } from '../palette/palette';
import '../race/descent-race';
import { CALM, RaceLink } from '../race/race-context';
import type { Change } from '../race/race-model';
import type { Series, Trace } from '../race/trace';
import type { Entry } from '../paper/printed';
import { entriesOf } from '../race-surface/legend';
import { diverged, ENDS } from '../stream/outcome';
import { SchemeController, themeStyles } from '../theme/scheme';
import { fixedOptions, optionsOf, seriesOf, type ChartLine } from './chart-options';
import { axisFor, thin, zeroNotShown, type HeightAxis } from './curve';

// Not by an import statement, of which the bundling would make a need at the page's start.
type ApexCharts = import('apexcharts');

/** How much of the color of a pinned race is seen, in hexadecimal. */
const PALE = '66';
const MOST_POINTS = 500;
/** At most ten times a second. */
const PAUSE = 100;
/**
 * Under the hand each drawing costs two or three of the plot's: it waits for the hand to be still for so long, which has to be more
 * than lies between two changes that are told then,
 */
const STILL = CALM + 100;
/** but no longer than that, or where the browser is slow than so many times what drawing it takes: few of the plot's are late for it. */
const LONGEST = 1500;
const LONGEST_COST = 60;
/** While it grows with a race that plays: the line at the shown step runs ahead of the curves by no more than that. */
const PAUSE_GROWING = 150;

/**
 * The objective against the step for all optimizers of a race, with a line at the shown step. A click goes there. One that
 * `grows` shows nothing of the steps after the shown one: neither its curves nor its scale tell of them.
 */
@customElement('race-chart')
export class RaceChart extends LitElement {
  static override styles = [themeStyles, css`
    :host { display: flex; flex-direction: column; min-inline-size: 0; min-block-size: 150px; block-size: 100%; }
    h2 { margin: 0 0 6px; font-size: 13px; font-weight: 600; color: var(--descent-soft); }
    .room { position: relative; flex: 1; min-block-size: 118px; }
    p { margin: 4px 0 0; font-size: 13px; line-height: 1.35; color: var(--descent-soft); }
    .chart { position: absolute; inset: 0; }
    .now { position: absolute; inline-size: 0; border-inline-start: 1.5px dashed var(--descent-soft);
      pointer-events: none; inset-block-start: 0; inset-inline-start: 0; }
    .apexcharts-tooltip.apexcharts-theme-light, .apexcharts-tooltip.apexcharts-theme-dark {
      border: 1px solid var(--descent-line); border-radius: 9px; background: var(--descent-card);
      color: var(--descent-ink); box-shadow: var(--tip-shadow); font-variant-numeric: tabular-nums;
    }
    .apexcharts-tooltip.apexcharts-tooltip:not(.apexcharts-active) { visibility: hidden; }
    .apexcharts-tooltip .apexcharts-tooltip-title.apexcharts-tooltip-title {
      background: none; border-color: var(--descent-line); font-weight: 600; margin-block-end: 2px; padding: 5px 10px;
    }
    .apexcharts-tooltip-series-group.apexcharts-active { padding-block: 0; }
    .apexcharts-tooltip-y-group.apexcharts-tooltip-y-group { padding-block: 2px; }
  `];

  @query('.chart') private readonly place!: HTMLElement;
  @property({ type: Boolean }) grows = false;

  @query('.now') private readonly now!: HTMLElement;
  @query('.room') private readonly room!: HTMLElement;
  @state() private log = true;
  @state() private words = '';
  /** Who got to where a logarithmic axis cannot follow. */
  @state() private zeros = '';
  private lines: readonly ChartLine[] = [];
  /** The step up to which a chart that grows is drawn. */
  private drawnAt?: number;
  private axis?: HeightAxis;
  private chart?: ApexCharts;
  private drawing?: Promise<void>;
  private stale = false;
  /** Since when what is drawn is behind. */
  private staleSince = 0;
  /** How long it was drawn the last time. */
  private cost = 0;
  private timer = 0;
  private readonly link = new RaceLink(this, (change) => this.changed(change), 'in sight');
  private readonly scheme = new SchemeController(this, () => this.later());
  private readonly sizes = new ResizeObserver(() => this.later());

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    clearTimeout(this.timer);
    this.timer = 0;
    const { chart } = this;
    this.chart = undefined;
    // Destroyed only when it has come to rest: ApexCharts keeps listeners of a chart that is destroyed while drawn.
    void Promise.resolve(this.drawing).finally(() => chart?.destroy());
  }

  protected override firstUpdated(): void {
    this.listen();
  }

  protected override render() {
    return html`
      <h2>${this.heading}</h2>
      <div class="room" role="img" aria-label=${this.words || 'Chart of the objective against the step; loading.'}>
        <div class="chart" @click=${this.clicked}></div>
        <div class="now" hidden></div>
      </div>
      ${this.zeros ? html`<p>${this.zeros}</p>` : nothing}
    `;
  }

  private get heading(): string {
    return `Objective against step${this.log ? ', log scale' : ''}`;
  }

  /** For paper. */
  charted(): { about: string; legend: readonly Entry[] } {
    const { trace } = this.link.model ?? {};
    return { about: this.heading, legend: trace ? entriesOf(trace) : [] };
  }

  private listen(): void {
    this.sizes.observe(this.room);
    this.later();
  }

  private changed(change: Change): void {
    if (change === 'trace' || change === 'ghost') this.later();
    else if (change === 'step') {
      this.mark();
      if (this.grows && this.drawnAt !== this.link.model?.step) this.later();
    }
  }

  /** Draws soon; what changes meanwhile is drawn along. */
  private later(): void {
    this.stale = true;
    if (this.drawing || !this.isConnected) return;
    if (this.timer) {
      if (!this.held || performance.now() - this.staleSince > Math.max(LONGEST, LONGEST_COST * this.cost)) return;
      clearTimeout(this.timer);
    } else {
      this.staleSince = performance.now();
    }
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      this.stale = false;
      const begun = performance.now();
      this.drawing = this.draw().finally(() => {
        this.cost = performance.now() - begun;
        this.drawing = undefined;
        if (this.stale) this.later();
      });
    }, this.pause());
  }

  private get held(): boolean {
    return this.link.model?.held === true;
  }

  private pause(): number {
    if (!this.chart) return 0;
    if (this.held) return STILL;
    return this.grows && this.link.model?.playing ? PAUSE_GROWING : PAUSE;
  }

  private async draw(): Promise<void> {
    const trace = this.link.model?.trace;
    if (!trace || !this.hasUpdated || this.room.clientHeight < 20) return;
    const ghost = this.link.model?.ghost?.trace;
    const lines = trace.series.map((series) => this.lineOf(trace, series))
      .concat(ghost ? ghost.series.map((series) => pale(this.lineOf(ghost, series))) : []);
    this.drawnAt = this.link.model?.step;
    const axis = axisFor(lines);
    const { paint } = this.scheme;
    const family = getComputedStyle(this).fontFamily;
    this.log = axis.log;
    this.lines = lines;
    this.axis = axis;
    this.describe();
    await this.updateComplete;
    const look = { dark: paint.dark, card: paint.card, soft: paint.soft, line: paint.line, family };
    const options = { ...optionsOf(lines, axis, trace.lastStep, look), series: seriesOf(lines, axis) };
    if (this.chart) {
      await this.chart.updateOptions(options, false, false, false);
    } else {
      const { default: Apex } = await import('apexcharts');
      if (!this.isConnected) return;
      const fixed = fixedOptions(family);
      this.chart = new Apex(this.place, { ...options, ...fixed, chart: fixed.chart });
      await this.chart.render();
    }
    this.mark();
  }

  private lineOf(trace: Trace, series: Series): ChartLine {
    const offset = series.offset('f');
    const { model } = this.link;
    const rows = this.grows && model ? Math.min(series.rows, model.step + 1) : series.rows;
    const heights = Float64Array.from({ length: rows }, (_, i) => series.values[i * series.stride + offset]);
    return {
      name: trace.nameOf(series),
      look: lookOf(series.header.optimizer, series.appearance),
      color: colorOf(series.header.optimizer, this.scheme.paint.dark),
      points: thin(heights, MOST_POINTS),
      diverged: rows === series.rows && diverged(series.end),
    };
  }

  /** Puts the line at the shown step. It is no part of the chart, so that playing costs no redrawing of it. */
  private mark(): void {
    const { model } = this.link;
    const plot = this.plot();
    if (!model || !plot || !this.now) return;
    const share = model.lastStep > 0 ? model.step / Math.max(1, model.lastStep) : 0;
    this.now.hidden = false;
    this.now.style.transform = `translate(${plot.left + share * plot.width}px, ${plot.top}px)`;
    this.now.style.blockSize = `${plot.height}px`;
  }

  private describe(): void {
    const { axis, lines } = this;
    this.words = describe(lines);
    this.zeros = axis === undefined ? '' : lines
      .map((line) => ({ line, step: zeroNotShown(line, axis) }))
      .filter(({ step }) => step !== undefined)
      .map(({ line, step }) => `${line.name} reached f = 0 exactly at step ${step}: not drawn on a log scale.`)
      .join(' ');
  }

  /** Where the chart has put its grid, in pixels of the room. */
  private plot(): { left: number; top: number; width: number; height: number } | undefined {
    const grid = this.place?.querySelector('.apexcharts-grid-borders, .apexcharts-grid');
    const globals = (this.chart as unknown as { w?: { globals: Record<string, number> } } | undefined)?.w?.globals;
    if (!grid || !globals || !(globals.gridWidth > 0)) return undefined;
    return { left: globals.translateX, top: globals.translateY, width: globals.gridWidth, height: globals.gridHeight };
  }

  private readonly clicked = (event: MouseEvent): void => {
    const { model } = this.link;
    const plot = this.plot();
    if (!model || !plot) return;
    const share = (event.clientX - this.room.getBoundingClientRect().left - plot.left) / plot.width;
    if (share >= -0.03 && share <= 1.03) model.seek(Math.min(1, Math.max(0, share)) * model.lastStep);
  };
}

/** Of a pinned race. */
function pale(line: ChartLine): ChartLine {
  return { ...line, name: `Pinned: ${line.name}`, color: `${line.color}${PALE}` };
}

function describe(lines: readonly ChartLine[]): string {
  return `Chart of the objective against the step. ${lines.filter((line) => line.points.length > 0).map((line) => {
    const [first, last] = [line.points[0], line.points[line.points.length - 1]];
    return `${line.name}: from ${plain(first.f)} to ${plain(last.f)} at step ${last.step}`
      + `${line.diverged ? `, ${ENDS.diverged.word}` : ''}.`;
  }).join(' ')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'race-chart': RaceChart;
  }
}
