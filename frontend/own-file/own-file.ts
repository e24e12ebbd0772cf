import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { themeStyles } from '../theme/scheme';
import { give, type Given } from './give';
import { MADE_UP_NAME, madeUpFlats } from './made-up';

/** Takes a CSV file, chosen, dropped or pasted, and gives it to the server: fires `own-file` {key} once that keeps it. */
@customElement('own-file')
export class OwnFile extends LitElement {
  static override styles = [themeStyles, css`
    :host { display: block; }
    .place { display: grid; gap: 12px; padding: 18px; border: 1.5px dashed var(--descent-soft); border-radius: 14px; }
    .place.over { border-color: var(--descent-accent); }
    .ways { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 14px; }
    label.button, button { display: inline-flex; align-items: center; box-sizing: border-box; min-block-size: var(--descent-control, 38px);
      padding-inline: 14px; border: 1px solid var(--descent-line); border-radius: 9px; background: var(--descent-card);
      color: var(--descent-ink); font: inherit; font-weight: 500; cursor: pointer; }
    label.button:focus-within, button:focus-visible, textarea:focus-visible { outline: 2px solid var(--descent-accent); outline-offset: 1px; }
    input { position: absolute; opacity: 0; inline-size: 1px; block-size: 1px; }
    button[disabled] { opacity: .55; cursor: default; }
    textarea { box-sizing: border-box; inline-size: 100%; min-block-size: 120px; padding: 10px; border: 1px solid var(--descent-line);
      border-radius: 9px; background: var(--descent-card); color: var(--descent-ink); font: 13px/1.45 ui-monospace, monospace; }
    summary { cursor: pointer; }
    details[open] summary { margin-block-end: 8px; }
    .soft { color: var(--descent-soft); font-size: 14px; }
    progress { inline-size: 180px; accent-color: var(--descent-accent); }
    p { margin: 0; }
    .refusal { padding: 8px 12px; border-inline-start: 3px solid var(--descent-warn); border-radius: 4px; font-size: 14px; line-height: 1.45;
      background: var(--descent-warn-tint); overflow-wrap: anywhere; }
  `];

  @state() private sent: number | null = null;
  @state() private refusal = '';
  @state() private over = false;

  protected override render() {
    const busy = this.sent !== null;
    return html`<div class=${this.over ? 'place over' : 'place'}
        @dragover=${this.dragged} @dragleave=${() => { this.over = false; }} @drop=${this.dropped}>
      <div class="ways">
        <label class="button">Choose a CSV file<input type="file" accept=".csv,.tsv,.txt,text/csv" ?disabled=${busy} @change=${this.chosen}></label>
        <span class="soft">or drop it here. Up to 10 MB, 200,000 rows, 1,000 columns.</span>
      </div>
      <div class="ways">
        <button ?disabled=${busy} @click=${this.tried}>Try a made-up table</button>
        <span class="soft">Sixty flats that there are not: area, rooms, age, city, price.</span>
      </div>
      <details>
        <summary>Paste rows instead</summary>
        <textarea aria-label="Rows to paste" spellcheck="false" placeholder="area,rooms,price&#10;54,2,310"></textarea>
        <div class="ways"><button ?disabled=${busy} @click=${this.pasted}>Take these rows</button></div>
      </details>
      ${busy ? html`<div class="ways" role="status">
        <progress aria-label="Sent" max="1" .value=${this.sent ?? 0}></progress>
        <span class="soft">${this.sent === 1 ? 'Reading it through …' : 'On its way …'}</span></div>` : nothing}
      ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : nothing}
    </div>`;
  }

  private readonly dragged = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.send(file, file.name);
  };

  private readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.send(file, file.name).then(() => { input.value = ''; });
  };

  /** In the field for rows, so that one sees what is given, and can change it and give that. */
  private readonly tried = (): void => {
    const rows = madeUpFlats();
    const field = this.renderRoot.querySelector('textarea');
    if (field) field.value = rows;
    void this.send(new Blob([rows]), MADE_UP_NAME);
  };

  private readonly pasted = (): void => {
    const text = this.renderRoot.querySelector('textarea')?.value ?? '';
    void this.send(new Blob([text]), '');
  };

  private async send(content: Blob, name: string): Promise<void> {
    if (this.sent !== null) return;
    this.refusal = '';
    this.sent = 0;
    const given: Given = await give(content, name, (share) => { this.sent = share; });
    this.sent = null;
    if (given.key) {
      this.dispatchEvent(new CustomEvent('own-file', { detail: { key: given.key } }));
    } else {
      this.refusal = given.refusal;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-file': OwnFile;
  }
}
