import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { HAND_MOVE } from '../hand/hand-move';
import type { Move } from '../hand/moved-query';
import { HINTS, hintOf, type Hint } from './hints';

const DONE = 'descent-hints';
/** The first race begins to play first. */
const PAUSE = 1200;

/**
 * On a first visit, what of a race can be dragged: three hints beside what they speak of. Each goes once its thing was dragged, all
 * once they are closed, for good.
 */
@customElement('drag-hints')
export class DragHints extends LitElement {
  static override styles = css`
    :host { display: contents; }
    p {
      position: absolute;
      z-index: 11;
      margin: 0;
      padding: 6px 11px;
      border-radius: 9px;
      background: var(--descent-accent);
      color: var(--descent-on-accent);
      font-size: 13.5px;
      line-height: 1.3;
      box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
      pointer-events: none;
      inline-size: max-content;
      max-inline-size: min(390px, 100vw - 48px);
      box-sizing: border-box;
      translate: -50% 0;
    }
    p::before {
      content: '';
      position: absolute;
      inset-block-start: -5px;
      inset-inline-start: calc(50% - 5px + var(--_off, 0px));
      inline-size: 10px;
      block-size: 10px;
      rotate: 45deg;
      background: inherit;
    }
    button {
      all: unset;
      margin-inline-start: 9px;
      padding: 1px 7px;
      border: 1px solid currentColor;
      border-radius: 7px;
      pointer-events: auto;
      cursor: pointer;
    }
    button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
  `;

  @state() private left: Hint[] = [];
  @state() private places = new Map<Hint, { x: number; y: number; off: number }>();
  private timer = 0;
  private race?: Element;
  private readonly sizes = new ResizeObserver(() => this.place());

  private readonly place = (): void => {
    const { race } = this;
    if (!race || this.left.length === 0) return;
    const origin = race.getBoundingClientRect();
    const places = new Map<Hint, { x: number; y: number; off: number }>();
    for (const hint of this.left) {
      const target = race.querySelector(hint.target);
      const box = target?.getBoundingClientRect();
      if (!target || !box || box.width === 0) continue;
      const point = (target as Partial<Pointed>).startPixel?.();
      const reach = Math.min(hint.reach, box.width / 2);
      const middle = point ? Math.min(Math.max(point[0], reach), box.width - reach) : box.width / 2;
      places.set(hint, {
        x: box.left - origin.left + middle,
        off: point ? point[0] - middle : 0,
        y: box.top - origin.top + (point ? point[1] + 34 : box.height + 6),
      });
    }
    this.places = places;
  };

  private readonly moved = (event: Event): void => {
    const hint = hintOf((event as CustomEvent<Move>).detail);
    if (!hint || !this.left.includes(hint)) return;
    this.left = this.left.filter((one) => one !== hint);
    if (this.left.length === 0) this.close();
    else this.place();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.race = this.closest('descent-race') ?? undefined;
    if (!this.race || localStorage.getItem(DONE)) return;
    this.race.addEventListener(HAND_MOVE, this.moved);
    this.sizes.observe(this.race);
    HINTS.forEach((hint) => {
      const target = this.race?.querySelector(hint.target);
      if (target) this.sizes.observe(target);
    });
    // The plot stays in sight while the rest scrolls.
    addEventListener('scroll', this.place, { passive: true });
    this.timer = window.setTimeout(() => {
      this.left = [...HINTS];
      this.place();
    }, PAUSE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    removeEventListener('scroll', this.place);
    this.sizes.disconnect();
    this.race?.removeEventListener(HAND_MOVE, this.moved);
  }

  protected override render() {
    const last = this.left.at(-1);
    return this.left.map((hint) => {
      const at = this.places.get(hint);
      return at ? html`<p role="note" style="inset-inline-start: ${at.x}px; inset-block-start: ${at.y}px; --_off: ${at.off}px">${hint.words}
        ${hint === last ? html`<button @click=${this.close}>Got it</button>` : nothing}</p>` : nothing;
    });
  }

  private readonly close = (): void => {
    this.left = [];
    removeEventListener('scroll', this.place);
    localStorage.setItem(DONE, 'seen');
    this.sizes.disconnect();
  };
}

/** What has its thing somewhere inside. */
interface Pointed {
  startPixel(): readonly [number, number] | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'drag-hints': DragHints;
  }
}
