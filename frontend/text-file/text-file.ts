import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { themeStyles } from '../theme/scheme';

/** A button that reads a text file of this computer: fires `text-file` {text}, or {refusal} saying why it cannot be read. */
@customElement('text-file')
export class TextFile extends LitElement {
  static override styles = [themeStyles, css`
    label { display: inline-flex; align-items: center; box-sizing: border-box; min-block-size: var(--descent-control, 38px);
      padding-inline: 14px; border: 1px solid var(--descent-line); border-radius: 9px; background: var(--descent-card);
      color: var(--descent-ink); font-weight: 500; cursor: pointer; }
    label:focus-within { outline: 2px solid var(--descent-accent); outline-offset: 1px; }
    input { position: absolute; opacity: 0; inline-size: 1px; block-size: 1px; }
  `];

  @property() label = '';
  @property() accept = '';
  /** Bytes, at most. */
  @property({ type: Number }) most = 0;

  protected override render() {
    return html`<label>${this.label}<input type="file" accept=${this.accept} @change=${this.chosen}></label>`;
  }

  private readonly chosen = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const refusal = file.size > this.most ? `The file has ${file.size} bytes; allowed: ${this.most} at most.` : '';
    const text = refusal ? '' : await file.text();
    input.value = '';
    this.dispatchEvent(new CustomEvent('text-file', { detail: { text, refusal } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'text-file': TextFile;
  }
}
