/** What the server says of the steps by which eigenvalues are found. Numbers and rules are all its own. */
import type { Complex } from '../numbers/complex';

export type Shift = 'none' | 'rayleigh' | 'wilkinson';

export interface Power {
  method: 'power';
  eigenvalues: Complex[];
  outcome: 'converges' | 'tied' | 'defective' | 'no-part' | 'vanishes';
  /** Eigenvalue of largest modulus. */
  largest: Complex;
  /** Orthonormal basis of its eigenspace; empty where that is not what it goes to. */
  goal: Complex[][];
  /** Modulus of the next eigenvalue over that of the largest. */
  ratio: number | null;
  /** By what the sine of the angle shrank in each of the last steps. */
  measured: number | null;
  steps: { x: Complex[]; rayleigh: Complex; residual: number; sine: number | null }[];
}

export interface Qr {
  method: 'qr';
  eigenvalues: Complex[];
  shift: Shift;
  outcome: 'triangular' | 'blocks' | 'tied' | 'under-way';
  /** First rows of the blocks of conjugates, from 0. */
  blocks: number[];
  ratio: number | null;
  measured: number | null;
  /** The first step after which it is triangular, but for such blocks. */
  settledAfter: number | null;
  /** What is below the diagonal, but for blocks, after each step without shifts, and when that is settled. */
  unshifted: number[];
  unshiftedSettledAfter: number | null;
  /** `outside` is what is below the diagonal, but for blocks. */
  steps: { matrix: Complex[][]; below: number; outside: number }[];
}

export type Iteration = Power | Qr;

/** What is asked for. */
export interface Asked {
  matrix: string;
  method: Iteration['method'];
  shift: Shift;
  /** As typed; the server's own where it is empty. */
  start: string;
}

export const STEPS = 60;

export function queryOf({ matrix, method, shift, start }: Asked): URLSearchParams {
  const query = new URLSearchParams({ matrix, method, steps: String(STEPS) });
  if (method === 'qr') query.set('shift', shift);
  else if (start.trim()) query.set('start', start);
  return query;
}

/** Whether all of a vector or a matrix is real. */
export function isReal(values: readonly Complex[]): boolean {
  return values.every(([, im]) => im === 0);
}
