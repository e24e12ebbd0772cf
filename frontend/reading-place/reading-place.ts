import { hold } from '../motion/hold';
import { placeAt } from './place';

/**
 * Contains links to places of its page, and marks the one to where one reads. What it folds away is open where it stands beside
 * the text, and folded where it stands above.
 */
export class ReadingPlace extends HTMLElement {
  private planned = 0;
  private readonly plan = () => {
    this.planned ||= requestAnimationFrame(() => { this.planned = 0; this.mark(); });
  };
  private readonly watch = new MutationObserver(this.plan);

  private readonly beside = matchMedia('(min-width: 1001px)');
  private readonly fold = () => this.querySelectorAll('details').forEach((each) => { each.open = this.beside.matches; });

  private readonly go = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href*="#"]') : null;
    if (link) setTimeout(() => holdAt(link.hash)); // once the router has gone there
  };

  connectedCallback(): void {
    this.beside.addEventListener('change', this.fold);
    this.fold();
    // What scrolls may be a part of the page.
    document.addEventListener('scroll', this.plan, { passive: true, capture: true });
    window.addEventListener('resize', this.plan);
    this.watch.observe(this, { childList: true, subtree: true });
    this.addEventListener('click', this.go);
    this.plan();
    // Not at once: where the page is scrolled to is known only once it is laid out.
    setTimeout(() => { if (scrollY === 0) holdAt(location.hash); }, 50);
  }

  disconnectedCallback(): void {
    this.beside.removeEventListener('change', this.fold);
    document.removeEventListener('scroll', this.plan, { capture: true });
    window.removeEventListener('resize', this.plan);
    this.removeEventListener('click', this.go);
    this.watch.disconnect();
    cancelAnimationFrame(this.planned);
    this.planned = 0;
  }

  private mark(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')];
    const tops = links.map((link) =>
      document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? Infinity);
    const page = document.scrollingElement;
    const atEnd = page !== null && page.scrollTop + page.clientHeight >= page.scrollHeight - 2;
    const here = placeAt(tops, atEnd ? window.innerHeight : window.innerHeight / 3);
    links.forEach((link, i) => {
      if (i === here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  }
}

function holdAt(hash: string): void {
  if (hash.length > 1) hold(decodeURIComponent(hash.slice(1)));
}

customElements.define('reading-place', ReadingPlace);
