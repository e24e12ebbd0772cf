import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import '../descent-marker/descent-marker';
import { plain, tabular } from '../numbers/numbers';
import { styleColorOf } from '../palette/palette';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import type { RatePick } from '../race/rate-pick';
import type { Change } from '../race/race-model';
import { saidAt } from '../race/said';
import type { Series, Trace } from '../race/trace';
import { ENDS, interrupted } from '../stream/outcome';
import { themeStyles } from '../theme/scheme';
import { sentencesAt } from './sentences';
import { columnsOf, type Column } from './table';

/** Numbers and words change at most this often while a race plays, in milliseconds: they are to be read. */
const READING = 400;

/** The numbers of the shown step, and what they mean. */
@customElement('race-inspector')
export class RaceInspector extends LitElement {
  static override styles = [themeStyles, css`
    :host { display: block; min-inline-size: 0; container-type: inline-size; font-size: 13.5px; }
    header { display: flex; align-items: center; gap: 10px; margin: 0 0 6px; }
    h2 { margin: 0; font-size: 13px; font-weight: 600; color: var(--descent-soft); font-variant-numeric: tabular-nums; }
    button {
      font: inherit;
      font-size: 13px;
      margin-inline-start: auto;
      padding: 4px 9px;
      border: 1px solid var(--descent-line);
      border-radius: 7px;
      background: none;
      color: var(--descent-soft);
      cursor: pointer;
    }
    button:hover { color: var(--descent-ink); }
    button:focus-visible, .scroll:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
    thead th { font-weight: 500; color: var(--descent-soft); padding-block: 4px; }
    th, td { text-align: end; padding: 5px 0 5px 9px; white-space: nowrap; }
    td, tbody th { border-block-start: 1px solid var(--descent-line); }
    th:first-child { text-align: start; padding-inline-start: 0; }
    tbody th { font-weight: 600; }
    .detailed th:first-child { position: sticky; inset-inline-start: 0; background: var(--descent-card);
      padding-inline-end: 6px; }
    tbody th span { display: inline-flex; align-items: center; gap: 5px; max-inline-size: 100%; }
    .name { overflow: hidden; text-overflow: ellipsis; }
    descent-marker { inline-size: 15px; block-size: 15px; }
    .badge { display: block; font-weight: 500; font-size: 12px; color: var(--descent-soft); white-space: nowrap; }
    .looks { cursor: pointer; }
    .over td { color: var(--descent-soft); }
    .words { display: grid; gap: 8px; margin-block-start: 12px; }
    @media print { header > button { display: none; } }
    .meant { margin: 8px 0 0; font-size: 12.5px; color: var(--descent-soft); }
    p { margin: 0; font-size: 14px; line-height: 1.45; border-inline-start: 3px solid var(--descent-line);
      padding: 1px 0 1px 11px; text-wrap: pretty; }
    .offer { display: block; margin: 6px 0 2px; min-block-size: 32px; color: var(--descent-accent); font-weight: 600; }
    .offer:hover { color: var(--descent-accent); border-color: var(--descent-accent); }
    @container (max-width: 420px) {
      .brief { table-layout: fixed; }
      .brief th:first-child { inline-size: 29%; white-space: normal; line-height: 1.2; }
      .brief .rate { inline-size: 12.5%; }
      .brief td, .brief thead th:not(:first-child) { padding-inline-start: 4px; }
      table { font-size: 12.5px; }
    }
    /* Too narrow for a name beside five numbers: the name has a line of its own. */
    @container (max-width: 330px) {
      .brief, .brief :is(thead, tbody) { display: block; }
      .brief tr { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); }
      table.brief th:first-child { grid-column: 1 / -1; display: flex; align-items: baseline; gap: 9px;
        inline-size: auto; padding-block: 6px 0; }
      table.brief thead th:first-child { padding: 0; }
      table.brief .rate { inline-size: auto; }
      table.brief td { border: 0; padding-block: 2px 6px; }
      table.brief .name { white-space: nowrap; }
    }
  `];

  /** Whether gradients and memories are shown too. */
  @property({ type: Boolean, reflect: true }) detailed = false;
  /** Whether a diverged optimizer comes with a button for a rate that works, which fires `rate-pick`. */
  @property({ type: Boolean }) offering = false;
  /** The one step that heading, table and words speak of, and since when. */
  @state() private shown = { step: 0, at: 0 };
  private timer = 0;
  private readonly link = new RaceLink(this, (change) => this.changed(change), 'in sight');

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override render() {
    const { model } = this.link;
    const trace = model?.trace;
    if (!model || !trace) return html`<header><h2>The race is loading</h2></header>`;
    const columns = columnsOf(trace);
    const listed = columns.filter((column) => this.detailed || !column.detail);
    const { step } = this.shown;
    return html`
      <header>
        <h2>At step ${step}</h2>
        ${columns.some((column) => column.detail) ? html`
          <button aria-pressed=${this.detailed} @click=${() => { this.detailed = !this.detailed; }}>
            ${this.detailed ? 'Less' : 'Gradients and memory'}</button>` : nothing}
      </header>
      <div class="scroll" tabindex=${this.detailed ? '0' : nothing} role=${this.detailed ? 'region' : nothing}
        aria-label=${this.detailed ? 'Numbers of the shown step' : nothing}>
        <table class=${this.detailed ? 'detailed' : 'brief'} role="table">
          <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col"><span class="visually-hidden">Optimizer</span></th>
            ${listed.map((column) => html`
              <th role="columnheader" scope="col" class=${column.name.startsWith('rate') ? 'rate' : ''}
                aria-label=${column.spoken}>${column.label}</th>`)}
          </tr></thead>
          <tbody role="rowgroup">
            ${trace.series.map((series) => this.renderRow(trace, series, listed, step))}
          </tbody>
        </table>
      </div>
      ${trace.series.some((series) => series.header.optimizer === 'rule') ? html`
        <p class="meant">The rates of a rule of your own are what its step took, over the gradient.</p>` : nothing}
      <div class="words">${sentencesAt(trace, step).map(({ series, text }) => html`
        <p style=${styleMap({ borderColor: series === undefined ? undefined : colorOf(trace.series[series]) })}
          >${text}${series === undefined ? nothing : this.renderOffer(trace, series)}</p>`)}</div>
    `;
  }

  private renderRow(trace: Trace, series: Series, columns: Column[], step: number) {
    const stopped = series.stoppedBy(step);
    // When a race diverged its message says; its last step is only where the numbers end.
    const when = stopped && interrupted(stopped) ? ` at ${series.lastStep}` : '';
    // For the pointer; the keyboard has the buttons of the anatomy for it.
    const { model } = this.link;
    const look = model?.explaining ? () => model.lookAt({ series: trace.series.indexOf(series) }) : undefined;
    return html`<tr role="row" class=${`${stopped ? 'over' : ''} ${look ? 'looks' : ''}`} @click=${look}>
      <th role="rowheader" scope="row"><span><descent-marker
          optimizer=${series.header.optimizer} appearance=${series.appearance}></descent-marker>
        <span class="name">${trace.nameOf(series)}</span></span>
        ${stopped ? html`<span class="badge">${ENDS[stopped].word}${when}</span>` : nothing}</th>
      ${columns.map((column) => html`
        <td role="cell">${this.detailed
          ? tabular(series.at(step, column.name), 2) : tabular(saidAt(series, step, column.name))}</td>`)}
    </tr>`;
  }

  /** A rate that works, after a divergence. */
  private renderOffer(trace: Trace, i: number) {
    const series = trace.series[i];
    const lr = series.end?.suggestedRate ?? undefined;
    if (!this.offering || lr === undefined || !series.divergedBy(this.shown.step)) return nothing;
    return html`<button class="offer" aria-label="Use rate ${plain(lr)} for ${trace.nameOf(series)}"
      @click=${() => this.dispatchEvent(new CustomEvent<RatePick>('rate-pick', {
        detail: { series: i, lr }, bubbles: true, composed: true }))}>Use rate ${plain(lr)}</button>`;
  }

  private changed(change: Change): void {
    if (change === 'field') return;
    this.requestUpdate();
    const { model } = this.link;
    if (!model) return;
    clearTimeout(this.timer);
    const show = () => { this.shown = { step: model.step, at: performance.now() }; };
    const wait = model.playing && change !== 'trace' ? READING - (performance.now() - this.shown.at) : 0;
    if (wait <= 0) show();
    else this.timer = window.setTimeout(show, wait);
  }
}

function colorOf(series: Series): string {
  return styleColorOf(series.header.optimizer);
}

declare global {
  interface HTMLElementTagNameMap {
    'race-inspector': RaceInspector;
  }
}
