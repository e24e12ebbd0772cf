/** What is told of the curvature of a network's loss while it trains. */
import type { Rows } from '../stream/frames';

const COLUMNS = ['lambda1', 'lambda2', 'lambda3', 'edge', 'lookSeconds'] as const;

/** One look at it. */
export interface Look {
  epoch: number;
  /** The largest eigenvalues of the Hessian. */
  lambdas: [number, number, number];
  /** Rate times curvature over what it must stay below; NaN where no such line is known. */
  edge: number;
  /** What all looks so far have taken. */
  seconds: number;
}

/** The spectrum of P^-1/2 H P^-1/2; null for what was not found. */
export interface View {
  by: 'NONE' | 'OWN' | 'PERMUTED' | 'DIAGONAL';
  over10: number | null;
  over20: number | null;
  over100: number | null;
  overMean: number | null;
  negatives: number | null;
  diagonalSpread: number | null;
  places: number[];
  density: number[];
}

/** The curvature at the end of a training. */
export interface Portrait {
  sample: number;
  parameters: number;
  /** Whether the diagonal is the Hessian's own, and not the Gauss-Newton matrix's. */
  exact: boolean;
  /** Draws at random by which that one was estimated; 0 where it is no estimate. */
  draws: number;
  seconds: number;
  slope: number | null;
  correlation: number | null;
  /** log10 |H_ii|, log10 P, one after the other. */
  points: number[];
  views: View[];
}

/** The looks in some rows; none where nobody looks. */
export function looksIn(rows: Rows, columns: string[]): Look[] {
  const [lambda1, lambda2, lambda3, edge, seconds] = COLUMNS.map((name) => columns.indexOf(name));
  const epoch = columns.indexOf('epoch');
  const looks: Look[] = [];
  if (lambda1 < 0) return looks;
  for (let at = 0; at + rows.stride <= rows.values.length; at += rows.stride) {
    const value = (column: number) => rows.values[at + column];
    if (Number.isNaN(value(seconds))) continue;
    looks.push({
      epoch: value(epoch),
      lambdas: [value(lambda1), value(lambda2), value(lambda3)],
      edge: value(edge),
      seconds: value(seconds),
    });
  }
  return looks;
}
