/** The chapter's quadratic at 0, 1, ..., 90 degrees, computed by the server. */
export interface Turning {
  optimizer: string;
  steps: number;
  turned: Case[];
  printed: Case;
}

export interface Case {
  /** a, b, d of [[a, b], [b, d]]. */
  hessian: [number, number, number];
  /** Off-diagonal entry of the rescaled Hessian, whose diagonal is 1. */
  off: number;
  kappa: number;
  rescaled: number;
  /** x1, x2 of every step. */
  path: number[];
  f: number[];
}

export interface Disc {
  center: number;
  radius: number;
  eigenvalue: number;
}

/** Gerschgorin's discs of the Hessian on the real line, with its eigenvalues. */
export function discs([a, b, d]: readonly [number, number, number], kappa: number): Disc[] {
  // The server's kappa and the trace give both eigenvalues without cancellation.
  const least = (a + d) / (1 + kappa);
  return [
    { center: a, radius: Math.abs(b), eigenvalue: a <= d ? least : kappa * least },
    { center: d, radius: Math.abs(b), eigenvalue: a <= d ? kappa * least : least },
  ];
}
