/** What becomes of an iteration, in sentences. Knows nothing of drawing. */
import { shortComplex, shortFactor, shortNumber, type Complex } from '../numbers/complex';
import type { Power, Qr } from './source';

/** An angle beyond which the vector cannot be said to have come near. */
const NEAR = 0.5;

/** What a step of power iteration shows. */
export function powerStep({ steps }: Power, k: number): string {
  const { rayleigh, sine } = steps[k];
  const angle = sine === null ? '' : `, the angle to the eigenvector ${degrees(sine)}`;
  return `Step ${k}: Rayleigh quotient ${shortComplex(rayleigh, 6)}${angle}.`;
}

/** What becomes of power iteration, and how quick it is. */
export function powerSays(power: Power): string {
  const { largest, ratio, measured, outcome, steps } = power;
  const scale = Math.hypot(...largest);
  const value = shortComplex(largest, 4, scale);
  switch (outcome) {
    case 'converges':
      if (ratio === null) return `${value} is the only eigenvalue, and every vector is an eigenvector.`;
      return `In the end the angle to the eigenvector of ${value} shrinks by |\u03bb\u2082/\u03bb\u2081| = ${shortFactor(ratio)} a step`
        + (measured === null ? '; here it is too soon at rounding to be measured.' : `; measured over the last steps: ${shortFactor(measured)}.`);
    case 'tied': {
      const equal = power.eigenvalues.filter((z) => Math.hypot(...z) >= (1 - 1e-6) * scale);
      return `The eigenvalues ${list(equal.map((z) => shortComplex(z, 4, scale)))} are equally large in modulus: none of them wins, and `
        + 'power iteration does not converge.';
    }
    case 'defective':
      return `${value} has too few eigenvectors. The vector comes to one of them, but slower than any power: the angle shrinks like 1/k.`;
    case 'no-part': {
      const first = steps.findIndex(({ sine }) => sine !== null && sine < NEAR);
      return `The start has no part along the eigenvector of ${value}, so by exact arithmetic power iteration never finds it`
        + (first < 0 ? `; in these ${steps.length - 1} steps it has not.` : `. Rounding has brought it in: near it from step ${first} on.`);
    }
    case 'vanishes':
      return `Ax = 0 after ${count(steps.length - 1)}: there is nothing to go on with, and the largest eigenvalue is not found this way.`;
  }
}

/** What a QR step shows. */
export function qrStep({ steps, shift }: Qr, k: number): string {
  const scale = Math.max(...steps[0].matrix.flat().map((z) => Math.hypot(...z)));
  const diagonal = steps[k].matrix.map((row, i) => shortComplex(row[i], 5, scale));
  return `${k === 0 ? 'At the start' : `After ${count(k)}${shift === 'none' ? '' : ' with shifts'}`} the diagonal is ${list(diagonal)}; below it is `
    + `${shortNumber(steps[k].below, 2, scale)}.`;
}

/** What becomes of the QR steps, and how quick they are. */
export function qrSays(qr: Qr): string {
  const { outcome, settledAfter, steps } = qr;
  const last = steps.length - 1;
  const said = {
    triangular: `After ${count(settledAfter ?? last)} the matrix is triangular to ten digits: its diagonal holds the eigenvalues.`,
    blocks: `After ${count(settledAfter ?? last)} it is triangular to ten digits but for ${qr.blocks.length === 1 ? 'a block' : 'blocks'} of 2 \u00d7 2 in `
      + `${list(qr.blocks.map((row) => `rows ${row + 1}\u2013${row + 2}`))}: a real matrix with a pair of conjugates stays real, and cannot have them on its diagonal.`,
    tied: 'Some eigenvalues that are not conjugates are equal in modulus; no step without a shift tells them apart.',
    'under-way': `After ${count(last)} it is not triangular yet.`,
  }[outcome];
  return `${said} ${pace(qr)}`.trim();
}

/** How quick it is without shifts, or beside that. */
function pace({ shift, ratio, measured, settledAfter, unshiftedSettledAfter, steps, blocks }: Qr): string {
  if (shift !== 'none') {
    const plain = unshiftedSettledAfter === null
      ? `after ${count(steps.length - 1)} it is not there yet` : `that takes ${count(unshiftedSettledAfter)}`;
    return settledAfter === null ? '' : `Without shifts ${plain}.`;
  }
  if (ratio === null) return '';
  return `What is below the diagonal${blocks.length ? ', but for blocks,' : ''} shrinks in the end by the largest |\u03bb\u1d62\u208a\u2081/\u03bb\u1d62| = ${shortFactor(ratio)} a step`
    + (measured === null ? '.' : `; measured over the last steps: ${shortFactor(measured)}.`);
}

function count(steps: number): string {
  return steps === 1 ? '1 step' : `${steps} steps`;
}

function list(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function degrees(sine: number): string {
  const angle = (Math.asin(Math.min(1, sine)) * 180) / Math.PI;
  return `${shortNumber(angle, 3)}\u00b0`;
}

/** A vector in parentheses. */
export function vector(x: readonly Complex[]): string {
  return `(${x.map((z) => shortComplex(z, 4, 1)).join(', ')})`;
}
