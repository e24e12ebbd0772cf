/** What the server says of a matrix; numbers and rules are all its own. Indices count from 0. */
import { exactComplex, type Complex } from '../numbers/complex';

export type { Complex };

export interface Disc {
  center: Complex;
  radius: number;
}

/** k connected discs and the eigenvalues in them. */
export interface Group {
  discs: number[];
  eigenvalues: number[];
}

export interface View {
  matrix: Complex[][];
  hermitian: boolean;
  eigenvalues: Complex[];
  rowDiscs: Disc[];
  columnDiscs: Disc[];
  rowGroups: Group[];
  columnGroups: Group[];
  /** Eigenvalues of D + t(M-D) at equal steps of t from 0 to 1; path i starts at diagonal entry i. */
  paths: Complex[][];
  kappa: number | null;
  bestRate: number | null;
  contraction: number | null;
  noKappa: string | null;
}

export interface Portrait {
  text: string;
  cells: string[][];
  view: View;
  preconditioned: {
    view: View | null;
    radius: number | null;
    bound: number | null;
    impossible: string | null;
  };
  /** What the hand can do with each eigenvalue of the view. */
  handles: Handle[];
  /** Of a real symmetric matrix: Q = U' diag(values) U, eigenvectors in the rows of u. */
  basis: { values: number[]; u: number[][] } | null;
}

/** Where an eigenvalue can go: along the real axis, on its side of it as one of a pair, anywhere. */
export type Freedom = 'axis' | 'pair' | 'plane';

export interface Handle {
  freedom: Freedom;
  /** Why it cannot be moved. */
  stuck: string | null;
}

/** An eigenvalue of a matrix, from 0, that is to go elsewhere. */
export interface Move {
  base: string;
  index: number;
  to: Complex;
}

export interface Preset {
  name: string;
  matrix: string;
  note: string;
}

/** Why a text is no matrix; row and column count from 1 and are 0 where the whole row or matrix is meant. */
export interface Mistake {
  came: string;
  allowed: string;
  row: number;
  column: number;
}

/** What became of a text, or of an eigenvalue that was to go elsewhere: one of these. */
export interface Reading {
  portrait: Portrait | null;
  mistake: Mistake | null;
  /** Why the eigenvalue cannot go there. */
  refusal: string | null;
}

/** Asks what matrix a text in any of the notations the server reads is; as a form, since what is pasted may be long. */
export function readMatrix(text: string): Promise<Reading> {
  return fetchJson('stream/spectrum', { method: 'POST', body: new URLSearchParams({ matrix: text }) });
}

/** An eigenvalue in the hand. */
export interface Held extends Move {
  freedom: Freedom;
  moved: boolean;
}

/** The query of a move. */
export function moveQuery({ base, index, to }: Move): URLSearchParams {
  return new URLSearchParams({ matrix: base, eigenvalue: String(index + 1), to: exactComplex(to) });
}

/** Asks what matrix it makes. */
export function readMoved(move: Move): Promise<Reading> {
  return fetchJson('stream/spectrum/moved', { method: 'POST', body: moveQuery(move) });
}

export async function fetchJson<T>(path: string, how?: RequestInit): Promise<T> {
  const response = await fetch(path, how);
  if (response.ok) return response.json();
  const body = await response.json().catch(() => ({})) as { detail?: string };
  throw new Refused(body.detail ?? `The server answered ${response.status}.`);
}

/** The server answered, but not with what was asked for; the message is its own sentence. */
export class Refused extends Error {}
