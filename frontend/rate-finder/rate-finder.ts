import { html, LitElement, nothing, type PropertyValues } from 'lit';
import '../descent-marker/descent-marker';
import '../line-diagram/line-diagram';
import { Sight } from '../motion/sight';
import { plain } from '../numbers/numbers';
import type { RatePick } from '../race/rate-pick';
import { themeStyles } from '../theme/scheme';
import { LinesSource } from './lines';
import { studyTable } from './study-table';
import { RateSearch, type Line, type Searched } from './search';
import { searchStyles } from './styles';
import { caution, picks, progress, searchDiagram } from './words';

/** What the page asks for. */
interface Asked {
  /** Of /api/rates; the same whatever rates the optimizers have now. */
  query: string;
  from: number;
  to: number;
  /** Rows of each optimizer: batches of a test, rates of a sweep. */
  rows: number;
}

/**
 * Good learning rates for the optimizers of a training, looked for while it is seen. Fires `rate-pick` when one is to be trained with.
 */
class RateFinder extends LitElement {
  static override readonly properties = {
    asked: { type: Object },
    searched: { type: Array },
    search: { state: true },
    state: { state: true },
    notice: { state: true },
  };
  static override readonly styles = [themeStyles, searchStyles];

  declare asked: Asked | undefined;
  declare searched: readonly Searched[];
  declare search: RateSearch | undefined;
  declare state: 'waiting' | 'running' | 'over' | 'stopped';
  declare notice: string;
  private arrived = '';
  private readonly sight = new Sight(this, () => this.ask());
  private readonly source = new LinesSource<Line>('api/rates.jsonl', (line, query) => this.take(line, query), () => {
    this.state = 'over';
  }, (message) => {
    this.state = 'stopped';
    this.notice = message;
  });

  constructor() {
    super();
    this.searched = [];
    this.state = 'waiting';
    this.notice = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.source.stop();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('asked') && this.asked?.query !== (changed.get('asked') as Asked | undefined)?.query) {
      this.state = 'waiting';
      this.notice = '';
      this.ask();
    }
  }

  private ask(): void {
    if (this.sight.seen && this.asked?.query && this.state === 'waiting') {
      this.source.want(this.asked.query);
      this.state = 'running';
    }
  }

  private take(line: Line, query: string): void {
    if (query !== this.arrived || 'columns' in line) {
      this.arrived = query;
      this.search = new RateSearch();
    }
    this.search!.take(line);
    this.requestUpdate();
  }

  private readonly stop = () => {
    this.source.stop();
    this.state = 'stopped';
    this.notice = 'Stopped; what was found so far stays.';
  };

  private readonly again = () => {
    this.source.stop();
    this.state = 'waiting';
    this.notice = '';
    this.ask();
  };

  protected override render() {
    const { asked, search, searched, state } = this;
    if (!asked) return nothing;
    const stale = search !== undefined && this.arrived !== asked.query;
    const diagram = search && searchDiagram(search, searched, [asked.from, asked.to]);
    return html`
      <div class="head">
        <h2>${search?.study ? 'A fair study' : 'Looking for a rate'}</h2>
        <span class="state" role="status">${this.notice || (state === 'running'
          ? search && !stale ? progress(search, searched, asked.rows) : 'Waiting for its turn …' : '')}</span>
        ${state === 'running' ? html`<button @click=${this.stop}>Stop looking</button>`
          : state === 'waiting' ? nothing : html`<button @click=${this.again}>Look again</button>`}
      </div>
      ${search && diagram ? html`
        <div ?data-stale=${stale}>
          <line-diagram .diagram=${diagram}></line-diagram>
          ${search.study ? studyTable(search, searched, asked.rows) : this.table(search, stale)}
          <p class="soft">${caution(search)}</p>
        </div>` : nothing}
    `;
  }

  private table(search: RateSearch, stale: boolean) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Rates to train with">
      <table>
        <thead><tr><th scope="col">Optimizer</th><th scope="col">rate now</th><th scope="col">train with</th></tr></thead>
        <tbody>${this.searched.map(({ name, optimizer, appearance, lr }, i) => html`<tr>
          <th scope="row"><descent-marker optimizer=${optimizer} appearance=${appearance}></descent-marker>${name}</th>
          <td>${plain(lr)}</td>
          <td><ul>${picks(search, search.parts[i]).map(({ about, rate }) => html`<li><button ?disabled=${stale}
            aria-label="Train ${name} with ${plain(rate)}, ${about}" @click=${() => this.pick(i, rate)}
            >${plain(rate)} <small>${about}</small></button></li>`)}</ul></td>
        </tr>`)}</tbody>
      </table>
    </div>`;
  }

  private pick(series: number, lr: number): void {
    this.dispatchEvent(new CustomEvent<RatePick>('rate-pick', { detail: { series, lr }, bubbles: true, composed: true }));
  }
}

customElements.define('rate-finder', RateFinder);
