import { idle, nextTask, reader } from '../motion/reader';
import { rowsOf } from './rows';

// Not by an import statement: Vaadin's bundling would take that for a need at the start and load KaTeX with the page.
type Katex = typeof import('katex').default;

let loading: Promise<Katex> | undefined;
let arrived: Katex | undefined;

/** KaTeX comes when the first formula does, and once. */
function katex(): Promise<Katex> {
  loading ??= import('katex').then((module) => (arrived = module.default));
  return loading;
}

/** So long formulas are set at a stretch, in milliseconds: on a slow machine too the page answers in between. */
const STRETCH = 6;

/** Formulas to be set: what is near the screen first; all others once somebody reads, while nothing else is to do. */
const waiting = new Set<DescentFormula>();
const near = new Set<DescentFormula>();
let setting = false;

const nearness = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) near.add(target as DescentFormula);
    else near.delete(target as DescentFormula);
  }
  comeNearer();
  void setSome();
}, { rootMargin: '600px' });

/** Called when other formulas have come near. */
let comeNearer = (): void => undefined;

function nearer(): Promise<void> {
  return new Promise((done) => { comeNearer = done; });
}

async function setSome(): Promise<void> {
  if (setting) return;
  setting = true;
  try {
    const library = await katex();
    while (waiting.size > 0) {
      const due = [...waiting].filter((each) => near.has(each));
      await (due.length > 0 ? nextTask() : Promise.race([nearer(), reader().then(idle)]));
      const until = performance.now() + STRETCH;
      for (const each of due.length > 0 ? due : [...waiting]) {
        each.draw(library);
        if (performance.now() > until) break;
      }
    }
  } catch {
    for (const each of waiting) each.drawSource();
  } finally {
    setting = false;
  }
}

// What is printed is all there, wherever on the page somebody is.
window.addEventListener('beforeprint', () => {
  if (!arrived) return;
  for (const each of [...waiting]) each.draw(arrived);
});

/** Formulas that may be too wide, all measured before any is changed. */
const unmeasured = new Set<DescentFormula>();
let measuring = 0;

function measure(formulas: Iterable<DescentFormula>): void {
  for (const each of formulas) unmeasured.add(each);
  measuring ||= requestAnimationFrame(() => {
    measuring = 0;
    const all = [...unmeasured];
    unmeasured.clear();
    const excess = all.map((each) => each.excess());
    all.forEach((each, i) => each.fit(excess[i]));
  });
}

window.addEventListener('resize', () => {
  const all = document.querySelectorAll<DescentFormula>('descent-formula');
  all.forEach((each) => each.unfit());
  measure(all);
});

/** A block is set no smaller than by this factor; what is still too wide scrolls. */
const SMALLEST = 0.72;

/**
 * A typeset formula. `tex` holds the source, `display` sets it as a block, which is parted into rows, and then made
 * smaller, where it is too wide. Draws in light DOM, where KaTeX's style
 * sheet and fonts apply; screen readers hear the MathML. The old formula stays until the new one is ready.
 */
class DescentFormula extends HTMLElement {
  static readonly observedAttributes = ['tex', 'display'];

  private library?: Katex;
  private rows = 0;

  connectedCallback(): void {
    nearness.observe(this);
    this.plan();
  }

  disconnectedCallback(): void {
    nearness.unobserve(this);
    near.delete(this);
    waiting.delete(this);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.plan();
  }

  /** Attributes that change together are drawn together; what is set already changes at once. */
  private plan(): void {
    if (!this.hasChildNodes()) this.reserve();
    waiting.add(this);
    queueMicrotask(() => {
      if (this.library && waiting.has(this)) this.draw(this.library);
      else void setSome();
    });
  }

  draw(library: Katex): void {
    waiting.delete(this);
    this.library = library;
    this.toggleAttribute('set', true);
    this.unfit();
    this.set([this.tex]);
    measure([this]);
    if (this.closest('label')) void this.name();
  }

  /** Of a formula alone a label gets no name: it is called by how it is read out. */
  private async name(): Promise<void> {
    const { default: read } = await import('katex/contrib/render-a11y-string');
    this.role = 'math';
    this.ariaLabel = read(this.tex).replaceAll('\\', '');
  }

  private set(rows: string[]): void {
    const drawn = document.createElement('template');
    drawn.innerHTML = rows.map((row) => this.library!.renderToString(row, {
      displayMode: this.display,
      throwOnError: false,
      errorColor: 'var(--descent-warn)',
      strict: 'ignore',
    })).join('');
    this.replaceChildren(drawn.content);
    this.rows = rows.length;
  }

  private get display(): boolean {
    return this.hasAttribute('display');
  }

  /** How many times as wide as its room it is, or the widest piece of it that cannot be broken. */
  excess(): number {
    if (this.display) return this.clientWidth > 0 ? this.scrollWidth / this.clientWidth : 0;
    const room = this.closest('p, li, td, th, h1, h2, h3, h4, div, label')?.clientWidth ?? Infinity;
    return Math.max(0, ...[...this.querySelectorAll('.base')].map((piece) => piece.getBoundingClientRect().width)) / room;
  }

  fit(excess: number): void {
    if (!this.display) {
      this.toggleAttribute('wide', excess > 1);
    } else if (excess > 1 && this.rows === 1 && this.library && rowsOf(this.tex).length > 1) {
      this.set(rowsOf(this.tex));
      measure([this]);
    } else if (excess > 1) {
      this.style.setProperty('--fit', String(Math.max(SMALLEST, 0.99 / excess)));
    }
  }

  /** As it would be with room for all of it. */
  unfit(): void {
    if (!this.display || !this.library) return;
    if (this.rows > 1) this.set([this.tex]);
    this.style.removeProperty('--fit');
  }

  /** About the room that the formula will take, so that its neighbors move little; unseen while not set. */
  private reserve(): void {
    this.textContent = this.tex;
  }

  drawSource(): void {
    waiting.delete(this);
    loading = undefined; // the next formula tries again
    this.toggleAttribute('set', true);
    const source = document.createElement('code');
    source.textContent = this.tex;
    this.replaceChildren(source);
  }

  private get tex(): string {
    return this.getAttribute('tex') ?? '';
  }
}

customElements.define('descent-formula', DescentFormula);
