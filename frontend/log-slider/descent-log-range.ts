import { css, html, LitElement, type PropertyValues } from 'lit';
import { tellEarly } from '../hand/early-moves';
import { tellHand, tellRest } from '../hand/hand-move';
import { HandNews } from '../hand/hand-news';
import { styleColorOf } from '../palette/palette';
import { neighbor, positionOf, roundValueAt, stops } from './log-scale';

/**
 * A slider on a log scale. Sends `range-input` with detail {value} once it rests, and also while it moves, some twelve times a
 * second at most, unless somebody follows the hand itself. Keys go from stop to stop, a pointer has a value for each pixel. A value
 * set from outside is kept as it is, on a stop or not, in the range or not.
 */
class DescentLogRange extends LitElement {
  static override readonly properties = {
    min: { type: Number },
    max: { type: Number },
    value: { type: Number },
    label: {},
    optimizer: {},
    run: { type: Number },
    disabled: { type: Boolean, reflect: true },
  };

  declare min: number;
  declare max: number;
  declare value: number;
  declare label: string;
  declare optimizer: string;
  /** Which optimizer's rate it is in an experiment, from 0; none where it is another number. */
  declare run?: number;
  /** Where the value is written beside it. */
  declare text?: HTMLElement & { value: string };
  declare disabled: boolean;

  /** For keys. */
  private scale: number[] = [];
  /** How many pixels the thumb can go, as the hand takes it. */
  private way = 0;
  private readonly news = new HandNews((final) => {
    if (final) tellRest(this);
    this.dispatchEvent(new CustomEvent('range-input', { detail: { value: this.value } }));
  });

  static override readonly styles = css`
    :host {
      display: block;
      --thumb: 18px;
      --color: var(--descent-accent);
      --track: var(--descent-line);
    }

    input {
      appearance: none;
      display: block;
      width: 100%;
      height: var(--descent-slider-height, 28px);
      margin: 0;
      background: none;
      cursor: pointer;
      touch-action: pan-y;
    }

    input:disabled {
      cursor: default;
      opacity: 0.5;
    }

    input:focus-visible {
      outline: 2px solid var(--descent-accent);
      outline-offset: 1px;
      border-radius: 8px;
    }

    input::-webkit-slider-runnable-track {
      height: 4px;
      border-radius: 9px;
      background: linear-gradient(to right, var(--color) var(--filled), var(--track) var(--filled));
    }

    input::-moz-range-track {
      height: 4px;
      border-radius: 9px;
      background: linear-gradient(to right, var(--color) var(--filled), var(--track) var(--filled));
    }

    input::-webkit-slider-thumb {
      appearance: none;
      box-sizing: border-box;
      width: var(--thumb);
      height: var(--thumb);
      margin-top: -7px;
      border: 3px solid var(--color);
      border-radius: 50%;
      background: var(--descent-card);
    }

    input::-moz-range-thumb {
      box-sizing: border-box;
      width: var(--thumb);
      height: var(--thumb);
      border: 3px solid var(--color);
      border-radius: 50%;
      background: var(--descent-card);
    }

    @media (max-width: 800px), (pointer: coarse) {
      :host {
        --thumb: 24px;
      }

      input {
        height: var(--descent-slider-height, 44px);
      }

      input::-webkit-slider-thumb {
        margin-top: -10px;
      }
    }
  `;

  constructor() {
    super();
    this.min = 1e-4;
    this.max = 10;
    this.value = 0.1;
    this.label = '';
    this.optimizer = '';
    this.disabled = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.news.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('min') || changed.has('max') || this.scale.length === 0) {
      this.scale = stops(this.min, this.max);
    }
  }

  protected override render() {
    const position = positionOf(this.value, this.min, this.max);
    const color = this.optimizer ? `--color:${styleColorOf(this.optimizer)};` : '';
    // The thumb's center runs from half its width to the width less that: the fill follows it.
    const filled = `--filled:calc(var(--thumb) / 2 + ${position} * (100% - var(--thumb)))`;
    return html`<input
      type="range" min="0" max="1" step="any"
      style=${color + filled}
      .value=${String(position)}
      ?disabled=${this.disabled}
      aria-label=${this.label}
      aria-valuetext=${String(this.value)}
      @pointerdown=${this.onPress}
      @input=${this.onInput}
      @change=${this.onChange}
      @keydown=${this.onKey}
    />`;
  }

  private onPress(event: PointerEvent): void {
    const input = event.currentTarget as HTMLInputElement;
    const thumb = this.thumb;
    this.way = input.clientWidth - thumb;
    tellEarly(event, thumb, (place) => this.moveTo(this.valueAt(place), input, true), () => this.news.rest());
  }

  private onInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.way ||= input.clientWidth - this.thumb;
    this.moveTo(this.valueAt(Number(input.value)), input, true);
  }

  private get thumb(): number {
    return parseFloat(getComputedStyle(this).getPropertyValue('--thumb'));
  }

  private valueAt(place: number): number {
    return roundValueAt(place, this.min, this.max, this.way);
  }

  private onChange(): void {
    this.news.rest();
  }

  private onKey(event: KeyboardEvent): void {
    const next = this.afterKey(event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.moveTo(next, event.target, false);
  }

  private afterKey(key: string): number | undefined {
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return neighbor(this.value, 1, this.scale);
      case 'ArrowLeft':
      case 'ArrowDown':
        return neighbor(this.value, -1, this.scale);
      case 'PageUp':
        return this.decades(1);
      case 'PageDown':
        return this.decades(-1);
      case 'Home':
        return this.min;
      case 'End':
        return this.max;
      default:
        return undefined;
    }
  }

  private decades(count: number): number {
    const [mantissa, exponent] = this.value.toExponential().split('e');
    return Math.min(this.max, Math.max(this.min, Number(`${mantissa}e${Number(exponent) + count}`)));
  }

  private moveTo(value: number, input: EventTarget | null, held: boolean): void {
    // Also when the value stays: the thumb goes back onto its stop.
    (input as HTMLInputElement).value = String(positionOf(value, this.min, this.max));
    if (value === this.value) return;
    this.value = value;
    if (this.text) this.text.value = String(value);
    this.news.moved(this.run !== undefined && tellHand(this, { run: this.run, lr: value }), held);
  }
}

customElements.define('descent-log-range', DescentLogRange);
