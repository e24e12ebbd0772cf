import assert from 'node:assert/strict';
import { test } from 'node:test';
import { descents, minimizer, obstacle } from './quadratic';

const complex = (rows) => rows.map((row) => row.map((v) => [v, 0]));
const r = Math.SQRT1_2;

/** The chapter's quadratic turned by 45 degrees, as the server describes it. */
const turned = {
  view: {
    matrix: complex([[2.1, -1.9], [-1.9, 2.1]]), kappa: 20, bestRate: 2 / 4.2, contraction: 19 / 21, noKappa: null,
  },
  preconditioned: {
    view: {
      matrix: complex([[1, -1.9 / 2.1], [-1.9 / 2.1, 1]]), kappa: 20, bestRate: 1, contraction: 19 / 21,
    },
  },
  basis: { values: [0.2, 4], u: [[r, r], [r, -r]] },
};

test('gradient descent shrinks the distance as kappa says, in each of the coordinates', () => {
  const [x, eigenbasis, rescaled, sphere] = descents(turned, [-5, -2]);
  for (const descent of [x, eigenbasis, rescaled]) assert.ok(Math.abs(descent.measured - 19 / 21) < 1e-12);
  assert.equal(sphere.measured, 0);
  assert.ok(Math.hypot(...sphere.path[1]) < 1e-12);
});

test('the path in the eigenbasis is the path turned', () => {
  const [x, eigenbasis] = descents(turned, [-5, -2]);
  x.path.forEach(([a, b], k) => {
    assert.ok(Math.abs(r * a + r * b - eigenbasis.path[k][0]) < 1e-12);
    assert.ok(Math.abs(r * a - r * b - eigenbasis.path[k][1]) < 1e-12);
  });
});

test('the minimizer has no gradient', () => {
  const [a, b] = minimizer(turned.basis, [0.8, 0.4]);
  assert.ok(Math.abs(2.1 * a - 1.9 * b + 0.8) < 1e-12);
  assert.ok(Math.abs(-1.9 * a + 2.1 * b + 0.4) < 1e-12);
});

test('what is no bowl says why', () => {
  assert.equal(obstacle({ view: { kappa: null, noKappa: 'The matrix is not symmetric.' } }), 'The matrix is not symmetric.');
  assert.match(obstacle({ view: { kappa: 2 }, basis: null }), /complex/);
  assert.deepEqual(descents({ view: { kappa: null, noKappa: 'no' } }, [1, 1]), []);
});
