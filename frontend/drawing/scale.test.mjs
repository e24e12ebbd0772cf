import assert from 'node:assert/strict';
import { test } from 'node:test';
import { multiplesIn, widened } from './round-steps';
import { decadesAbout, linear, logarithmic } from './scale';

test('values become places in proportion, or by their logarithms', () => {
  const straight = linear([-1, 3], [100, 0]);
  assert.deepEqual([-1, 0, 3, 5].map(straight), [100, 75, 0, -50]);
  assert.deepEqual([straight.low, straight.high], [-1, 3]);
  const bent = logarithmic([0.01, 100], [0, 8]);
  assert.deepEqual([0.01, 1, 100].map((value) => Math.round(bent(value) * 1e9) / 1e9), [0, 4, 8]);
  assert.ok(Number.isNaN(bent(-1)));
  assert.equal(linear([2, 2], [0, 8])(2), 4);
});

test('a logarithmic axis ends at powers of ten', () => {
  assert.deepEqual(decadesAbout([0.3, 20]), [0.1, 100]);
  assert.deepEqual(decadesAbout([0.001, 1000]), [0.001, 1000]);
});

test('multiples of a round step are the numbers that are written', () => {
  assert.deepEqual(multiplesIn(-0.31, 0.31, 6), [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  assert.deepEqual(multiplesIn(12, 5200, 5), [1000, 2000, 3000, 4000, 5000]);
  assert.deepEqual(multiplesIn(2, 2, 5), [2]);
  assert.deepEqual(multiplesIn(3, 2, 5), []);
  assert.deepEqual(multiplesIn(0, 1, 0), []);
  assert.equal(multiplesIn(1.05, 1.95, 1).length, 1, 'one at least');
});

test('ends that are round already stay where they are', () => {
  assert.deepEqual(widened(-0.07, 0.05, 12), [-0.07, 0.05]);
  assert.deepEqual(widened(-0.55, -0.07, 14), [-0.55, -0.05]);
  assert.deepEqual(widened(0, 0.061, 7), [0, 0.07]);
  assert.deepEqual(widened(1, 1, 5), [1, 1]);
});
