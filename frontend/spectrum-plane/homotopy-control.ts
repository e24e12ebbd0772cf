import { css, html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shortNumber } from '../numbers/complex';
import { FIRST, SECOND, styleColorOf } from '../palette/palette';
import { pieceStyles, SpectrumElement } from '../spectrum-lab/element';

const SECONDS = 5;
const FORMULA = html`<span class="formula"><i>M</i>(<i>t</i>) = <i>D</i> + <i>t</i>\u2009(<i>M</i> \u2212 <i>D</i>)</span>`;

/**
 * Which discs are shown, and how far M(t) = D + t (M - D) has come from the diagonal to the matrix. One that is `still` only says so,
 * and nothing of the matrix itself.
 */
@customElement('homotopy-control')
export class HomotopyControl extends SpectrumElement {
  static override styles = [
    pieceStyles,
    css`
      .formula {
        font-family: KaTeX_Main, 'Latin Modern Math', Georgia, serif;
        font-size: 17px;
        white-space: nowrap;
      }
      .said {
        margin: 0;
        text-align: center;
      }
      .play {
        min-width: 92px;
      }
      .value {
        min-width: 4.6em;
      }
      .slide {
        display: flex;
        flex: 1 1 420px;
        flex-wrap: wrap;
        min-width: 0;
        align-items: center;
        gap: 12px;
      }
      .first,
      .second {
        display: inline-block;
        width: 20px;
        border-top: 3px solid ${unsafeCSS(styleColorOf(FIRST))};
      }
      .second {
        border-top: 3px dashed ${unsafeCSS(styleColorOf(SECOND))};
      }
    `,
  ];

  @property({ type: Boolean }) still = false;
  @state() private playing = false;
  private started = 0;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.playing = false;
  }

  private play() {
    if (this.playing) {
      this.playing = false;
      return;
    }
    const model = this.model;
    if (!model) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      // No animation: one press shows the start, the next the end.
      model.run(model.t === 1 ? 0 : 1);
      return;
    }
    this.playing = true;
    const from = model.t === 1 ? 0 : model.t;
    this.started = performance.now() - from * SECONDS * 1000;
    const tick = (now: number) => {
      if (!this.playing) return;
      const t = (now - this.started) / (SECONDS * 1000);
      model.run(t);
      if (t < 1) {
        requestAnimationFrame(tick);
      } else {
        this.playing = false;
      }
    };
    requestAnimationFrame(tick);
  }

  private slide(event: Event) {
    this.playing = false;
    this.model?.run(Number((event.target as HTMLInputElement).value));
  }

  protected override render() {
    const model = this.model;
    if (!model) return nothing;
    if (this.still) {
      return model.t === 1 ? nothing : html`<p class="said" role="status">${FORMULA}, <span class="num"><i>t</i> = ${shortNumber(model.t, 2)}</span></p>`;
    }
    return html`<div class="row">
      <label class="check">
        <input type="checkbox" .checked=${model.rows} @change=${(e: Event) => this.choose(e, 'rows')} />
        <span class="first"></span> row discs
      </label>
      <label class="check">
        <input type="checkbox" .checked=${model.columns} @change=${(e: Event) => this.choose(e, 'columns')} />
        <span class="second"></span> column discs
      </label>
      <div class="slide">
        <button class="play" @click=${this.play}>${this.playing ? '\u2016 Pause' : '\u25b6 Play'}</button>
        ${FORMULA}
        <input
          type="range"
          min="0"
          max="1"
          step="0.01"
          aria-label="t, from the diagonal at 0 to the matrix at 1"
          .value=${String(model.t)}
          @input=${this.slide}
        />
        <span class="value num"><i>t</i> = ${shortNumber(model.t, 2)}</span>
      </div>
    </div>`;
  }

  private choose(event: Event, which: 'rows' | 'columns') {
    const model = this.model!;
    const on = (event.target as HTMLInputElement).checked;
    // One kind at least stays, else the picture has nothing to say.
    if (which === 'rows') model.choose(on, on ? model.columns : true);
    else model.choose(on ? model.rows : true, on);
  }
}
