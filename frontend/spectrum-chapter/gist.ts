/** What is in a closed chapter, in a line with its number. Knows nothing of drawing. */
import { shortFactor, shortNumber } from '../numbers/complex';
import type { Complex, Portrait } from '../spectrum-lab/portrait';

export type Subject = 'rescaled' | 'condition' | 'iteration' | 'descent' | 'turning' | 'perturbation' | 'distances';

export function gist(subject: Subject, portrait: Portrait | undefined): string {
  if (subject === 'turning') return 'The chapter\u2019s quadratic at 0\u00b0 to 90\u00b0, and as printed';
  if (subject === 'distances') return 'Is \u2016c \u2212 \u03b4\u2016 = \u2016Uc \u2212 U\u03b4\u2016 always?';
  return portrait ? ofMatrix(subject, portrait) : '';
}

function ofMatrix(subject: Exclude<Subject, 'turning' | 'distances'>, portrait: Portrait): string {
  const { view, preconditioned, basis } = portrait;
  switch (subject) {
    case 'condition':
      return view.kappa === null ? `No \u03bbmax/\u03bbmin. ${view.noKappa}` : `Condition number: ${shortNumber(view.kappa)}`;
    case 'rescaled': {
      const twin = preconditioned.view;
      if (!twin) return 'Rescaling needs a positive diagonal';
      return twin.kappa === null ? 'No condition number' : `Condition number: ${shortNumber(twin.kappa)}`;
    }
    case 'iteration':
      return spread(view.eigenvalues);
    case 'descent':
      return view.bestRate === null || view.contraction === null
        ? 'No bowl to descend'
        : `Best rate: ${shortNumber(view.bestRate)}; a step leaves ${shortFactor(view.contraction)} of the distance`;
    case 'perturbation':
      return basis && basis.values[0] > 0
        ? `A change of length 1 moves the minimizer by up to ${shortNumber(1 / basis.values[0])}`
        : 'No minimizer to move';
  }
}

/** The ratio of the second largest modulus to the largest. */
function spread(values: Complex[]): string {
  const [first, second] = values.map(([re, im]) => Math.hypot(re, im)).sort((a, b) => b - a);
  if (second === undefined || first === 0) return 'Power iteration and QR steps';
  return `Power iteration and QR steps; |\u03bb\u2082/\u03bb\u2081| = ${shortFactor(second / first)}`;
}
