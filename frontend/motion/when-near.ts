import { idle, nextTask, reader } from './reader';

/** How long a room waits for what was asked for it, in milliseconds, before the next is asked for. */
const LONGEST_ROUND = 1500;

/** What is in sight, to be asked for now. */
const due = new Set<WhenNear>();
/** What comes by and by, in the order of the page, once somebody is there to read it. */
const later = new Set<WhenNear>();
let reading = false;
let coming = false;

function watch(rootMargin: string): IntersectionObserver {
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) due.add(target as WhenNear);
    void comeAll();
  }, { rootMargin });
}

const NEAR = '300px';
/** On a phone, which is slow, nobody looks further before somebody reads: until then its time goes to what is in sight. */
const sight = watch(matchMedia('(pointer: coarse)').matches ? '0px' : NEAR);
const nearness = watch(NEAR);

/**
 * Room for something that is to be there only when one comes near it: fires `near`, once. With the attribute `by-and-by`
 * also when the browser has nothing else to do, from the first sign of a reader on: so that what reads the whole page, or
 * searches it, finds it whole. One room is filled after another, each in a round of its own: all at once would keep the
 * page from answering.
 */
export class WhenNear extends HTMLElement {
  private told = false;

  connectedCallback(): void {
    if (this.told) return;
    sight.observe(this);
    if (this.hasAttribute('by-and-by')) later.add(this);
    void reader().then(() => {
      reading = true;
      if (this.isConnected && !this.told) nearness.observe(this);
      void comeAll();
    });
  }

  disconnectedCallback(): void {
    this.leave();
  }

  tell(): void {
    if (this.told) return;
    this.told = true;
    this.leave();
    this.dispatchEvent(new CustomEvent('near'));
  }

  private leave(): void {
    sight.unobserve(this);
    nearness.unobserve(this);
    due.delete(this);
    later.delete(this);
  }

  /** Comes when it is there. */
  filled(): Promise<void> {
    return new Promise((done) => {
      const end = () => {
        clearTimeout(timer);
        filling.disconnect();
        done();
      };
      const filling = new MutationObserver(end);
      filling.observe(this, { childList: true });
      const timer = setTimeout(end, LONGEST_ROUND);
      if (this.hasChildNodes()) end();
    });
  }
}

function first(rooms: Set<WhenNear>): WhenNear | undefined {
  return rooms.values().next().value;
}

async function comeAll(): Promise<void> {
  if (coming) return;
  coming = true;
  while (due.size > 0 || (reading && later.size > 0)) {
    await (due.size > 0 ? nextTask() : idle());
    const next = first(due) ?? (reading ? first(later) : undefined);
    next?.tell();
    await next?.filled();
  }
  coming = false;
}

customElements.define('when-near', WhenNear);

declare global {
  interface HTMLElementTagNameMap {
    'when-near': WhenNear;
  }
}
