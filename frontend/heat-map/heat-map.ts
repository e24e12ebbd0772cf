import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { rampGradient } from '../class-layer/ramp';
import { plain } from '../numbers/numbers';
import { colorOf } from '../palette/palette';
import type { Printed } from '../paper/printed';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import { setSize } from '../race-surface/canvas';
import { renderSelect } from '../surface-maps/choices';
import { RowsSource } from '../surface-maps/rows-source';
import { mapStyles } from '../surface-maps/styles';
import { paperPaint, SchemeController, themeStyles } from '../theme/scheme';
import { tipStyles } from '../theme/tip';
import { drawHeat, xOf, yOf, type HeatPicture, type Room } from './draw';
import {
  beside, heatOf, heatQuery, lowest, placeOf, ratesOf, roundSetting, shareOf, valuesOf,
  type Heat, type HeatChoice, type HeatPoint, type SettingsPick,
} from './heat';
import { labelsAlong } from './labels';
import { renderTable } from './table';
import { endInWords, heatInWords, settingsInWords } from './words';

const MARGIN = { left: 52, right: 10, top: 22, bottom: 38 };
const WIDEST_TIP = 190;

/**
 * Final f over the learning rate and another setting of one optimizer of a race. Fires `settings-pick` when a cell is clicked,
 * or chosen by the arrow keys and Enter.
 */
@customElement('heat-map')
export class HeatMap extends LitElement {
  static override styles = [themeStyles, tipStyles, mapStyles];

  /** Whether it is looked at; nothing is computed otherwise. */
  @property({ type: Boolean }) active = false;
  @property({ attribute: false }) settings: HeatChoice[] = [];

  @query('canvas') private readonly canvas?: HTMLCanvasElement;
  @state() private wanted = '';
  @state() private shown?: { heat: Heat; choice: HeatChoice; query: string };
  @state() private chosen?: number;
  @state() private notice?: string;
  @state() private announcement = '';
  @state() private all = false;
  private query = '';
  private room: Room = { left: 0, right: 1, top: 0, bottom: 1 };
  private frame = 0;
  private readonly link = new RaceLink(this, (change) => { if (change === 'trace') this.requestUpdate(); }, 'in sight');
  private readonly scheme = new SchemeController(this, () => this.redraw());
  private readonly sizes = new ResizeObserver(() => this.redraw());
  private readonly source = new RowsSource<HeatPoint>('api/heat.json', (runs, query) => {
    const heat = runs[0] && heatOf(runs[0].points);
    const choice = this.choice;
    this.notice = undefined;
    if (heat && choice) this.shown = { heat, choice, query };
  }, (message) => { this.notice = `The map could not be computed. ${message}`; });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.source.stop();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** The pair that is wanted; the first there is of an optimizer that has changed. */
  private get choice(): HeatChoice | undefined {
    return this.settings.find((each) => nameOf(each) === this.wanted) ?? this.settings[0];
  }

  /** Whether what is drawn is not yet what the page asks for. */
  private get stale(): boolean {
    return this.shown !== undefined && this.shown.query !== this.query;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { model } = this.link;
    const { choice } = this;
    if (!this.active) {
      if (changed.has('active')) this.source.stop();
      return;
    }
    if (!choice || !model?.query) return;
    const query = heatQuery(model.query, choice);
    if (query !== this.query) this.notice = undefined;
    this.query = query;
    this.source.want(query);
  }

  protected override updated(): void {
    if (this.canvas) this.sizes.observe(this.canvas);
    this.redraw();
  }

  protected override render() {
    const trace = this.link.model?.trace;
    const { choice, shown } = this;
    if (!choice) return html`<p>None of these optimizers has a setting beside its rate. Add Momentum or Adagrad to the race.</p>`;
    const name = (each: HeatChoice) => {
      const series = trace?.series[each.series];
      return `${series && trace.series.length > 1 ? `${trace.nameOf(series)}: ` : ''}lr and ${each.key}`;
    };
    return html`
      <div class="choices">${renderSelect('Over', this.settings.map((each) => ({ value: nameOf(each), text: name(each) })),
        nameOf(choice), (value) => { this.wanted = value; this.chosen = undefined; })}</div>
      ${this.notice ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
      <div class="plot" ?data-stale=${this.stale}>
        <canvas tabindex="0" role="application" aria-roledescription="plot" aria-label=${shown
          ? `${heatInWords(shown.heat, shown.choice, trace?.header.steps ?? 0)} Arrow keys move through the map, Enter sets both.`
          : 'Final f over two settings; loading.'}
          @pointermove=${this.hovered} @pointerleave=${this.left} @blur=${this.left} @click=${this.clicked}
          @keydown=${this.pressed}></canvas>
        ${this.renderTip()}
      </div>
      ${shown ? html`
        <div class="ramp"><span>${this.least}</span><i style="background: ${rampGradient(this.scheme.paint.dark)}"></i
          ><span>f at the start or above</span></div>
        <p class="says">${heatInWords(shown.heat, shown.choice, trace?.header.steps ?? 0)}</p>
        <p class="foot">Click a cell to race at both; the white ring is the lowest, the disc what the race has. Striped
          cells diverge. <a href="api/heat.csv?${shown.query}" target="_blank" router-ignore>Data as CSV</a></p>
        <details @toggle=${(event: Event) => { this.all = (event.target as HTMLDetailsElement).open; }}>
          <summary>All cells as a table</summary>${this.all ? renderTable(shown.heat, shown.choice) : nothing}</details>`
        : this.notice ? nothing : html`<p>Computing f at each pair \u2026</p>`}
      <span class="visually-hidden" role="status">${this.announcement}</span>
    `;
  }

  private get least(): string {
    const best = this.shown && lowest(this.shown.heat);
    return best === undefined ? 'lowest f' : `f = ${plain(this.shown!.heat.points[best].f!)}`;
  }

  private renderTip() {
    const { shown, chosen, canvas, room } = this;
    const point = chosen === undefined ? undefined : shown?.heat.points[chosen];
    if (!shown || !point || chosen === undefined || !canvas) return nothing;
    const x = xOf(room, shown.heat.columns, chosen % shown.heat.columns);
    const y = yOf(room, shown.heat.rows, Math.floor(chosen / shown.heat.columns));
    const aside = x > canvas.clientWidth - WIDEST_TIP ? 'calc(-100% - 14px)' : '14px';
    return html`<div class="tip" style="transform: translate(${x}px, ${Math.max(y, 24)}px) translate(${aside}, -50%)">
      <span>${settingsInWords(shown.choice, point)}</span><br>${endInWords(point)}</div>`;
  }

  // Picking

  private readonly hovered = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    this.chosen = this.cellAt(event);
    this.canvas!.style.cursor = this.chosen === undefined ? '' : 'pointer';
  };

  private readonly left = (): void => {
    this.chosen = undefined;
  };

  private readonly clicked = (event: MouseEvent): void => {
    const cell = this.cellAt(event);
    this.chosen = cell;
    if (cell !== undefined) this.pick(cell);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const { shown } = this;
    if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const from = this.chosen ?? this.nearestToNow();
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.pick(from);
      return;
    }
    const next = beside(shown.heat, from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.chosen = next;
    this.announcement = `${settingsInWords(shown.choice, shown.heat.points[next])}: ${endInWords(shown.heat.points[next])}.`;
  };

  private nearestToNow(): number {
    const { heat } = this.shown!;
    const [across, up] = this.now() ?? [0, 0];
    const within = (place: number, count: number) => Math.min(Math.max(Math.round(place), 0), count - 1);
    return within(up, heat.rows) * heat.columns + within(across, heat.columns);
  }

  private cellAt(event: MouseEvent): number | undefined {
    const { shown, canvas, room } = this;
    if (!shown || !canvas) return undefined;
    const box = canvas.getBoundingClientRect();
    const { columns, rows } = shown.heat;
    const column = Math.floor(((event.clientX - box.left - room.left) / (room.right - room.left)) * columns);
    const row = Math.floor(((room.bottom - event.clientY + box.top) / (room.bottom - room.top)) * rows);
    return column >= 0 && column < columns && row >= 0 && row < rows ? row * columns + column : undefined;
  }

  private pick(cell: number): void {
    const { shown } = this;
    if (!shown || this.stale) return;
    const { lr, value } = shown.heat.points[cell];
    const { series, key } = shown.choice;
    this.announcement = `Now races at ${settingsInWords(shown.choice, { lr, value })}.`;
    this.dispatchEvent(new CustomEvent<SettingsPick>('settings-pick', {
      detail: { series, key, lr: roundSetting(lr), value: roundSetting(value) }, bubbles: true, composed: true }));
  }

  // Drawing

  private redraw(): void {
    if (this.frame || !this.isConnected || !this.active) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  /** Where the race's own settings are in the map. */
  private now(): [number, number] | undefined {
    const { shown, choice } = this;
    if (!shown || !choice || nameOf(choice) !== nameOf(shown.choice)) return undefined;
    const place: [number, number] = [
      placeOf(ratesOf(shown.heat), choice.lr, true), placeOf(valuesOf(shown.heat), choice.value, choice.logarithmic)];
    return place.every(Number.isFinite) ? place : undefined;
  }

  private draw(): void {
    const { canvas, shown } = this;
    const context = canvas?.getContext('2d');
    const series = shown && this.link.model?.trace?.series[shown.choice.series];
    if (!canvas || !context || !shown || !series || canvas.clientWidth < 80) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    const pixels = window.devicePixelRatio || 1;
    const { paint } = this.scheme;
    setSize(canvas, width, height, pixels);
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.clearRect(0, 0, width, height);
    const fresh = this.room.right === 1;
    this.room = roomOf(width, height);
    drawHeat(context, this.room, this.pictureOf(shown.heat, shown.choice, series.at(0, 'f'), paint.dark), paint);
    if (fresh && this.chosen !== undefined) this.requestUpdate();
  }

  /** For paper; nothing while it is not seen. */
  printed(): Printed[] {
    const { canvas, shown } = this;
    const { trace } = this.link.model ?? {};
    const series = shown && trace?.series[shown.choice.series];
    if (!canvas || !trace || !shown || !series || this.stale || canvas.clientWidth < 80) return [];
    const { clientWidth: width, clientHeight: height } = canvas;
    const picture = { ...this.pictureOf(shown.heat, shown.choice, series.at(0, 'f'), false), chosen: undefined };
    return [{
      name: 'Two settings',
      about: `${trace.nameOf(series)}: ${heatInWords(shown.heat, shown.choice, trace.header.steps)}`,
      width,
      height,
      draw: (context) => { drawHeat(context, roomOf(width, height), picture, paperPaint()); },
    }];
  }

  private pictureOf(heat: Heat, choice: HeatChoice, start: number, dark: boolean): HeatPicture {
    const best = lowest(heat);
    const least = best === undefined ? start : heat.points[best].f!;
    const at = (cell: number): [number, number] => [cell % heat.columns, Math.floor(cell / heat.columns)];
    return {
      columns: heat.columns,
      rows: heat.rows,
      shares: heat.points.map((point) => shareOf(point, least, start)),
      across: labelsAlong(ratesOf(heat), true),
      up: labelsAlong(valuesOf(heat), choice.logarithmic),
      nameUp: choice.key,
      now: this.now(),
      best: best === undefined ? undefined : at(best),
      chosen: this.chosen === undefined ? undefined : at(this.chosen),
      color: colorOf(this.link.model!.trace!.series[choice.series].header.optimizer, dark),
      family: getComputedStyle(this).fontFamily,
    };
  }
}

function roomOf(width: number, height: number): Room {
  return { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom };
}

function nameOf({ series, key }: HeatChoice): string {
  return `${series} ${key}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heat-map': HeatMap;
  }
  interface HTMLElementEventMap {
    'settings-pick': CustomEvent<SettingsPick>;
  }
}
