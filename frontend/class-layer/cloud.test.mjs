import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudInWords, meanOf, pointIn, pointsOf, spreadAbout, truthInWords } from './cloud';

test('points are the pairs of finite numbers', () => {
  assert.deepEqual(pointsOf([[1, 2], [1], [1, 2, 3], [NaN, 0], ['1', '2'], null, [-0.5, 0]]), [[1, 2], [-0.5, 0]]);
  for (const none of [undefined, null, 'x', {}]) assert.deepEqual(pointsOf(none), []);
});

test('a point in an attribute is read as Java writes it', () => {
  assert.deepEqual(pointIn('1.0E-7,-2.0'), [1e-7, -2]);
  assert.deepEqual(pointIn('Infinity,1.0E300'), [Infinity, 1e300]);
  for (const none of [null, '', '1', '1,2,3', 'NaN,1', 'a,b']) assert.equal(pointIn(none), undefined, none);
});

test('mean and spread of a cross', () => {
  const cross = [[3, 1], [-1, 1], [1, 3], [1, -1]];
  assert.deepEqual(meanOf(cross), [1, 1]);
  assert.equal(spreadAbout([1, 1], cross), 2);
  assert.equal(meanOf([]), undefined);
});

test('huge guesses do not overflow', () => {
  const huge = [[1.5e308, -1.5e308], [1.5e308, -1.5e308]];
  assert.deepEqual(meanOf(huge), [1.5e308, -1.5e308]);
  assert.equal(spreadAbout(meanOf(huge), huge), 0);
});

test('a cloud in words tells how many, where, how wide and how far off', () => {
  assert.deepEqual(
    cloudInWords([[3, 1], [-1, 1], [1, 3], [1, -1]], '', { at: [4, 1], label: 'Adagrad' }),
    ['4 guesses. Their mean is (1, 1); they lie 2 from it, by the root of the mean square.',
      'The mean is 3 from the truth, the nearest guess 1.']);
  assert.deepEqual(cloudInWords([[-1, 0]], 'Second round', { at: [0, 0], label: '' }),
    ['Second round: 1 guess, at (\u22121, 0).', 'It is 1 from the truth.']);
  assert.deepEqual(cloudInWords([], '', { at: [0, 0], label: '' }), []);
});

test('of a truth at infinity no distance is told', () => {
  const truth = { at: [Infinity, 0], label: 'Gradient descent' };
  assert.equal(cloudInWords([[0, 0]], '', truth).length, 1);
  assert.equal(truthInWords(truth), 'The truth, Gradient descent, is at (\u221e, 0).');
  assert.equal(truthInWords({ at: [1, 0], label: '', within: 0.5 }), 'The truth is at (1, 0); right is within 0.5 of it.');
});
