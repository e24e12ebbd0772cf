import { rowsOf } from './rows';

// Not by an import statement: Vaadin's bundling would take that for a need at the start and load KaTeX with the page.
type Katex = typeof import('katex').default;

let loading: Promise<Katex> | undefined;

/** KaTeX comes when the first formula does, and once. */
function katex(): Promise<Katex> {
  loading ??= import('katex').then((module) => module.default);
  return loading;
}

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

  private pending = false;
  private library?: Katex;
  private rows = 0;

  connectedCallback(): void {
    this.plan();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.plan();
  }

  /** Attributes that change together are drawn together. */
  private plan(): void {
    if (this.pending) return;
    this.pending = true;
    if (!this.hasChildNodes()) this.reserve();
    katex().then((library) => this.draw(library), () => this.drawSource()).finally(() => { this.pending = false; });
  }

  private draw(library: Katex): void {
    this.library = library;
    this.unfit();
    this.set([this.tex]);
    measure([this]);
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

  /** About the room that the formula will take, so that its neighbors move little. */
  private reserve(): void {
    const room = document.createElement('span');
    room.style.visibility = 'hidden';
    room.textContent = this.tex;
    this.replaceChildren(room);
  }

  private drawSource(): void {
    loading = undefined; // the next formula tries again
    const source = document.createElement('code');
    source.textContent = this.tex;
    this.replaceChildren(source);
  }

  private get tex(): string {
    return this.getAttribute('tex') ?? '';
  }
}

customElements.define('descent-formula', DescentFormula);
