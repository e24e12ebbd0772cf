import { ContextConsumer, createContext } from '@lit/context';
import { css, LitElement, type PropertyValues } from 'lit';
import { Sight } from '../motion/sight';
import { rangeStyles } from '../theme/range';
import type { SpectrumModel } from './model';
import { WhileOpen } from './while-open';

export const spectrumContext = createContext<SpectrumModel>(Symbol('spectrum'));

/** What is far beyond the screen follows when nothing has changed for so many milliseconds. */
const QUIET = 250;
/** What is read rather than watched follows so many milliseconds apart. */
const CALM = 200;

/** A piece of the spectrum lab: renders anew whenever the shared model changes, out of sight once all is quiet. */
export abstract class SpectrumElement extends LitElement {
  protected model?: SpectrumModel;

  /** Whether it is read rather than watched. */
  protected readonly calm: boolean = false;

  private readonly onChange = () => {
    if (!this.hasUpdated) {
      this.catchUp();
    } else if (!this.sight.seen) {
      clearTimeout(this.waiting);
      this.waiting = window.setTimeout(this.catchUp, QUIET);
    } else if (!this.waiting) {
      const left = this.calm ? this.followed + CALM - performance.now() : 0;
      if (left > 0) this.waiting = window.setTimeout(this.catchUp, left);
      else this.catchUp();
    }
  };
  private readonly catchUp = () => {
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.followed = performance.now();
    this.modelChanged();
    this.requestUpdate();
  };
  private readonly sight = new Sight(this, () => { if (this.waiting) this.catchUp(); });
  private waiting = 0;
  private followed = -Infinity;

  private readonly chapter = new WhileOpen(this);

  constructor() {
    super();
    new ContextConsumer(this, {
      context: spectrumContext,
      callback: (model) => {
        this.model?.removeEventListener('change', this.onChange);
        this.model = model;
        model.addEventListener('change', this.onChange);
        this.onChange();
      },
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    this.model?.addEventListener('change', this.onChange);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.model?.removeEventListener('change', this.onChange);
    clearTimeout(this.waiting);
    this.waiting = 0;
  }

  /** In a closed chapter nothing is computed; opening it is an update. */
  protected override shouldUpdate(_: PropertyValues): boolean {
    return this.chapter.open;
  }

  /** Called on each change before the update. */
  protected modelChanged() {}
}

/** Buttons, tables and captions that all pieces share, in the page's look. */
export const pieceStyles = [rangeStyles, css`
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :host {
    display: block;
    font: 15px / 1.45 var(--descent-font);
    color: var(--descent-ink);
  }
  button,
  select,
  input {
    box-sizing: border-box;
    font: inherit;
    color: inherit;
  }
  button,
  select,
  input:not([type='range'], [type='checkbox'], [type='radio']) {
    min-height: var(--descent-control);
    padding: 0 12px;
    border: 1px solid var(--descent-line);
    border-radius: var(--descent-radius-control);
    background: var(--descent-card);
  }
  select,
  input:not([type='range'], [type='checkbox'], [type='radio']) {
    border-color: var(--descent-edge);
  }
  /* Like the fields and sliders of the other labs, which are no native ones. */
  select {
    appearance: none;
    padding-inline-end: 34px;
    background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='8'%3E%3Cpath d='M1 1.5l5 5 5-5' fill='none' stroke='%237b8794' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E");
    background-position: right 12px center;
    background-repeat: no-repeat;
    cursor: pointer;
  }
  button:disabled {
    opacity: 0.45;
  }
  button:hover:enabled {
    border-color: var(--descent-edge);
  }
  button[aria-pressed='true'] {
    border-color: var(--descent-accent);
    background: var(--descent-tint);
  }
  input[type='checkbox'] {
    accent-color: var(--descent-accent);
  }
  input[type='range'] {
    min-height: var(--descent-control);
  }
  :focus-visible {
    outline: 2px solid var(--descent-accent);
    outline-offset: 2px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  label.check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: var(--descent-control);
  }
  .num,
  table {
    font-variant-numeric: tabular-nums;
  }
  .soft {
    color: var(--descent-soft);
  }
  .caption {
    margin: 8px 0 0;
    font-size: 14px;
  }
  .say {
    margin: 12px 0 0;
    padding: 2px 0 2px 11px;
    border-inline-start: 3px solid var(--descent-say);
    font-size: 14px;
  }
  .warn {
    color: var(--descent-warn);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13.5px;
  }
  th,
  td {
    padding: 4px 0 4px 10px;
    text-align: right;
    white-space: nowrap;
  }
  th {
    font-weight: 500;
    color: var(--descent-soft);
  }
  thead th {
    white-space: normal;
    vertical-align: bottom;
  }
  td {
    border-top: 1px solid var(--descent-line);
  }
  tbody th {
    border-top: 1px solid var(--descent-line);
  }
  tr > :first-child {
    padding-left: 0;
    text-align: left;
  }
  summary {
    display: list-item;
    padding: 8px 0;
    color: var(--descent-soft);
    font-size: 13.5px;
    cursor: pointer;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  h3 {
    margin: 0 0 6px;
    font-size: 14.5px;
    font-weight: 600;
  }
`];
