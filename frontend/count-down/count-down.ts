import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { themeStyles } from '../theme/scheme';
import { leftSpoken, leftText } from './left';

const TICK = 250;

/** Counts `seconds` down from when they were said; `label` tells for what. */
@customElement('count-down')
export class CountDown extends LitElement {
  static override styles = [themeStyles, css`
    :host { display: inline-flex; align-items: baseline; gap: 0.5em; }
    strong { font-size: 1.5em; font-variant-numeric: tabular-nums; }
    .over { color: var(--descent-warn); }
    .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  `];

  @property({ type: Number }) seconds = 0;
  @property() label = '';
  @state() private left = 0;
  private end = 0;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.tick(), TICK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('seconds')) return;
    this.end = performance.now() + 1000 * this.seconds;
    this.left = this.seconds;
  }

  private tick(): void {
    this.left = Math.max(0, (this.end - performance.now()) / 1000);
  }

  protected override render() {
    return html`<span>${this.label}</span>
      <strong role="timer" class=${this.left > 0 ? '' : 'over'}>${this.left > 0 ? leftText(this.left) : 'Time is up'}</strong>
      <span class="visually-hidden" role="status">${leftSpoken(this.left)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'count-down': CountDown;
  }
}
