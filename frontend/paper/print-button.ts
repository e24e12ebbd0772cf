import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../motion/when-near';
import { themeStyles } from '../theme/scheme';
import { inLight } from './in-light';

/** As long as nothing new came, all there is has come. */
const STILL_MILLIS = 1500;
const MOST_MILLIS = 20_000;
const LOOK_MILLIS = 250;

/** Prints the page once all that comes only when one comes near it has come, also where the browser's own key asks for it. */
@customElement('print-button')
export class PrintButton extends LitElement {
  static override styles = [themeStyles, css`
    button { box-sizing: border-box; min-block-size: var(--descent-control, 38px); padding-inline: 16px; border: 1px solid var(--descent-line);
      border-radius: 9px; background: var(--descent-card); color: var(--descent-ink); font: inherit; font-weight: 500; cursor: pointer; }
    button:focus-visible { outline: 2px solid var(--descent-accent); outline-offset: 1px; }
    button:disabled { opacity: 0.6; cursor: default; }
    @media print { :host { display: none; } }
  `];

  @property() label = 'Print';
  @state() private waits = false;

  protected override render() {
    return html`<button ?disabled=${this.waits} @click=${this.print}>${this.waits ? 'Getting all figures…' : this.label}</button>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    void this.print();
  };

  private readonly print = async (): Promise<void> => {
    if (this.waits) return;
    const place = scrollY;
    this.waits = true;
    try {
      await wholePage();
      await this.updateComplete;
      await inLight(async () => { window.print(); });
    } finally {
      this.waits = false;
      scrollTo({ top: place, behavior: 'instant' });
    }
  };
}

async function wholePage(): Promise<void> {
  const begun = performance.now();
  let last = begun;
  const seen = new MutationObserver(() => { last = performance.now(); });
  seen.observe(document.body, { childList: true, subtree: true });
  const now = (): number => performance.now();
  while (now() - last < STILL_MILLIS && now() - begun < MOST_MILLIS) {
    for (const room of document.querySelectorAll('when-near')) room.tell();
    await new Promise((done) => { setTimeout(done, LOOK_MILLIS); });
  }
  seen.disconnect();
}

declare global {
  interface HTMLElementTagNameMap {
    'print-button': PrintButton;
  }
}
