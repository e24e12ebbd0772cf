import type { Part } from '../hand/answer';
import { handSocket, type Asker } from '../hand/hand-socket';
import { exactComplex } from '../numbers/complex';
import {
  moveQuery, readMatrix, readMoved, Refused, type Complex, type Held, type Mistake, type Move, type Portrait, type Reading,
} from './portrait';

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
  /** The matrix is one that this makes. */
  move?: Move;
  /** It is somebody else's, who is followed. */
  foreign?: boolean;
}

/** Characters of an encoded matrix that can be asked for while the hand moves it. */
const LONGEST_LINK = 3500;
/** In a link commas part entries; in a cell there is but one. */
const DECIMAL_COMMA = /^\s*[+\-\u2212]?\d*,\d*\s*$/;
const FALLBACK = '2,1;1,3';

/**
 * What the spectrum lab's pieces share: the matrix as text, its portrait, which disc is lit and how far the homotopy has run.
 * Fires `change` on every change and `settled` once a matrix is to be kept.
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
  /** The eigenvalue in the hand: where it is to go, and of which matrix it was taken. */
  held?: Held;
  /** Why it did not go there. */
  refusal?: string;
  /** How often the whole matrix has been replaced by another, rather than changed by hand. */
  replaced = 0;

  /** Whether the matrix that is shown is somebody else's, who is followed. */
  foreign = false;

  private committed?: string;
  private wish?: Wish;
  private asking = false;
  /** Counts what was wished for, so that what comes late is not shown over what was wished for since. */
  private latest = 0;
  private readonly followed = new Map<number, { wish: Wish; latest: number }>();
  private readonly asker: Asker = {
    answered: (parts, number) => this.answered(parts, number),
    lost: () => this.lost(),
  };

  /** The grammar of a link. */
  get text(): string {
    return this.cells.map((row) => row.join(',')).join(';');
  }

  get size(): number {
    return this.cells.length;
  }

  /** Shows the matrix of a link; if it cannot be read, says why beside a matrix that can. */
  async open(text: string) {
    await this.replace(text);
    const mistake = this.mistake;
    if (this.portrait || !mistake) return;
    await this.show(FALLBACK, false);
    this.rejected = text;
    this.mistake = mistake;
    this.changed();
  }

  /** Puts another matrix in the place of this one. */
  async replace(text: string) {
    this.replaced++;
    await this.show(text);
  }

  /** Shows the matrix a text says; the last of several wishes wins. */
  async show(text: string, commit = true, keepCells = false) {
    await this.fulfil({ text, commit, keepCells });
  }

  /** Shows the matrix of somebody who is followed: nothing of it is to be kept. */
  async followText(text: string) {
    await this.fulfil({ text, commit: false, keepCells: false, foreign: true });
  }

  private async fulfil(wish: Wish) {
    this.latest++;
    this.wish = wish;
    if (this.asking) return;
    this.asking = true;
    try {
      while (this.wish) {
        const next: Wish = this.wish;
        this.wish = undefined;
        await this.load(next);
      }
    } finally {
      this.asking = false;
    }
  }

  /** Shows the matrix that the hand has made, each on its way as soon as it comes. */
  private follow(wish: Wish) {
    const link = wish.move
      ? `eigenvalue?${moveQuery(wish.move)}`
      : `spectrum?matrix=${encodeURIComponent(wish.text)}`;
    if (!handSocket.usable || this.asking || link.length > LONGEST_LINK) {
      void this.fulfil(wish);
      return;
    }
    const number = handSocket.ask(this.asker, [link]);
    this.followed.set(number, { wish, latest: ++this.latest });
  }

  private answered([part]: Part[], number: number) {
    const followed = this.followed.get(number);
    for (const one of this.followed.keys()) if (one <= number) this.followed.delete(one);
    if (!followed) return;
    if ('refusal' in part) {
      this.failure = part.refusal;
    } else {
      this.take(followed.wish, JSON.parse(new TextDecoder().decode(part.answer)) as Reading, followed.latest);
    }
    this.changed();
  }

  private lost() {
    const last = [...this.followed.values()].at(-1);
    this.followed.clear();
    if (last?.latest === this.latest) void this.fulfil(last.wish);
  }

  /** Shows the matrix of a link, as a number in it moves. */
  followLink(link: string): boolean {
    const matrix = new URLSearchParams(link.slice(link.indexOf('?') + 1)).get('matrix');
    if (matrix) this.follow({ text: matrix, commit: false, keepCells: false });
    return matrix !== null;
  }

  /** The hand comes near. */
  near() {
    handSocket.near();
  }

  private async load(wish: Wish) {
    const { latest } = this;
    try {
      this.take(wish, await (wish.move ? readMoved(wish.move) : readMatrix(wish.text)), latest);
    } catch (error) {
      this.failure = error instanceof Refused
        ? error.message
        : 'The server cannot be reached; the picture shows the last matrix it read.';
    }
    this.changed();
  }

  /** @param latest how many wishes there were when this one was the last */
  private take(wish: Wish, { portrait, mistake, refusal }: Reading, latest: number) {
    this.failure = undefined;
    this.refusal = refusal ?? undefined;
    if (refusal) {
      // What the hand made before it came there stays.
      if (wish.commit && this.portrait) this.commit(this.portrait.text);
      return;
    }
    this.mistake = mistake ?? undefined;
    this.rejected = mistake && wish.text !== this.text ? wish.text : undefined;
    if (!portrait) return;
    this.portrait = portrait;
    this.foreign = wish.foreign === true;
    if ((wish.move && this.held) || (!wish.keepCells && latest === this.latest)) this.cells = portrait.cells.map((row) => [...row]);
    if (this.lit && this.lit.index >= portrait.cells.length) this.lit = undefined;
    if (wish.commit) this.commit(portrait.text);
  }

  private commit(text: string) {
    if (text === this.committed) return;
    this.committed = text;
    this.dispatchEvent(new Event('settled'));
  }

  /** The matrix to keep, as in a link. */
  get link(): string {
    return this.committed ?? '';
  }

  type(i: number, j: number, text: string, done: boolean) {
    this.cells[i][j] = DECIMAL_COMMA.test(text) ? text.replace(',', '.') : text;
    const comma = this.cells[i][j].search(/[,;\n\t]/) >= 0;
    if (comma) {
      const allowed = 'one number to a cell, with a decimal point';
      this.mistake = { came: `"${text}"`, allowed, row: i + 1, column: j + 1 };
      this.changed();
      return;
    }
    this.follow({ text: this.text, commit: done, keepCells: !done });
    this.changed();
  }

  /** Moves a diagonal entry, as when a disc's center is dragged. */
  moveCenter(index: number, to: Complex, done: boolean) {
    this.cells[index][index] = exactComplex(to);
    this.follow({ text: this.text, commit: done, keepCells: false });
    this.changed();
  }

  /** Takes an eigenvalue into the hand; if it cannot be moved, says why. */
  hold(index: number): boolean {
    const { portrait } = this;
    if (!portrait) return false;
    const { freedom, stuck } = portrait.handles[index];
    const to = portrait.view.eigenvalues[index];
    this.refusal = stuck ?? undefined;
    this.held = stuck === null ? { base: portrait.text, index, to, freedom, moved: false } : undefined;
    this.changed();
    return this.held !== undefined;
  }

  /** Moves the eigenvalue in the hand; the matrix follows, its eigenvectors kept. */
  moveHeld(to: Complex) {
    if (!this.held) return;
    this.held = { ...this.held, to, moved: true };
    this.follow({ text: '', commit: false, keepCells: false, move: this.held });
  }

  /** Lets it go where it is. */
  release() {
    const { held } = this;
    this.held = undefined;
    if (held?.moved) this.follow({ text: '', commit: true, keepCells: false, move: held });
    this.changed();
  }

  /** Drags an entry to a number, and its mirror image too where the matrix is to stay symmetric. */
  drag(i: number, j: number, value: number, mirrored: boolean, done: boolean) {
    this.cells[i][j] = String(value);
    if (mirrored) this.cells[j][i] = String(value);
    this.follow({ text: this.text, commit: done, keepCells: false });
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

  /** Nothing is looked at any more. */
  leave() {
    if (this.refusal) this.changed();
    this.refusal = undefined;
    this.light(undefined);
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
