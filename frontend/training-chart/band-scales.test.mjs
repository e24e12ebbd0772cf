import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorPath, errorTop, nearest, panelOf } from './band-scales';

test('panels share an axis that holds 1 and leaves out what ran away', () => {
  assert.equal(errorTop([]), 1);
  assert.equal(errorTop([[0.2, 1.001], [0.5]]), 1);
  assert.ok(Math.abs(errorTop([[1.07, 0.4]]) - 1.2) < 1e-12);
  assert.ok(Math.abs(errorTop([[3e8, NaN, Infinity]]) - 1.6) < 1e-12);
});

test('a line runs from left to right and from the top at error 1', () => {
  assert.equal(errorPath([0, 1, 2], [1, 0.5, 0], panelOf(2, 1)), 'M0 0L50 50L100 100');
  assert.equal(errorPath([0, 1, 2], [1, NaN, 0.25], panelOf(4, 1)), 'M0 0L50 75');
  assert.equal(errorPath([], [], panelOf(4, 1)), '');
});

test('an epoch is read at the point nearest to it', () => {
  assert.deepEqual([-1, 0, 0.1, 0.13, 0.4999, 9].map((epoch) => nearest([0, 0.25, 0.5], epoch)), [0, 0, 0, 1, 2, 2]);
  assert.equal(nearest([], 1), -1);
});
