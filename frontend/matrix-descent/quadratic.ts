import type { Point } from '../drawing/marks';
import type { Portrait } from '../spectrum-lab/portrait';

/** The quadratic x'Qx/2 in some coordinates y = Tx, with gradient descent on it at its best rate. */
export interface Descent {
  /** Letter of the coordinates. */
  name: string;
  /** How y is made from x; a power of one half is written ^1/2. */
  formula: string;
  remark: string;
  hessian: number[][];
  kappa: number;
  rate: number;
  /** (kappa-1)/(kappa+1). */
  predicted: number;
  /** Mean factor by which a step shrank the distance to the minimizer; NaN if it was there at once. */
  measured: number;
  path: number[][];
}

export const STEPS = 20;
const FLOOR = 1e-12;

/** Why a matrix makes no bowl, or nothing. */
export function obstacle(portrait: Portrait): string | undefined {
  if (portrait.view.kappa === null) return portrait.view.noKappa ?? undefined;
  return portrait.basis ? undefined : 'The matrix is complex; a quadratic of real variables needs a real one.';
}

/** Descents on the same quadratic in four coordinates, from the same start. The minimizer is at 0. */
export function descents(portrait: Portrait, start: number[]): Descent[] {
  const { view, preconditioned, basis } = portrait;
  if (obstacle(portrait) || !basis || !preconditioned.view || view.kappa === null) return [];
  const q = view.matrix.map((row) => row.map(([re]) => re));
  const p = preconditioned.view.matrix.map((row) => row.map(([re]) => re));
  const n = q.length;
  const diagonal = (values: number[]) => values.map((v, i) => values.map((_, j) => (i === j ? v : 0)));
  const roots = q.map((row, i) => Math.sqrt(row[i]));
  const u = basis.u;
  const white = u.map((row, k) => row.map((v) => v * Math.sqrt(basis.values[k])));
  const twin = preconditioned.view;
  return [
    run('x', 'x', 'the quadratic as it is', q, diagonal(Array(n).fill(1)), view, start),
    run('y', 'Ux', 'turned into the eigenbasis: axis-aligned, \u03ba as before', diagonal(basis.values), u, view, start),
    run('y', 'diag(Q)^1/2 x', 'rescaled by the diagonal', p, diagonal(roots), twin, start),
    run('z', '\u039b^1/2 Ux', 'rescaled by the eigenvalues: a sphere, done in a step', diagonal(Array(n).fill(1)),
      white, { kappa: 1, bestRate: 1, contraction: 0 }, start),
  ];
}

function run(
  name: string, formula: string, remark: string, hessian: number[][], map: number[][],
  condition: { kappa: number | null; bestRate: number | null; contraction: number | null }, start: number[],
): Descent {
  const rate = condition.bestRate ?? Number.NaN;
  let y = times(map, start);
  const path = [y];
  const first = length(y);
  let steps = 0;
  let last = first;
  for (let k = 0; k < STEPS; k++) {
    const gradient = times(hessian, y);
    y = y.map((v, i) => v - rate * gradient[i]);
    path.push(y);
    // Below rounding the distance no longer tells anything.
    if (length(y) > FLOOR * first) {
      last = length(y);
      steps = k + 1;
    }
  }
  return {
    name,
    formula,
    remark,
    hessian,
    kappa: condition.kappa ?? Number.NaN,
    rate,
    predicted: condition.contraction ?? Number.NaN,
    measured: steps ? (last / first) ** (1 / steps) : 0,
    path,
  };
}

export function times(matrix: number[][], x: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, v, i) => sum + v * x[i], 0));
}

function length(x: number[]): number {
  return Math.hypot(...x);
}

/** Where x'Qx/2 + c'x is least: -Q^-1 c, by the eigenbasis. */
export function minimizer(basis: { values: number[]; u: number[][] }, c: Point): Point {
  const along = times(basis.u, c).map((v, k) => -v / basis.values[k]);
  return [
    basis.u[0][0] * along[0] + basis.u[1][0] * along[1],
    basis.u[0][1] * along[0] + basis.u[1][1] * along[1],
  ];
}
