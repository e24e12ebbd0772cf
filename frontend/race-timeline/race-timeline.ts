import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { inOwnTask } from '../motion/own-task';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import { SPEEDS } from '../race/race-model';
import { themeStyles } from '../theme/scheme';

const ICONS = {
  rewind: svg`<path d="M4 3.5v9M13 3.5L6.5 8l6.5 4.5z" />`,
  back: svg`<path d="M11.5 3.5L5 8l6.5 4.5z" />`,
  forward: svg`<path d="M4.5 3.5L11 8l-6.5 4.5z" />`,
  play: svg`<path d="M4.5 2.8L13 8l-8.5 5.2z" />`,
  branch: svg`<path d="M3 8h4.2c1.6 0 2-4.5 3.6-4.5H13M7.2 8c1.6 0 2 4.5 3.6 4.5H13M11 1.8 13 3.5 11 5.2M11 10.8l2 1.7-2 1.7" fill="none" />`,
  pin: svg`<path d="M6 2.5h4l-.6 4.3 2.6 2.4v1.3H4V9.2l2.6-2.4z" /><path d="M8 10.5v3.5" />`,
  pause: svg`<path d="M4 3h2.6v10H4zM9.4 3H12v10H9.4z" />`,
};

/** Plays a race, and shows any of its steps: buttons, a slider, and keys (space plays, arrows step). */
@customElement('race-timeline')
export class RaceTimeline extends inOwnTask(LitElement) {
  static override styles = [themeStyles, css`
    :host { display: block; container-type: inline-size; min-inline-size: 0; margin-block-start: 12px; }
    :host([coming]) { min-block-size: 38px; }
    .bar { display: flex; align-items: center; gap: 8px; }
    button {
      font: inherit;
      font-size: 14.5px;
      line-height: 1;
      box-sizing: border-box;
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: 7px;
      min-inline-size: 38px;
      block-size: 38px;
      padding: 0 10px;
      border: 1px solid var(--descent-line);
      border-radius: 9px;
      background: var(--descent-card);
      color: var(--descent-ink);
      cursor: pointer;
      flex: none;
    }
    button:hover:not(:disabled) { border-color: color-mix(in srgb, var(--descent-accent) 55%, var(--descent-line)); }
    button:disabled { color: color-mix(in srgb, var(--descent-soft) 55%, transparent); cursor: default; }
    button:focus-visible, input:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
    .pin { color: var(--descent-soft); }
    .pin[aria-pressed='true'] { color: var(--descent-accent); background: var(--descent-tint); border-color: currentColor; }
    .play {
      min-inline-size: 96px;
      border-color: transparent;
      background: var(--descent-accent);
      color: var(--descent-on-accent);
      font-weight: 600;
    }
    .play:hover:not(:disabled) { background: color-mix(in srgb, var(--descent-accent) 88%, var(--descent-ink)); }
    .play:disabled { background: var(--descent-line); color: var(--descent-soft); }
    .speed { min-inline-size: 52px; color: var(--descent-soft); font-variant-numeric: tabular-nums; }
    svg { inline-size: 16px; block-size: 16px; fill: currentColor; stroke: currentColor; stroke-width: 1.4;
      stroke-linejoin: round; stroke-linecap: round; flex: none; }
    input {
      appearance: none;
      flex: 1;
      min-inline-size: 60px;
      block-size: 28px;
      margin: 0 4px;
      background: none;
      cursor: pointer;
      border-radius: 9px;
      --_fill: linear-gradient(to right, var(--descent-accent) var(--_share), var(--descent-line) var(--_share));
    }
    input:dir(rtl) {
      --_fill: linear-gradient(to left, var(--descent-accent) var(--_share), var(--descent-line) var(--_share));
    }
    input::-webkit-slider-runnable-track { block-size: 5px; border-radius: 9px; background: var(--_fill); }
    input::-moz-range-track { block-size: 5px; border-radius: 9px; background: var(--_fill); }
    input::-webkit-slider-thumb {
      appearance: none;
      box-sizing: border-box;
      inline-size: 19px;
      block-size: 19px;
      margin-block-start: -7px;
      border-radius: 50%;
      border: 3px solid var(--descent-accent);
      background: var(--descent-card);
    }
    input::-moz-range-thumb {
      box-sizing: border-box;
      inline-size: 19px;
      block-size: 19px;
      border-radius: 50%;
      border: 3px solid var(--descent-accent);
      background: var(--descent-card);
    }
    output { flex: none; text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    @media (pointer: coarse) {
      :host([coming]) { min-block-size: 44px; }
      button { block-size: 44px; min-inline-size: 44px; }
      input { block-size: 44px; }
    }
    /* In two lines, or three. */
    @media (pointer: coarse) and (max-width: 800px) {
      :host([coming]) { min-block-size: 96px; }
    }
    @media (pointer: coarse) and (max-width: 379px) {
      :host([coming]) { min-block-size: 144px; }
    }
    /* Where there is little room the slider has a line of its own. */
    @container (max-width: 760px) {
      .bar { flex-wrap: wrap; row-gap: 4px; }
      input { order: -3; flex: 1 1 40%; }
      output { order: -3; }
      .break { order: -1; flex-basis: 100%; block-size: 0; }
      .branch { margin-inline-start: auto; }
    }
    @container (max-width: 560px) {
      .word { display: none; }
      .branch { margin-inline-start: 0; }
      .play { flex: 1; }
      .speed { min-inline-size: 46px; }
    }
    /* On a phone what steps has a line of its own: the speed stands beside the slider. */
    @container (max-width: 400px) {
      .speed { order: -2; }
      input { flex-basis: 60px; }
    }
    @media (forced-colors: active) {
      input::-webkit-slider-runnable-track { border: 1px solid CanvasText; }
    }
  `];

  /** Whether one may go on from a step with something else; then `branch` with {run, step} is fired. */
  @property({ type: Boolean }) branches = false;

  @query('input') private readonly slider!: HTMLInputElement;
  private readonly link = new RaceLink(this, () => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.key);
  }

  protected override render() {
    const { model } = this.link;
    const race = this.closest('descent-race');
    const step = model?.step ?? 0;
    const last = model?.lastStep ?? 0;
    const playing = model?.playing ?? false;
    const share = last > 0 ? (100 * step) / last : 0;
    // The middle of the thumb runs from half its width to half its width before the end.
    const fill = `calc(9.5px + (100% - 19px) * ${share / 100})`;
    return html`
      <div class="bar" role="group" aria-label="Timeline">
        <button title="To the start" aria-label="To the start" ?disabled=${step === 0}
          @click=${() => model?.seek(0)}>${icon('rewind')}</button>
        <button title="One step back" aria-label="One step back" ?disabled=${step === 0}
          @click=${() => model?.seek(step - 1)}>${icon('back')}</button>
        <button class="play" ?disabled=${last === 0} @click=${() => model?.toggle()}>
          ${icon(playing ? 'pause' : 'play')}${playing ? 'Pause' : 'Play'}</button>
        <button title="One step forward" aria-label="One step forward" ?disabled=${step >= last}
          @click=${() => model?.seek(step + 1)}>${icon('forward')}</button>
        <input type="range" min="0" max=${last} step="1" aria-label="Shown step"
          aria-valuetext="step ${step} of ${last}" style="--_share: ${fill}" .value=${String(step)}
          ?disabled=${last === 0} @input=${() => model?.seek(this.slider.valueAsNumber)}>
        <output style="min-inline-size: ${`step ${last} of ${last}`.length - 1}ch" aria-hidden="true">step ${step}
          of ${last}</output>
        <span class="break"></span>
        ${this.branches ? html`<button class="branch" title="Go on from this step with another rate or another optimizer"
          aria-label="Go on from here with\u2026" ?disabled=${step === 0 || step >= last} @click=${() => this.branch()}>
          ${icon('branch')}<span class="word">Go on with\u2026</span></button>` : nothing}
        ${race?.pins ? html`<button class="pin" title=${model?.ghost ? 'Let go of the pinned race' : 'Pin this race: it stays, pale, under the next'}
          aria-label="Pin this race" aria-pressed=${model?.ghost ? 'true' : 'false'} ?disabled=${last === 0}
          @click=${() => race.togglePin()}>${icon('pin')}</button>` : nothing}
        <button class="speed" title="Speed" aria-label="Speed ${model?.speed ?? 1} times"
          @click=${() => this.nextSpeed()}>${speedText(model?.speed ?? 1)}</button>
      </div>
    `;
  }

  private readonly key = (event: KeyboardEvent): void => {
    // On a button the space bar presses the button.
    if (event.key !== ' ' || event.composedPath()[0] !== this.slider) return;
    event.preventDefault();
    this.link.model?.toggle();
  };

  private branch(): void {
    const { model } = this.link;
    model?.pause();
    this.dispatchEvent(new CustomEvent('branch', { detail: { run: model?.looked.series ?? 0, step: model?.step ?? 0 } }));
  }

  private nextSpeed(): void {
    const { model } = this.link;
    if (!model) return;
    const at = SPEEDS.findIndex((speed) => speed === model.speed);
    model.setSpeed(SPEEDS[(at + 1) % SPEEDS.length]);
  }
}

function icon(name: keyof typeof ICONS) {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[name]}</svg>`;
}

function speedText(speed: number): string {
  const fraction: Record<number, string> = { 0.25: '\u00bc', 0.5: '\u00bd' };
  return `${fraction[speed] ?? speed}\u00d7`;
}

declare global {
  interface HTMLElementTagNameMap {
    'race-timeline': RaceTimeline;
  }
}
