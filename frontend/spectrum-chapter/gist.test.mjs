import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gist } from './gist';

const positive = {
  view: { kappa: 20, bestRate: 2 / 4.2, contraction: 19 / 21, noKappa: null, eigenvalues: [[0.2, 0], [4, 0]] },
  preconditioned: { view: { kappa: 1 } },
  basis: { values: [0.2, 4] },
};
const general = {
  view: {
    kappa: null, bestRate: null, contraction: null, noKappa: 'The matrix is not symmetric.', eigenvalues: [[0, 1], [0, -1]],
  },
  preconditioned: { view: null },
  basis: null,
};

test('a closed chapter says its number', () => {
  assert.equal(gist('condition', positive), 'Condition number: 20');
  assert.equal(gist('rescaled', positive), 'Condition number: 1');
  assert.equal(gist('descent', positive), 'Best rate: 0.4762; a step leaves 0.9048 of the distance');
  assert.equal(gist('perturbation', positive), 'A change of length 1 moves the minimizer by up to 5');
  assert.match(gist('iteration', positive), /= 0\.05$/);
});

test('or that there is none', () => {
  assert.equal(gist('condition', general), 'No λmax/λmin. The matrix is not symmetric.');
  assert.equal(gist('rescaled', general), 'Rescaling needs a positive diagonal');
  assert.equal(gist('descent', general), 'No bowl to descend');
  assert.equal(gist('perturbation', general), 'No minimizer to move');
  assert.match(gist('iteration', general), /= 1$/);
  assert.equal(gist('condition', undefined), '');
});
