import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNear, nudged, pointUnder } from './hand';

const viewport = { width: 800, height: 400, window: [-4, 4, -2, 2] };

test('the hand puts a point under the pointer, and never outside the plot', () => {
  assert.deepEqual(pointUnder(viewport, 600, 100), [2, 1]);
  assert.deepEqual(pointUnder(viewport, 601.3, 100), [2.01, 1]);
  assert.deepEqual(pointUnder(viewport, -50, 9999), [-4, -2]);
});

test('a key moves by a round step, from the middle where nothing is yet', () => {
  assert.deepEqual(nudged(viewport, [-1, 0.5], 1, 0), [-0.95, 0.5]);
  assert.deepEqual(nudged(viewport, [-1, 0.5], 0, -5), [-1, 0.25]);
  assert.deepEqual(nudged({ ...viewport, window: [0, 8, 0, 4] }, undefined, 0, 0), [4, 2]);
});

test('near is by pixels', () => {
  assert.equal(isNear(viewport, [0, 0], 409, 212, 15), true);
  assert.equal(isNear(viewport, [0, 0], 409, 213, 15), false);
});
