import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { HAND_MOVE } from '../hand/hand-move';
import type { Move } from '../hand/moved-query';
import { around, beside, overlap, type Box, type Spot } from './beside';
import { HINTS, hintOf, type Hint } from './hints';

const DONE = 'descent-hints';
/** The first race begins to play first. */
const PAUSE = 1200;
/** What one takes hold of or reads, which stays free. */
const HELD = 'descent-log-range, angle-slider, race-timeline, button, a, input, vaadin-select, vaadin-text-field, drop-down, '
  + 'surface-maps, .note, .chip, .optimizer-title, descent-marker, descent-formula';
/** Pixels about a point. */
const POINT = 16;
const NAME = 16;

/**
 * On a first visit, what of a race can be dragged: three hints beside what they speak of, which they leave free. Each goes once its thing was dragged, all
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
    }
    p:not([data-side]) { visibility: hidden; inset: 0 auto auto 0; }
    p::before {
      content: '';
      position: absolute;
      inline-size: 10px;
      block-size: 10px;
      rotate: 45deg;
      background: inherit;
    }
    p:is([data-side='below'], [data-side='above'])::before { left: calc(var(--_tip) - 5px); }
    p:is([data-side='left'], [data-side='right'])::before { top: calc(var(--_tip) - 5px); }
    p[data-side='below']::before { top: -5px; }
    p[data-side='above']::before { bottom: -5px; }
    p[data-side='right']::before { left: -5px; }
    p[data-side='left']::before { right: -5px; }
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
  @state() private places = new Map<Hint, Spot>();
  private timer = 0;
  private race?: Element;
  private readonly sizes = new ResizeObserver(() => this.place());

  private readonly place = (): void => {
    const { race } = this;
    if (!race || this.left.length === 0) return;
    const origin = race.getBoundingClientRect();
    const boxOf = (element: Element): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left: left - origin.left, top: top - origin.top, right: right - origin.left, bottom: bottom - origin.top };
    };
    const room = { left: 0, top: 0, right: origin.width, bottom: origin.height };
    const held = [...race.querySelectorAll(HELD)].map(boxOf);
    const places = new Map<Hint, Spot>();
    for (const hint of this.left) {
      const target = race.querySelector(hint.target);
      const said = this.renderRoot.querySelector<HTMLElement>(`p[data-hint="${hint.target}"]`);
      if (!target || !said || target.getBoundingClientRect().width === 0) continue;
      const own = hint.with ? race.querySelector(hint.with) : null;
      const box = own ? around(boxOf(target), boxOf(own)) : boxOf(target);
      const point = (target as Partial<Pointed>).startPixel?.();
      const spot = point
        ? beside(about(box, point), said.offsetWidth, said.offsetHeight, { ...room, left: box.left, right: box.right },
          [...held, ahead(box, point)])
        : beside(box, said.offsetWidth, said.offsetHeight, room, held.filter((other) => overlap(other, box) === 0));
      places.set(hint, spot);
      held.push({ left: spot.left, top: spot.top, right: spot.left + said.offsetWidth, bottom: spot.top + said.offsetHeight });
    }
    this.places = places;
  };

  private readonly moved = (event: Event): void => {
    const hint = hintOf((event as CustomEvent<Move>).detail);
    if (!hint || !this.left.includes(hint)) return;
    this.left = this.left.filter((one) => one !== hint);
    if (this.left.length === 0) this.close();
    else void this.updateComplete.then(this.place);
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
      void this.updateComplete.then(this.place); // how large they are is known only then
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
      return html`<p role="note" data-hint=${hint.target} data-side=${at?.side ?? nothing}
        style=${at ? `left: ${at.left}px; top: ${at.top}px; --_tip: ${at.tip}px` : ''}>${hint.words}
        ${hint === last ? html`<button @click=${this.close}>Got it</button>` : nothing}</p>`;
    });
  }

  private readonly close = (): void => {
    this.left = [];
    removeEventListener('scroll', this.place);
    localStorage.setItem(DONE, 'seen');
    this.sizes.disconnect();
  };
}

/** About a point of an element, as much as its mark takes, and its name below that. */
function about(box: Box, [x, y]: readonly [number, number]): Box {
  return { left: box.left + x - POINT, top: box.top + y - POINT, right: box.left + x + POINT, bottom: box.top + y + POINT + NAME };
}

/** Where the paths go on from a start: about its way to the middle. */
function ahead(box: Box, [x, y]: readonly [number, number]): Box {
  const [from, to] = [[box.left + x, box.top + y], [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
  return {
    left: Math.min(from[0], to[0]), top: Math.min(from[1], to[1]) - POINT,
    right: Math.max(from[0], to[0]), bottom: Math.max(from[1], to[1]) + POINT,
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
