import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { rampGradient } from '../class-layer/ramp';
import { plain } from '../numbers/numbers';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import { renderRunSelect, renderSelect } from '../surface-maps/choices';
import { mapStyles } from '../surface-maps/styles';
import { SchemeController, themeStyles } from '../theme/scheme';
import { BasinLayer } from './basin-layer';
import { COLORED, css, minimumColor, stripes, undecidedColor, type ColoredBy } from './colors';
import { basinQuery, stepsOffered, usualSteps } from './query';
import { percent, tallyOf, type Tally } from './tally';
import { basinsInWords, counted, placeInWords, saidOfMinimum } from './words';

const TOLERANCES = [1, 0.1, 0.01, 0.001, 1e-6];
/** Words follow the picture so many milliseconds apart. */
const CALM = 120;

/** Where one optimizer of a race ends from every start in sight, or how soon: laid over the plot while it is active, and in words. */
@customElement('basin-map')
export class BasinMap extends LitElement {
  static override styles = [themeStyles, mapStyles];

  /** Whether it is looked at; nothing is computed otherwise. */
  @property({ type: Boolean }) active = false;

  @state() private run = 0;
  @state() private chosenBy?: ColoredBy;
  @state() private laid = true;
  @state() private chosenSteps?: number;
  @state() private tolerance = 0.01;
  @state() private tally?: Tally;
  @state() private notice?: string;
  private query = '';
  private timer = 0;
  private unwatch?: () => void;
  private readonly link = new RaceLink(this, (change) => {
    if (change === 'trace') this.ask();
  }, 'calmly');
  private readonly scheme = new SchemeController(this, () => this.requestUpdate());
  private readonly layer = new BasinLayer((failure) => this.arrived(failure));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.layer.by = this.by;
    if (changed.has('active') && !this.active) this.leave();
    else if (this.active) this.ask();
  }

  private leave(): void {
    this.layer.stop();
    this.query = '';
    clearTimeout(this.timer);
    this.timer = 0;
    this.unwatch?.();
    this.unwatch = undefined;
    this.link.model?.overlay.lift(this.layer);
  }

  /** Where all ways lead to one minimum, only how long they take tells the starts apart. */
  private get by(): ColoredBy {
    return this.chosenBy ?? (this.layer.basins?.minima.length === 1 ? 'time' : 'end');
  }

  private get steps(): number {
    const race = this.link.model?.trace?.header.steps ?? 0;
    return this.chosenSteps !== undefined && stepsOffered(race).includes(this.chosenSteps) ? this.chosenSteps : usualSteps(race);
  }

  private ask(): void {
    const { model } = this.link;
    if (!this.active || !model?.trace || !model.view || !model.query) return;
    this.unwatch ??= model.overlay.watch(() => this.ask());
    if (this.run >= model.trace.series.length) this.run = 0;
    const query = basinQuery(model.query, {
      run: this.run, window: model.view.window, steps: this.steps, tolerance: this.tolerance,
    });
    if (query !== this.query) {
      this.query = query;
      this.notice = undefined;
      this.layer.want(query);
      this.requestUpdate();
    }
    if (this.laid) model.overlay.lay(this.layer);
    else model.overlay.lift(this.layer);
  }

  private arrived(failure?: string): void {
    if (failure) {
      this.notice = `The map could not be computed. ${failure}`;
      return;
    }
    this.layer.by = this.by;
    if (this.laid) this.link.model?.overlay.lay(this.layer);
    const now = this.layer.basins?.complete;
    if (this.timer && !now) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      this.tally = this.layer.basins && tallyOf(this.layer.basins);
    }, now ? 0 : CALM);
  }

  protected override render() {
    const trace = this.link.model?.trace;
    const { basins } = this.layer;
    return html`
      <div class="choices">
        ${renderRunSelect(trace, this.run, (run) => { this.run = run; })}
        ${renderSelect('Colored by', [
          { value: 'end', text: 'where each start ends' }, { value: 'time', text: 'how long it takes' },
        ], this.by, (value) => { this.chosenBy = value as ColoredBy; })}
        ${renderSelect('After', stepsOffered(trace?.header.steps ?? 0).map((steps) => ({
          value: String(steps), text: `${steps} steps${steps === trace?.header.steps ? ', as the race' : ''}`,
        })), String(this.steps), (value) => { this.chosenSteps = Number(value); })}
        ${this.by === 'time' ? renderSelect('Until f is within', TOLERANCES.map((tolerance) => ({
          value: String(tolerance), text: plain(tolerance),
        })), String(this.tolerance), (value) => { this.tolerance = Number(value); }) : nothing}
        <label><input type="checkbox" .checked=${this.laid}
          @change=${(event: Event) => { this.laid = (event.target as HTMLInputElement).checked; }}>Lay over the plot</label>
      </div>
      ${this.notice ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
      ${basins && this.tally ? html`
        <p class="says" role="status">${basins.complete
          ? basinsInWords(basins, this.tally, this.by)
          : `${counted(basins.count)} of ${counted(basins.order.length)} starts \u2026`}</p>
        ${this.by === 'end' ? this.renderEnds(this.tally) : this.renderTimes()}
        <p class="foot">Click the plot to race from there. <a href="api/basins.csv?${this.query}" target="_blank"
          router-ignore>Data as CSV</a></p>
      ` : this.notice ? nothing : html`<p>Descending from every start \u2026</p>`}
    `;
  }

  /** What each color means is how much of the map it has. */
  private renderEnds(tally: Tally) {
    const { dark } = this.scheme.paint;
    const { minima } = this.layer.basins!;
    const others = tally.near.slice(COLORED).reduce((sum, count) => sum + count, 0);
    const row = (color: string, name: unknown, f: string, count: number) => html`<tr>
      <th scope="row"><span class="swatch" style="background: ${color}"></span>${name}</th><td>${f}</td>
      <td>${percent(count, tally.starts)}</td></tr>`;
    return html`<table>
      <thead><tr><th scope="col">Ends near</th><th scope="col">f there</th><th scope="col">share</th></tr></thead>
      <tbody>
        ${minima.slice(0, COLORED).map((minimum, i) => row(
          css(minimumColor(i)), `${minima.length > 1 ? `${i + 1}: ` : ''}${placeInWords(minimum)}`, plain(saidOfMinimum(minimum.f)), tally.near[i]))}
        ${minima.length > COLORED
          ? row(css(minimumColor(COLORED)), `${minima.length - COLORED} other minima`, '', others) : nothing}
        ${row(css(undecidedColor(dark)), minima.length === 0 ? 'nothing known' : 'none of them yet', '', tally.away)}
        ${tally.diverged > 0 ? row(this.stripes(), 'runs away', '', tally.diverged) : nothing}
      </tbody></table>`;
  }

  private renderTimes() {
    const { dark } = this.scheme.paint;
    const tally = this.tally!;
    const never = tally.starts - tally.reached - tally.diverged;
    return html`<div class="ramp"><span>at once</span><i style="background: ${rampGradient(dark)}"></i>
        <span>${this.layer.basins!.steps} steps</span></div>
      <table><tbody>
        ${never > 0 ? html`<tr><th scope="row"><span class="swatch" style="background: ${css(undecidedColor(dark))}"></span
          >not so far yet</th><td>${percent(never, tally.starts)}</td></tr>` : nothing}
        ${tally.diverged > 0 ? html`<tr><th scope="row"><span class="swatch" style="background: ${this.stripes()}"></span
          >runs away</th><td>${percent(tally.diverged, tally.starts)}</td></tr>` : nothing}
      </tbody></table>`;
  }

  private stripes(): string {
    const [one, other] = stripes(this.scheme.paint.dark).map(css);
    return `repeating-linear-gradient(45deg, ${one} 0 3px, ${other} 3px 6px)`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'basin-map': BasinMap;
  }
}
