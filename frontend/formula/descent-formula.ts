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
    const wide = all.map((each) => each.isTooWide());
    all.forEach((each, i) => each.toggleAttribute('wide', wide[i]));
  });
}

window.addEventListener('resize', () => measure(document.querySelectorAll<DescentFormula>('descent-formula:not([display])')));

/**
 * A typeset formula. `tex` holds the source, `display` sets it as a block. Draws in light DOM, where KaTeX's style
 * sheet and fonts apply; screen readers hear the MathML. The old formula stays until the new one is ready.
 */
class DescentFormula extends HTMLElement {
  static readonly observedAttributes = ['tex', 'display'];

  private pending = false;

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
    const drawn = document.createElement('template');
    drawn.innerHTML = library.renderToString(this.tex, {
      displayMode: this.hasAttribute('display'),
      throwOnError: false,
      errorColor: 'var(--descent-warn)',
      strict: 'ignore',
    });
    this.replaceChildren(drawn.content);
    if (!this.hasAttribute('display')) measure([this]);
  }

  /** Whether a piece that cannot be broken is wider than what it stands in. */
  isTooWide(): boolean {
    const room = this.closest('p, li, td, th, h1, h2, h3, h4, div, label')?.clientWidth ?? Infinity;
    return [...this.querySelectorAll('.base')].some((piece) => piece.getBoundingClientRect().width > room);
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
