import { ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { tabular } from '../numbers/numbers';
import '../race/descent-race';
import { raceContext } from '../race/race-context';
import type { Change, RaceModel } from '../race/race-model';
import { themeStyles } from '../theme/scheme';
import { finalHeights, follow, longerOf, type FinalHeight } from './coupling';

/** Couples the two races inside it: one timeline inside it, outside of both, drives both. */
@customElement('race-pair')
export class RacePair extends LitElement {
  static override styles = [themeStyles, css`
    :host { display: block; }
    table { border-collapse: collapse; margin-block-start: 18px; font-size: 14px; font-variant-numeric: tabular-nums; }
    caption { padding-block-end: 6px; color: var(--descent-soft); text-align: start; }
    th, td { padding: 5px 18px 5px 0; border-block-end: 1px solid var(--descent-line); text-align: start; font-weight: 400; }
    thead th { color: var(--descent-soft); }
    .number { text-align: end; }
  `];

  @state() private heights: FinalHeight[] = [];
  private models: RaceModel[] = [];
  private leader?: RaceModel;
  private provider?: ContextProvider<typeof raceContext>;
  private stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.couple();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stops.forEach((stop) => stop());
    this.stops = [];
  }

  protected override render() {
    return html`
      <slot @slotchange=${this.couple}></slot>
      ${this.heights.length === 0 ? '' : html`
        <table>
          <caption>f after the last step</caption>
          <thead><tr><th scope="col">Race</th><th scope="col">Optimizer</th><th class="number" scope="col">Steps</th>
            <th class="number" scope="col">f</th></tr></thead>
          <tbody>${this.heights.map((each) => html`
            <tr><td>${each.race === 1 ? 'First' : 'Second'}</td><th scope="row">${each.name}</th>
              <td class="number">${each.steps}</td>
              <td class="number">${each.diverged ? 'diverged' : tabular(each.f, 2)}</td></tr>`)}
          </tbody>
        </table>`}
    `;
  }

  /** Once both races have come, which may be after this element. */
  private couple(): void {
    this.models = [...this.querySelectorAll('descent-race')].map((race) => race.model);
    if (this.stops.length > 0 || this.models.length !== 2) return;
    this.lead();
    this.stops = this.models.map((model) => model.subscribe((change) => this.changed(model, change)));
  }

  private lead(): void {
    const [one, two] = this.models;
    this.leader = longerOf(one, two);
    this.provider ??= new ContextProvider(this, { context: raceContext, initialValue: this.leader });
    this.provider.setValue(this.leader);
    this.heights = finalHeights(this.models);
  }

  private changed(model: RaceModel, change: Change): void {
    if (change === 'trace') this.lead();
    if (change !== 'step' && change !== 'trace') return;
    const other = this.models.find((each) => each !== this.leader);
    if (this.leader && other && (model === this.leader || change === 'trace')) follow(this.leader, other);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'race-pair': RacePair;
  }
}
