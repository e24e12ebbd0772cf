import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { HandNews } from '../hand/hand-news';
import { fixed } from '../numbers/numbers';
import { dragged, likePrinted, moved, type Range } from './scale';
import { follow, handleOf, rest, sourceOf, STEP, type Handle, type Source } from './source';

/** What is said when a handle is moved. */
export interface HandleMove {
  figure: string;
  name: string;
  value: number;
  /** Whether the page is told: else the figure follows by itself. */
  told: boolean;
}

export const HANDLE_MOVE = 'handle-move';

/** Pixels of the hand for a step along a race. */
const STEP_PIXELS = 9;
const PAGE = 10;
const MOST_DECIMALS = 6;
/** Milliseconds until it looks again for a figure that is not there yet. */
const WAIT = 200;

/**
 * A number in a text that belongs to a figure: a handle, which is dragged and moves the figure, or a reading, which says what
 * the figure shows. A reading of a race is dragged along its steps. Until the figure is there, it says what is printed.
 */
@customElement('text-number')
export class TextNumber extends LitElement {
  static override styles = css`
    :host { display: inline-block; font-variant-numeric: tabular-nums; white-space: nowrap; }
    span { border-radius: 3px; font-weight: 600; }
    .held {
      color: var(--descent-accent);
      font-weight: inherit;
      border-block-end: 2px dotted currentColor;
      cursor: ew-resize;
      touch-action: none;
      user-select: none;
      -webkit-user-select: none;
    }
    .held:hover, .held:active { background: var(--descent-tint); }
    span:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  `;

  @property() figure = '';
  @property() name = '';
  /** As the text has it. */
  @property() printed = '';

  /** What the figure declares of it, if it is a handle. */
  @state() private declared?: Handle;
  @state() private value = NaN;
  private source?: Source;
  private unsubscribe?: () => void;
  private held?: { pixels: number; value: number };
  private waiting = 0;

  private readonly told = (event: Event): void => {
    const { figure, name, value } = (event as CustomEvent<HandleMove>).detail;
    if (figure === this.figure && name === this.name) this.value = value;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(HANDLE_MOVE, this.told);
    this.join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener(HANDLE_MOVE, this.told);
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    this.news.stop();
    clearTimeout(this.waiting);
  }

  private get range(): Range {
    return this.declared ?? { low: 0, high: this.source?.lastStep?.() ?? 0, by: 1 };
  }

  /** The figure may come after its text. */
  private join(): void {
    if (!this.isConnected) return;
    this.declared = handleOf(this.figure, this.name);
    this.source = this.declared ? undefined : sourceOf(this.figure);
    if (!this.declared && !this.source) {
      this.waiting = window.setTimeout(() => this.join(), WAIT);
      return;
    }
    this.unsubscribe = this.source?.subscribe(() => this.read());
    if (this.source) this.read();
  }

  private read(): void {
    this.value = this.source?.read(this.name) ?? NaN;
  }

  private get current(): number {
    return this.declared ? (Number.isNaN(this.value) ? Number(this.printed) : this.value)
      : this.source?.read(STEP) ?? 0;
  }

  private readonly news = new HandNews((final) => {
    if (final) rest(this.figure);
    this.say(true);
  });

  private say(told: boolean): void {
    const detail: HandleMove = { figure: this.figure, name: this.name, value: this.value, told };
    this.dispatchEvent(new CustomEvent(HANDLE_MOVE, { detail, bubbles: true, composed: true }));
  }

  private set(value: number, held: boolean): void {
    if (!this.declared) {
      this.source?.scrub?.(value);
    } else if (value !== this.current) {
      this.value = value;
      this.say(false);
      this.news.moved(follow(this.figure, this.name, value), held);
    }
  }

  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
    this.held = { pixels: event.clientX, value: this.current };
  };

  private readonly move = (event: PointerEvent): void => {
    if (!this.held) return;
    const pixels = event.clientX - this.held.pixels;
    this.set(this.declared
      ? dragged(this.held.value, pixels, this.range)
      : moved(this.held.value, Math.round(pixels / STEP_PIXELS), this.range), true);
  };

  private readonly release = (): void => {
    this.held = undefined;
    this.news.rest();
  };

  private readonly key = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: PAGE, PageDown: -PAGE,
    };
    const { low, high } = this.range;
    if (event.key in steps) this.set(moved(this.current, steps[event.key], this.range), false);
    else if (event.key === 'Home') this.set(low, false);
    else if (event.key === 'End') this.set(high, false);
    else return;
    event.preventDefault();
  };

  protected override render() {
    const value = Number.isNaN(this.value) ? Number(this.printed) : this.value;
    const text = this.declared ? fixed(value, MOST_DECIMALS) : likePrinted(this.printed)(value);
    if (!this.declared && !this.source?.scrub) return html`<span>${text}</span>`;
    const { low, high } = this.range;
    return html`<span class="held" role="slider" tabindex="0" aria-label=${this.declared?.label ?? `${this.name}, at the shown step`} title="Drag, or use the arrow keys"
      aria-valuemin=${low} aria-valuemax=${high} aria-valuenow=${this.current} aria-valuetext=${text}
      @pointerdown=${this.press} @pointermove=${this.move} @pointerup=${this.release} @pointercancel=${this.release}
      @keydown=${this.key}>${text}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'text-number': TextNumber;
  }
}
