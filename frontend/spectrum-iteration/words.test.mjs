import assert from 'node:assert/strict';
import { test } from 'node:test';
import { powerSays, powerStep, qrSays, qrStep } from './words';
import { isReal, queryOf } from './source';

const power = (more) => ({
  method: 'power', eigenvalues: [[1.382, 0], [3.618, 0]], outcome: 'converges', largest: [3.618034, 0], goal: [[[0.5257, 0], [0.8507, 0]]],
  ratio: 0.381966, measured: 0.3819661,
  steps: [{ x: [[1, 0], [0, 0]], rayleigh: [2, 0], residual: 1, sine: 0.8507 }, { x: [[0.5257, 0], [0.8507, 0]], rayleigh: [3.6, 0], residual: 0, sine: 0 }],
  ...more,
});
const qr = (more) => ({
  method: 'qr', eigenvalues: [[1.382, 0], [3.618, 0]], shift: 'none', outcome: 'triangular', blocks: [], ratio: 0.381966, measured: 0.381966,
  settledAfter: 24, unshifted: [1, 0.4], unshiftedSettledAfter: 24,
  steps: [{ matrix: [[[2, 0], [1, 0]], [[1, 0], [3, 0]]], below: 1, outside: 1 }, { matrix: [[[3, 0], [1, 0]], [[1e-17, 0], [2, 0]]], below: 1e-17, outside: 1e-17 }],
  ...more,
});

test('power iteration says how quick it is', () => {
  assert.equal(powerSays(power()),
    'In the end the angle to the eigenvector of 3.618 shrinks by |\u03bb\u2082/\u03bb\u2081| = 0.382 a step; measured over the last steps: 0.382.');
  assert.match(powerSays(power({ measured: null })), /too soon at rounding/);
  assert.match(powerSays(power({ ratio: null })), /every vector is an eigenvector/);
  assert.equal(powerStep(power(), 0), 'Step 0: Rayleigh quotient 2, the angle to the eigenvector 58.3\u00b0.');
});

test('and says honestly when it does not converge', () => {
  const tied = powerSays(power({ outcome: 'tied', largest: [0, 1], eigenvalues: [[0.5, 0], [0, -1], [0, 1]], ratio: 1 }));
  assert.match(tied, /eigenvalues \u2212i and i are equally large.*does not converge/);
  assert.match(powerSays(power({ outcome: 'defective' })), /too few eigenvectors.*like 1\/k/);
  const none = power({ outcome: 'no-part', steps: power().steps.map((step) => ({ ...step, sine: 1 })) });
  assert.match(powerSays(none), /never finds it; in these 1 steps it has not/);
  assert.match(powerSays(power({ outcome: 'no-part' })), /near it from step 1 on/);
  assert.match(powerSays(power({ outcome: 'vanishes' })), /Ax = 0 after 1 step:/);
});

test('QR steps say what is left and how quick they are', () => {
  assert.equal(qrSays(qr()), 'After 24 steps the matrix is triangular to ten digits: its diagonal holds the eigenvalues. What is below the diagonal '
    + 'shrinks in the end by the largest |\u03bb\u1d62\u208a\u2081/\u03bb\u1d62| = 0.382 a step; measured over the last steps: 0.382.');
  assert.match(qrSays(qr({ shift: 'wilkinson', settledAfter: 3 })), /After 3 steps.*Without shifts that takes 24 steps\.$/);
  assert.match(qrSays(qr({ shift: 'wilkinson', settledAfter: 3, unshiftedSettledAfter: null })), /after 1 step it is not there yet/);
  assert.match(qrSays(qr({ outcome: 'blocks', blocks: [0] })), /a block of 2 \u00d7 2 in rows 1\u20132: a real matrix/);
  assert.match(qrSays(qr({ outcome: 'blocks', blocks: [0, 2] })), /blocks of 2 \u00d7 2 in rows 1\u20132 and rows 3\u20134/);
  assert.match(qrSays(qr({ outcome: 'tied', ratio: null })), /not conjugates are equal in modulus/);
  assert.match(qrSays(qr({ outcome: 'under-way', settledAfter: null })), /not triangular yet/);
  assert.equal(qrStep(qr(), 1), 'After 1 step the diagonal is 3 and 2; below it is 0.');
});

test('asks for what is shown', () => {
  const asked = { matrix: '2,1;1,3', method: 'power', shift: 'none', start: '' };
  assert.equal(queryOf(asked).toString(), 'matrix=2%2C1%3B1%2C3&method=power&steps=60');
  assert.equal(queryOf({ ...asked, start: '1,0' }).get('start'), '1,0');
  assert.equal(queryOf({ ...asked, method: 'qr', start: '1,0' }).toString(), 'matrix=2%2C1%3B1%2C3&method=qr&steps=60&shift=none');
  assert.ok(isReal([[1, 0]]) && !isReal([[1, 1e-9]]));
});
