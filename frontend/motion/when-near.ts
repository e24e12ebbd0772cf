import { idle, reader } from './reader';

/** What comes by and by, in the order of the page, once somebody is there to read it. */
const later = new Set<WhenNear>();
let coming = false;

/**
 * Room for something that is to be there only when one comes near it: fires `near`, once. With the attribute `by-and-by`
 * also when the browser has nothing else to do, one after another, from the first sign of a reader on: so that what reads
 * the whole page, or searches it, finds it whole.
 */
export class WhenNear extends HTMLElement {
  private told = false;
  private readonly observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) this.tell();
  }, { rootMargin: '300px' });

  connectedCallback(): void {
    if (this.told) return;
    this.observer.observe(this);
    if (!this.hasAttribute('by-and-by')) return;
    later.add(this);
    void comeAll();
  }

  disconnectedCallback(): void {
    this.observer.disconnect();
    later.delete(this);
  }

  tell(): void {
    if (this.told) return;
    this.told = true;
    this.observer.disconnect();
    later.delete(this);
    this.dispatchEvent(new CustomEvent('near'));
  }
}

async function comeAll(): Promise<void> {
  if (coming) return;
  coming = true;
  await reader();
  while (later.size > 0) {
    await idle();
    later.values().next().value?.tell();
  }
  coming = false;
}

customElements.define('when-near', WhenNear);

declare global {
  interface HTMLElementTagNameMap {
    'when-near': WhenNear;
  }
}
