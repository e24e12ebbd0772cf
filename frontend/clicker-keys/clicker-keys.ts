import { wayOf } from './press';

/** A clicker that bounces, or a hand that does, presses once. */
const PAUSE = 250;

/** Fires `clicker` {back} when a key on the page turns a prepared lecture; nothing of it is seen. */
class ClickerKeys extends HTMLElement {
  private last = -Infinity;

  connectedCallback(): void {
    this.hidden = true;
    document.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.pressed);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const way = wayOf(event, innermost());
    if (!way) return;
    event.preventDefault();
    if (event.timeStamp - this.last < PAUSE) return;
    this.last = event.timeStamp;
    this.dispatchEvent(new CustomEvent('clicker', { detail: { back: way === 'back' } }));
  };
}

/** What has the keyboard, within elements too. */
function innermost(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

customElements.define('clicker-keys', ClickerKeys);
