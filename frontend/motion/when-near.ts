/** A reader who does nothing for so long, in milliseconds, gets the rest of the page all the same. */
const PATIENCE = 8000;
const SIGNS = ['keydown', 'pointerdown', 'scroll', 'focusin'];

/** What comes by and by, in the order of the page, once somebody is there to read it. */
const later = new Set<WhenNear>();
let reading = false;
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
    if (reading) void comeAll();
    else if (later.size === 1) listen();
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

function listen(): void {
  const begin = () => {
    SIGNS.forEach((sign) => removeEventListener(sign, begin, true));
    reading = true;
    void comeAll();
  };
  SIGNS.forEach((sign) => addEventListener(sign, begin, { capture: true, passive: true }));
  setTimeout(begin, PATIENCE);
}

async function comeAll(): Promise<void> {
  if (coming) return;
  coming = true;
  while (later.size > 0) {
    await new Promise<void>((done) => { (window.requestIdleCallback ?? setTimeout)(() => done()); });
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
