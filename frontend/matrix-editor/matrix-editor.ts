import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sparsely } from '../hand/early-moves';
import { pieceStyles, SpectrumElement } from '../spectrum-lab/element';
import { entries, entriesStyles } from './entries';
import { exactly, shortEntry, shortly } from './entry';
import { scrubbed, SLOP } from './scrub';
import { fetchJson, type Mistake, type Preset } from '../spectrum-lab/portrait';

const SIZES = [2, 3, 4, 5, 6, 7, 8];
const RANDOM = 'Random positive definite';

/**
 * The matrix as a grid of cells, as text, and from a list of presets; mistakes are marked where they are. One that is `still` shows
 * the entries and nothing else.
 */
@customElement('matrix-editor')
export class MatrixEditor extends SpectrumElement {
  static override styles = [
    pieceStyles,
    entriesStyles,
    css`
      .grid {
        display: grid;
        gap: 5px;
        margin: 12px 0;
      }
      .grid input {
        width: 100%;
        min-width: 0;
        min-height: 36px;
        padding: 0 6px;
        text-align: right;
        font-variant-numeric: tabular-nums;
        border-color: var(--descent-line);
      }
      .grid input:not(:focus) {
        cursor: ew-resize;
        touch-action: pan-y;
      }
      .grid.large input {
        padding: 0 3px;
        font-size: 13px;
      }
      .grid input:hover {
        border-color: var(--descent-edge);
      }
      .grid input.lit {
        background: var(--descent-tint);
        border-color: var(--descent-accent);
      }
      .grid input[aria-invalid='true'] {
        border-color: var(--descent-warn);
        background: var(--descent-warn-tint);
        box-shadow: 0 0 0 1px var(--descent-warn);
      }
      .preset {
        flex: 1 1 100%;
        min-width: 0;
      }
      textarea {
        box-sizing: border-box;
        width: 100%;
        min-height: 64px;
        padding: 8px 10px;
        border: 1px solid var(--descent-edge);
        border-radius: var(--descent-radius-control);
        background: var(--descent-card);
        color: inherit;
        font: 13.5px / 1.4 ui-monospace, monospace;
        resize: vertical;
      }
      .mistake {
        margin: 8px 0;
        color: var(--descent-warn);
        font-size: 14px;
      }
      .note {
        margin: 8px 0 0;
        font-size: 14px;
      }
      .random input {
        width: 92px;
      }
    `,
  ];

  @property({ type: Boolean }) still = false;

  @state() private presets: Preset[] = [];
  @state() private kappa = 100;
  @state() private seed = 1;
  @state() private draft?: string;
  @state() private textOpen = false;
  /** The cell under the hand that may become a drag. */
  private held?: { i: number; j: number; x: number; from: number; mirrored: boolean; moved: boolean; value?: number };

  override connectedCallback() {
    super.connectedCallback();
    if (this.still) return;
    fetchJson<Preset[]>('stream/spectrum/presets').then(
      (presets) => (this.presets = presets),
      () => undefined, // without the list the grid and the text still work
    );
  }

  protected override modelChanged() {
    if (this.still || this.model?.rejected === undefined) return;
    this.draft = this.model.rejected;
    this.textOpen = true;
  }

  protected override render() {
    const model = this.model;
    if (!model?.size) return nothing;
    if (this.still) return entries(model.cells, (i, j) => this.isLit(i, j));
    const preset = this.presets.find((p) => (this.isRandom ? p.name === RANDOM : p.matrix === model.portrait?.text));
    const n = model.size;
    return html`
      <div class="row">
        <select class="preset" aria-label="Preset" @change=${this.choosePreset}>
          <option value="" ?selected=${!preset}>Your own matrix</option>
          ${this.presets.map((p) => html`<option value=${p.matrix} ?selected=${p === preset}>${p.name}</option>`)}
        </select>
        <select aria-label="Size" @change=${(e: Event) => model.resize(Number((e.target as HTMLSelectElement).value))}>
          ${(SIZES.includes(n) ? SIZES : [n, ...SIZES]).map(
            (size) => html`<option value=${size} ?selected=${size === n}>${size} \u00d7 ${size}</option>`)}
        </select>
      </div>
      ${preset ? html`<p class="note soft">${preset.note}</p>` : nothing}
      ${preset?.name === RANDOM ? this.randomControls() : nothing}
      <div
        class="grid ${n > 5 ? 'large' : ''}"
        role="group"
        aria-label="Matrix entries"
        style="grid-template-columns: repeat(${n}, minmax(0, 1fr))"
        @paste=${this.paste}
        @keydown=${this.move}
        @pointerdown=${this.press}
        @pointermove=${this.drag}
        @pointerrawupdate=${this.early}
        @pointerup=${this.release}
        @pointercancel=${this.release}
      >
        ${model.cells.map((row, i) => row.map((cell, j) => this.cell(cell, i, j)))}
      </div>
      <div id="mistake" class="mistake" role="alert">${this.explanation()}</div>
      <details
        .open=${this.textOpen}
        @toggle=${(e: Event) => (this.textOpen = (e.target as HTMLDetailsElement).open)}
      >
        <summary>As text: paste from NumPy, MATLAB or a table</summary>
        <textarea
          aria-label="Matrix as text"
          spellcheck="false"
          .value=${this.draft ?? model.portrait?.text ?? ''}
          @input=${(e: Event) => (this.draft = (e.target as HTMLTextAreaElement).value)}
        ></textarea>
        <div class="row">
          <button @click=${this.applyText}>Use this text</button>
          <span class="soft caption">2,1;1,3 \u00b7 [[1, 2], [3, 4]] \u00b7 [1+2i 0; 0 -i]</span>
        </div>
      </details>
    `;
  }

  private cell(text: string, i: number, j: number) {
    const model = this.model!;
    const { mistake, rejected } = model;
    const wrong = mistake && rejected === undefined && mistake.row === i + 1
      && (mistake.column === 0 || mistake.column === j + 1);
    const active = (this.shadowRoot?.activeElement as HTMLElement | null | undefined)?.dataset;
    const typed = active?.row === String(i) && active.column === String(j);
    return html`<input
      class=${this.isLit(i, j) ? 'lit' : ''}
      aria-label="Row ${i + 1}, column ${j + 1}"
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${wrong ? 'mistake' : nothing}
      autocomplete="off"
      spellcheck="false"
      data-row=${i}
      data-column=${j}
      title=${text.length > 5 ? `${text} \u2013 drag to change it` : 'Type, or drag to change it'}
      data-exact=${text}
      .value=${typed ? text : shortEntry(text)}
      @focus=${(e: FocusEvent) => exactly(e.target as HTMLInputElement)}
      @blur=${(e: FocusEvent) => shortly(e.target as HTMLInputElement)}
      @input=${(e: Event) => model.type(i, j, (e.target as HTMLInputElement).value, false)}
      @change=${(e: Event) => model.type(i, j, (e.target as HTMLInputElement).value, true)}
    />`;
  }

  private isLit(i: number, j: number): boolean {
    const lit = this.model?.lit;
    return lit !== undefined && (lit.kind === 'row' ? lit.index === i : lit.index === j);
  }

  private explanation() {
    const { mistake, failure, rejected } = this.model!;
    if (failure) return failure;
    if (!mistake) return nothing;
    return `${rejected === undefined ? '' : 'This text is no matrix to work with. '}${place(mistake)}${mistake.came} came; `
      + `allowed is ${mistake.allowed}.`;
  }

  private get isRandom(): boolean {
    return this.randomText !== undefined && this.randomText === this.model?.portrait?.text;
  }

  @state() private randomText?: string;

  private randomControls() {
    return html`<div class="row random">
      <label>\u03ba <input type="number" min="1" max="1e8" step="any" .value=${String(this.kappa)}
        @change=${(e: Event) => this.drawRandom(Number((e.target as HTMLInputElement).value) || 1, this.seed)} /></label>
      <button @click=${() => this.drawRandom(this.kappa, this.seed + 1)}>Draw another</button>
    </div>`;
  }

  private async drawRandom(kappa: number, seed: number) {
    this.kappa = Math.min(1e8, Math.max(1, kappa));
    this.seed = seed;
    const size = Math.max(2, this.model!.size);
    const drawn = await fetchJson<Preset>(`stream/spectrum/random?size=${size}&kappa=${this.kappa}&seed=${seed}`);
    this.randomText = drawn.matrix;
    void this.model!.replace(drawn.matrix);
  }

  private choosePreset(event: Event) {
    const text = (event.target as HTMLSelectElement).value;
    this.draft = undefined;
    if (text) void this.model!.replace(text);
  }

  private applyText() {
    const text = this.draft ?? this.model!.text;
    this.draft = undefined;
    void this.model!.replace(text);
  }

  /** A paste of several numbers replaces the matrix; one number goes into its cell. */
  private paste(event: ClipboardEvent) {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!/[,;\[\t\n]|\S\s+\S/.test(text.trim())) return;
    event.preventDefault();
    void this.model!.replace(text);
  }

  /** A cell that is not being typed in is dragged; in a symmetric matrix its mirror image goes along, but with Alt. */
  private press(event: PointerEvent) {
    const input = event.target as HTMLInputElement;
    const { row, column } = input.dataset;
    const from = Number(input.dataset.exact ?? input.value);
    if (event.button !== 0 || row === undefined || this.shadowRoot?.activeElement === input || input.value.trim() === ''
      || !Number.isFinite(from)) return;
    event.preventDefault(); // it is focused when it is let go where it was pressed
    input.setPointerCapture(event.pointerId);
    const [i, j] = [Number(row), Number(column)];
    const mirrored = !event.altKey && this.model?.portrait?.view.hermitian === true;
    this.held = { i, j, x: event.clientX, from, mirrored, moved: false };
  }

  private readonly early = sparsely((event) => this.drag(event));

  private drag(event: PointerEvent) {
    const { held } = this;
    if (!held) return;
    const pixels = event.clientX - held.x;
    held.moved ||= Math.abs(pixels) > SLOP;
    const value = scrubbed(held.from, pixels);
    if (!held.moved || value === held.value) return;
    held.value = value;
    this.model!.drag(held.i, held.j, value, held.mirrored, false);
  }

  private release(event: PointerEvent) {
    const { held } = this;
    this.held = undefined;
    if (!held) return;
    if (held.moved) this.model!.drag(held.i, held.j, scrubbed(held.from, event.clientX - held.x), held.mirrored, true);
    else (event.target as HTMLInputElement).focus();
  }

  /** Up and down, and Enter, go from row to row. */
  private move(event: KeyboardEvent) {
    const input = event.target as HTMLInputElement;
    const down = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!down || input.dataset.row === undefined) return;
    event.preventDefault();
    const n = this.model!.size;
    const row = (Number(input.dataset.row) + down + n) % n;
    this.renderRoot.querySelector<HTMLInputElement>(
      `input[data-row="${row}"][data-column="${input.dataset.column}"]`)?.focus();
  }
}

function place({ row, column }: Mistake): string {
  return row ? `Row ${row}${column ? `, column ${column}` : ''}: ` : '';
}
