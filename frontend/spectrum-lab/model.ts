import { exactComplex } from '../numbers/complex';
import { readMatrix, Refused, type Complex, type Mistake, type Portrait } from './portrait';

/** Which disc the reader looks at. */
export interface Lit {
  kind: 'row' | 'column';
  index: number;
}

interface Wish {
  text: string;
  commit: boolean;
  /** Leaves what is being typed as it is. */
  keepCells: boolean;
}

const LONGEST_HISTORY = 200;
const FALLBACK = '2,1;1,3';

/**
 * What the spectrum lab's pieces share: the matrix as text, its portrait, what is undone and redone, which disc is lit
 * and how far the homotopy has run. Fires `change` on every change and `settled` once a matrix is to be kept.
 */
export class SpectrumModel extends EventTarget {
  /** The cells as typed; the portrait may be of an earlier, readable state. */
  cells: string[][] = [];
  portrait?: Portrait;
  mistake?: Mistake;
  failure?: string;
  /** A text, pasted or from a link, that could not be read. */
  rejected?: string;
  lit?: Lit;
  /** M(t) = D + t (M - D). */
  t = 1;
  rows = true;
  columns = false;

  private readonly past: string[] = [];
  private readonly future: string[] = [];
  private committed?: string;
  private wish?: Wish;
  private asking = false;

  /** The grammar of a link. */
  get text(): string {
    return this.cells.map((row) => row.join(',')).join(';');
  }

  get size(): number {
    return this.cells.length;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Shows the matrix of a link; if it cannot be read, says why beside a matrix that can. */
  async open(text: string) {
    await this.show(text);
    const mistake = this.mistake;
    if (this.portrait || !mistake) return;
    await this.show(FALLBACK, false);
    this.rejected = text;
    this.mistake = mistake;
    this.changed();
  }

  /** Shows the matrix a text says; the last of several wishes wins. */
  async show(text: string, commit = true, keepCells = false) {
    this.wish = { text, commit, keepCells };
    if (this.asking) return;
    this.asking = true;
    try {
      while (this.wish) {
        const wish: Wish = this.wish;
        this.wish = undefined;
        await this.load(wish);
      }
    } finally {
      this.asking = false;
    }
  }

  private async load(wish: Wish) {
    try {
      const { portrait, mistake } = await readMatrix(wish.text);
      this.failure = undefined;
      this.mistake = mistake ?? undefined;
      this.rejected = mistake && wish.text !== this.text ? wish.text : undefined;
      if (portrait) {
        this.portrait = portrait;
        if (!wish.keepCells && !this.wish) this.cells = portrait.cells.map((row) => [...row]);
        if (this.lit && this.lit.index >= portrait.cells.length) this.lit = undefined;
        if (wish.commit) this.commit(portrait.text);
      }
    } catch (error) {
      this.failure = error instanceof Refused
        ? error.message
        : 'The server cannot be reached; the picture shows the last matrix it read.';
    }
    this.changed();
  }

  private commit(text: string) {
    if (text === this.committed) return;
    if (this.committed !== undefined) {
      this.past.push(this.committed);
      if (this.past.length > LONGEST_HISTORY) this.past.shift();
    }
    this.future.length = 0;
    this.committed = text;
    this.dispatchEvent(new Event('settled'));
  }

  undo() {
    this.travel(this.past, this.future);
  }

  redo() {
    this.travel(this.future, this.past);
  }

  private travel(from: string[], to: string[]) {
    const text = from.pop();
    if (text === undefined) return;
    if (this.committed !== undefined) to.push(this.committed);
    this.committed = text;
    this.dispatchEvent(new Event('settled'));
    void this.show(text, false);
  }

  /** The matrix to keep, as in a link. */
  get link(): string {
    return this.committed ?? '';
  }

  type(i: number, j: number, text: string, done: boolean) {
    this.cells[i][j] = text;
    const comma = text.search(/[,;\n\t]/) >= 0;
    if (comma) {
      const allowed = 'one number to a cell, with a decimal point';
      this.mistake = { came: `"${text}"`, allowed, row: i + 1, column: j + 1 };
      this.changed();
      return;
    }
    void this.show(this.text, done, !done);
    this.changed();
  }

  /** Moves a diagonal entry, as when a disc's center is dragged. */
  moveCenter(index: number, to: Complex, done: boolean) {
    this.cells[index][index] = exactComplex(to);
    void this.show(this.text, done);
    this.changed();
  }

  resize(n: number) {
    this.cells = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => this.cells[i]?.[j] ?? (i === j ? '1' : '0')));
    void this.show(this.text);
    this.changed();
  }

  light(lit?: Lit) {
    if (lit?.kind === this.lit?.kind && lit?.index === this.lit?.index) return;
    this.lit = lit;
    this.changed();
  }

  run(t: number) {
    this.t = Math.min(1, Math.max(0, t));
    this.changed();
  }

  choose(rows: boolean, columns: boolean) {
    this.rows = rows;
    this.columns = columns;
    this.changed();
  }

  private changed() {
    this.dispatchEvent(new Event('change'));
  }
}
