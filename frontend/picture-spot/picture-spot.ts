import { css, html, LitElement, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { themeStyles } from '../theme/scheme';
import { moved, spoken, within, type Spot } from './spot';

/**
 * A picture with places on it: one's own, which a click or the arrow keys set while that is asked for, those of a class, and the
 * right one. Fires `spot` {x, y} when a place is set. Places are in shares of the picture's width.
 */
@customElement('picture-spot')
export class PictureSpot extends LitElement {
  static override styles = [themeStyles, css`
    :host { display: inline-block; position: relative; max-inline-size: 100%; line-height: 0; border-radius: 8px; background: #fff; }
    img { display: block; inline-size: var(--picture-width, auto); max-inline-size: 100%; max-block-size: var(--picture-height, 46vh); border-radius: inherit; }
    svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; overflow: visible; pointer-events: none; }
    button { position: absolute; inset: 0; padding: 0; border: 0; border-radius: inherit; background: none; cursor: crosshair; }
    button:focus-visible { outline: 2px solid var(--descent-accent); outline-offset: 2px; }
    .theirs { fill: #1f4fc0; fill-opacity: 0.55; stroke: #fff; stroke-width: 0.002; }
    .mine { fill: none; stroke: #b3261e; stroke-width: 0.008; }
    .right { fill: #0b7a4b; fill-opacity: 0.18; stroke: #0b7a4b; stroke-width: 0.006; }
  `];

  @property() src = '';
  @property() alt = '';
  @property({ type: Boolean }) picking = false;
  @property({ attribute: false }) guess: Spot | null = null;
  @property({ attribute: false }) cloud: number[][] = [];
  /** x, y and radius. */
  @property({ attribute: false }) truth: number[] = [];
  @state() private shape = 0;

  protected override render() {
    const marks = this.shape > 0 ? svg`<svg viewBox="0 0 1 ${this.shape}" aria-hidden="true">
      ${this.truth.length ? svg`<circle class="right" cx=${this.truth[0]} cy=${this.truth[1]} r=${Math.max(0.012, this.truth[2])} />` : ''}
      ${this.cloud.map(([x, y]) => svg`<circle class="theirs" cx=${x} cy=${y} r="0.014" />`)}
      ${this.guess ? this.cross(this.guess) : ''}
    </svg>` : '';
    return html`<img src=${this.src} alt=${this.alt} @load=${this.loaded}>${marks}${this.picking
      ? html`<button aria-label="Your place on the picture" @click=${this.clicked} @keydown=${this.pressed}></button>
          <span class="visually-hidden" role="status">${this.guess && this.shape ? spoken(this.guess, this.shape) : ''}</span>`
      : html`<span class="visually-hidden">${this.cloud.length ? `${this.cloud.length} places of the class are on it.` : ''}</span>`}`;
  }

  private cross(spot: Spot) {
    const size = 0.025;
    return svg`<g class="mine">
      <line x1=${spot.x - size} y1=${spot.y} x2=${spot.x + size} y2=${spot.y} />
      <line x1=${spot.x} y1=${spot.y - size} x2=${spot.x} y2=${spot.y + size} />
      <circle cx=${spot.x} cy=${spot.y} r=${size * 0.6} />
    </g>`;
  }

  private readonly loaded = (event: Event): void => {
    const picture = event.target as HTMLImageElement;
    this.shape = picture.naturalHeight / picture.naturalWidth;
    this.style.setProperty('--picture-shape', String(this.shape));
  };

  private readonly clicked = (event: MouseEvent): void => {
    if (event.detail === 0) return; // a key on the button, which sets no place
    const box = this.getBoundingClientRect();
    this.put(within({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.width }, this.shape));
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const from = this.guess ?? { x: 0.5, y: this.shape / 2 };
    const to = event.key === 'Enter' || event.key === ' ' ? within(from, this.shape) : moved(from, event.key, event.shiftKey, this.shape);
    if (!to) return;
    event.preventDefault();
    this.put(to);
  };

  private put(spot: Spot): void {
    this.guess = spot;
    this.dispatchEvent(new CustomEvent('spot', { detail: spot }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'picture-spot': PictureSpot;
  }
}
