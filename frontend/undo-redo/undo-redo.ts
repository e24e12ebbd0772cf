import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { inOwnTask } from '../motion/own-task';
import { canRedo, canUndo, placeOf, withPlace, type Farthest } from './steps';

const FARTHEST = 'descent-farthest-step';
const TYPED = 'input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]';

/**
 * Undo and redo of all that changes an experiment, by buttons and by keys, which are the browser's back and forward within a page.
 * Text that is being typed keeps its own.
 */
@customElement('undo-redo')
export class UndoRedo extends inOwnTask(LitElement) {
  static override styles = css`
    :host { display: inline-flex; }
    :host([coming]) { min-inline-size: 76px; }
    button {
      all: unset;
      box-sizing: border-box;
      inline-size: 38px;
      block-size: 38px;
      display: grid;
      place-items: center;
      border-radius: 9px;
      color: var(--descent-soft);
      cursor: pointer;
    }
    button:hover:not([disabled]) { background: var(--descent-tint); color: var(--descent-ink); }
    button:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: -2px; }
    button[disabled] { opacity: 0.35; cursor: default; }
    svg { inline-size: 20px; block-size: 20px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round;
      stroke-linejoin: round; }
    @media (pointer: coarse) { :host([coming]) { min-inline-size: 88px; } button { inline-size: 44px; block-size: 44px; } }
  `;

  @state() private place = placeOf(history.state);
  private farthest?: Farthest;

  private readonly moved = (): void => {
    this.place = placeOf(history.state);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyped(event)) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    if (redo) this.redo();
    else this.undo();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.farthest = readFarthest();
    this.moved();
    addEventListener('popstate', this.moved);
    addEventListener('keydown', this.key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.moved);
    removeEventListener('keydown', this.key);
  }

  /** Puts the link of what is shown into the address bar, in place of the one there; how it is looked at, which a hash says, stays. */
  keep(link: string): void {
    // After the router, which puts the page's bare path there when it was come to by a link.
    setTimeout(() => {
      history.replaceState(history.state, '', link + location.hash);
      this.moved();
    });
  }

  /** Puts it there as one more step, which can be undone. */
  push(link: string): void {
    setTimeout(() => {
      const from = placeOf(history.state) ?? { token: crypto.randomUUID?.() ?? String(Math.random()), step: 0 };
      history.replaceState(withPlace(history.state, from), '');
      this.farthest = { token: from.token, step: from.step + 1 };
      history.pushState(withPlace(history.state, this.farthest), '', link + location.hash);
      sessionStorage.setItem(FARTHEST, JSON.stringify(this.farthest));
      this.moved();
    });
  }

  protected override render() {
    return html`
      <button aria-label="Undo" title="Undo (Ctrl+Z)" ?disabled=${!canUndo(this.place)} @click=${this.undo}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9"/></svg>
      </button>
      <button aria-label="Redo" title="Redo (Ctrl+Shift+Z)" ?disabled=${!canRedo(this.place, this.farthest)} @click=${this.redo}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m16 5 4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h5"/></svg>
      </button>
    `;
  }

  private undo(): void {
    if (canUndo(this.place)) history.back();
  }

  private redo(): void {
    if (canRedo(this.place, this.farthest)) history.forward();
  }
}

function isTyped(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches(TYPED);
}

function readFarthest(): Farthest | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(FARTHEST) ?? '') as Farthest;
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'undo-redo': UndoRedo;
  }
}
