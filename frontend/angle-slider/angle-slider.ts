import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { tellEarly } from '../hand/early-moves';
import { tellHand, tellRest } from '../hand/hand-move';
import { HandNews } from '../hand/hand-news';
import { inOwnTask } from '../motion/own-task';
import { fixed } from '../numbers/numbers';
import { rangeStyles, THUMB } from '../theme/range';

const HALF_TURN = 180;
const PLACES = 6;

/**
 * By how many degrees an objective is turned: a slider over whole ones, with the exact number beside it. Sends `turned` with
 * detail {degrees} once it rests, and also while it moves unless somebody follows the hand itself.
 */
@customElement('angle-slider')
export class AngleSlider extends inOwnTask(LitElement) {
  static override styles = [rangeStyles, css`
    :host { display: flex; align-items: center; gap: 12px; }
    :host([coming]) { min-block-size: var(--descent-slider-height, 28px); }
    span { min-inline-size: 14ch; text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    input[type='range'] { inline-size: 150px; }
    @media (max-width: 800px) {
      span { text-align: start; }
    }
    @media (pointer: coarse) {
      :host { --descent-slider-height: 44px; }
    }
  `];

  @property({ type: Number }) degrees = 0;

  private readonly news = new HandNews((final) => {
    if (final) tellRest(this);
    this.dispatchEvent(new CustomEvent('turned', { detail: { degrees: this.degrees } }));
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.news.stop();
  }

  protected override render() {
    const words = `turned by ${fixed(this.degrees, PLACES)}\u00b0`;
    return html`
      <span aria-hidden="true">${words}</span>
      <input type="range" min=${-HALF_TURN} max=${HALF_TURN} step="1" aria-label="Turned by, in degrees"
        aria-valuetext=${words} .value=${String(Math.round(this.degrees))}
        @pointerdown=${this.pressed} @input=${this.moved} @change=${() => this.news.rest()}>
    `;
  }

  private pressed(event: PointerEvent): void {
    tellEarly(event, THUMB, (place) => this.turn(Math.round((2 * place - 1) * HALF_TURN)), () => this.news.rest());
  }

  private moved(event: Event): void {
    this.turn(Number((event.target as HTMLInputElement).value));
  }

  private turn(degrees: number): void {
    if (degrees === this.degrees) return;
    this.degrees = degrees;
    this.news.moved(tellHand(this, { parameter: 'rotate', value: String(this.degrees) }), true);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'angle-slider': AngleSlider;
  }
}
