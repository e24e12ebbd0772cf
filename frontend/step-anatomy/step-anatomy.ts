import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import '../descent-marker/descent-marker';
import '../formula/descent-formula';
import { Sight } from '../motion/sight';
import { point } from '../numbers/numbers';
import { styleColorOf } from '../palette/palette';
import { termOf, type Anatomy, type Term } from '../race/anatomy';
import '../race/descent-race';
import { NEAR, RaceLink } from '../race/race-context';
import type { Change } from '../race/race-model';
import { saidAt } from '../race/said';
import type { Trace } from '../race/trace';
import { AnatomySource } from './source';
import { wordsOf } from './words';

/** Formulas change at most this often while a race plays, in milliseconds: they are to be read. */
const READING = 400;
const X = ['x_1', 'x_2'];

/**
 * Why the step that is looked at went where it went: in words, and by its formula with the numbers put in. In light DOM,
 * where formulas are typeset.
 */
@customElement('step-anatomy')
export class StepAnatomy extends LitElement {
  /** The last one that came; it stays until another is known. */
  @state() private shown?: { anatomy: Anatomy; trace: Trace };
  @state() private failure?: string;
  private asked = 0;
  private timer = 0;
  private readonly link = new RaceLink(this, (change) => this.changed(change), 'calmly');
  private readonly sight = new Sight(this, () => this.changed('trace'), NEAR);
  private readonly source = new AnatomySource({
    arrived: (query, anatomy) => {
      this.failure = undefined;
      this.link.model?.explain(query, anatomy);
    },
    failed: (message) => { this.failure = message; },
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    if (this.link.model) this.link.model.explaining = false;
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.source.stop();
  }

  protected override shouldUpdate(): boolean {
    return !this.hasUpdated || this.sight.seen;
  }

  protected override render() {
    const trace = this.link.model?.trace;
    if (!trace) return html`<h2>Anatomy of a step</h2>`;
    const { shown } = this;
    const step = this.link.model?.lookedStep;
    return html`
      <h2>Anatomy of step ${shown?.anatomy.step ?? step ?? 1}</h2>
      ${this.renderChoice(trace)}
      ${step === undefined ? html`<p class="anatomy-way">No step was taken.</p>` : nothing}
      ${this.failure ? html`<p class="say warn" role="status">${this.failure}</p>` : nothing}
      ${shown && step !== undefined ? this.renderAnatomy(shown.anatomy, shown.trace) : nothing}
    `;
  }

  private renderChoice(trace: Trace) {
    if (trace.series.length < 2) return nothing;
    const looked = this.link.model?.looked.series;
    return html`<div class="anatomy-choice" role="group" aria-label="Whose step">${trace.series.map((series, i) => html`
      <button aria-pressed=${i === looked ? 'true' : 'false'} @click=${() => this.link.model?.lookAt({ series: i })}>
        <descent-marker optimizer=${series.header.optimizer}></descent-marker>${trace.nameOf(series)}</button>`)}</div>`;
  }

  private renderAnatomy(anatomy: Anatomy, trace: Trace) {
    const series = trace.series[anatomy.series];
    if (!series) return nothing;
    const at = (step: number) => point(saidAt(series, step, 'x1'), saidAt(series, step, 'x2'));
    const color = styleMap({ '--anatomy-color': styleColorOf(series.header.optimizer) });
    const stage = anatomy.run.includes('~') ? ` (stage ${anatomy.stage + 1})` : '';
    return html`
      <p class="anatomy-way num">${trace.nameOf(series)}, step ${anatomy.step}${stage}: from ${at(anatomy.step - 1)}
        to ${at(anatomy.step)}</p>
      <div style=${color}>${wordsOf(anatomy, series).map((sentence) => html`<p class="say">${sentence}</p>`)}</div>
      ${this.renderKey(anatomy, color)}
      <details open>
        <summary>The formula with its numbers</summary>
        <ol class="anatomy-lines">${anatomy.terms.map((term) => this.renderLine(term))}</ol>
      </details>
    `;
  }

  /** What the arrows on the plot are. */
  private renderKey(anatomy: Anatomy, color: ReturnType<typeof styleMap>) {
    const eta = termOf(anatomy, 'schedule');
    const rate = termOf(anatomy, 'rate');
    return html`<ul class="anatomy-key" style=${color} aria-label="On the plot">
      <li><i class="slope"></i>downhill, ${eta ? html`<descent-formula tex=${`-${eta.symbol}\\, g`}></descent-formula>` : ''}</li>
      ${anatomy.chain.length > 1 ? html`<li><i class="chain"></i>what each gradient adds, oldest first</li>` : nothing}
      <li><i class="step"></i>the step</li>
      ${rate && rate.values.length > 1 ? html`<li><i class="box"></i>its two rates, against the largest of the run</li>` : nothing}
      <li class="anatomy-keys">With the plot in focus: <kbd>,</kbd> and <kbd>.</kbd> walk along a path, <kbd>n</kbd> goes
        to the next.</li>
    </ul>`;
  }

  private renderLine(term: Term) {
    const relation = term.updates ? '\\leftarrow' : '=';
    // What is given is a point or a number; what is computed is told for each coordinate.
    const given = term.numbers.length === 1 ? term.numbers[0] : `(${term.numbers.join(',\\; ')})`;
    const whole = `${term.symbol} ${relation} ${term.formula || given}`;
    // After an opening a minus is a sign.
    const label = (i: number) => (term.values.length === 1 ? '' : `${X[i]}\\colon\\;\\mathopen{} `);
    return html`<li data-role=${term.role} data-values=${term.values.join(' ')}>
      <div class="anatomy-symbols"><descent-formula tex=${display(whole)}></descent-formula><span>${term.meaning}</span></div>
      ${term.formula ? html`<div class="anatomy-numbers">${term.numbers.map((numbers, i) => html`
        <div><descent-formula tex=${display(label(i) + numbers)}></descent-formula></div>`)}</div>` : nothing}
    </li>`;
  }

  private changed(change: Change): void {
    const { model } = this.link;
    if (!model || change === 'field' || change === 'behind' || change === 'ghost') return;
    model.explaining = true;
    clearTimeout(this.timer);
    // The plot has arrows of a race at rest, whoever reads this or not.
    if (!this.sight.seen && model.playing) return;
    if (this.sight.seen) this.requestUpdate();
    const wait = model.playing && change !== 'trace' ? READING - (performance.now() - this.asked) : 0;
    if (wait <= 0) this.look();
    else this.timer = window.setTimeout(() => this.look(), wait);
  }

  /** Shows what is known of the step that is looked at, or asks for it. */
  private look(): void {
    const { model } = this.link;
    const step = model?.lookedStep;
    if (!model?.trace || step === undefined) return;
    const { anatomy } = model;
    if (anatomy) {
      this.source.forget();
      this.shown = { anatomy, trace: model.trace };
    } else if (model.query && !model.held) {
      this.asked = performance.now();
      this.source.want(model.query, model.looked.series, step);
    }
  }
}

/** With fractions as large as in a formula of its own. */
function display(tex: string): string {
  return `\\displaystyle ${tex}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'step-anatomy': StepAnatomy;
  }
}
