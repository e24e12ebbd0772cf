/** A basin map as it arrives: for each start of a grid where it ends and how soon, coarse to fine. */
import type { Window } from '../race/trace';

export interface Minimum {
  x1: number;
  x2: number;
  f: number;
}

interface Header {
  columns: number;
  rows: number;
  window: Window;
  minima: readonly (readonly [number, number, number])[];
  steps: number;
  tolerance: number;
}

/** Where a start ends that is near no minimum, or from which it runs away. */
export const AWAY = 254;
export const DIVERGED = 255;
/** Steps of a start from which f was never within the tolerance. */
export const NEVER = 65_535;

const COARSEST = 25;
const CELL = 7;
const HEAD = 4;

/** The cells of a grid in the order in which they come, row-major numbers; and how many there are of each stride. */
export function orderOf(columns: number, rows: number): { order: Uint32Array; levels: { stride: number; end: number }[] } {
  const order = new Uint32Array(columns * rows);
  const levels: { stride: number; end: number }[] = [];
  const across = Math.max(1, Math.floor(Math.max(columns, rows) / COARSEST));
  const coarsest = 2 ** Math.floor(Math.log2(across));
  let next = 0;
  for (let stride = coarsest; stride >= 1; stride /= 2) {
    for (let row = 0; row < rows; row += stride) {
      for (let column = 0; column < columns; column += stride) {
        const before = stride < coarsest && row % (2 * stride) === 0 && column % (2 * stride) === 0;
        if (!before) order[next++] = row * columns + column;
      }
    }
    levels.push({ stride, end: next });
  }
  return { order, levels };
}

export class Basins {
  readonly columns: number;
  readonly rows: number;
  readonly window: Window;
  /** The deepest first. */
  readonly minima: Minimum[];
  readonly steps: number;
  readonly tolerance: number;
  /** Of each cell, row-major from (x1min, x2min): its minimum's place, AWAY or DIVERGED. */
  readonly ends: Uint8Array;
  /** After how many steps f was first within the tolerance, or NEVER. */
  readonly reached: Uint16Array;
  readonly order: Uint32Array;
  /** How many cells have come, the first of the order. */
  count = 0;
  private readonly levels: { stride: number; end: number }[];

  constructor(header: Header) {
    this.columns = header.columns;
    this.rows = header.rows;
    this.window = header.window;
    this.minima = header.minima.map(([x1, x2, f]) => ({ x1, x2, f }));
    this.steps = header.steps;
    this.tolerance = header.tolerance;
    const { order, levels } = orderOf(header.columns, header.rows);
    this.order = order;
    this.levels = levels;
    this.ends = new Uint8Array(order.length).fill(AWAY);
    this.reached = new Uint16Array(order.length).fill(NEVER);
  }

  get complete(): boolean {
    return this.count === this.order.length;
  }

  /** The stride of the cell at a place in the order. */
  strideAt(place: number): number {
    return this.levels.find(({ end }) => place < end)?.stride ?? 1;
  }

  add(end: number, reached: number): void {
    if (this.complete) return;
    const cell = this.order[this.count++];
    this.ends[cell] = end;
    this.reached[cell] = reached;
  }
}

/** Reads the stream of a map, whose pieces end anywhere. */
export class BasinReader {
  basins?: Basins;
  private rest: Uint8Array = new Uint8Array(0);

  /** Takes a piece; says whether anything of the map came of it. */
  take(piece: Uint8Array): boolean {
    let bytes = piece;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + piece.length);
      bytes.set(this.rest);
      bytes.set(piece, this.rest.length);
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    if (!this.basins) {
      const length = bytes.length >= HEAD ? view.getUint32(0, true) : Infinity;
      if (bytes.length < HEAD + length) {
        this.rest = bytes;
        return false;
      }
      at = HEAD + length;
      this.basins = new Basins(JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, at))) as Header);
    }
    const before = this.basins.count;
    for (; at + CELL <= bytes.length; at += CELL) {
      this.basins.add(view.getUint8(at), view.getUint16(at + 1, true));
    }
    this.rest = bytes.slice(at);
    return this.basins.count > before;
  }
}
