import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestLine } from './draw-overlay';

const viewport = { width: 100, height: 100, window: [0, 10, 0, 10] };
const line = (...points) => ({ points: Float64Array.from(points) });

test('the nearest line is found by its segments, not only by its points', () => {
  const lines = [line(0, 0, 10, 0), line(0, 5, 10, 5)];
  assert.equal(nearestLine(lines, viewport, 50, 53, 7), 1);
  assert.equal(nearestLine(lines, viewport, 50, 95, 7), 0);
  assert.equal(nearestLine(lines, viewport, 50, 75, 7), -1);
});

test('a line of one point is near where it is, and of equals the last is on top', () => {
  assert.equal(nearestLine([line(5, 5)], viewport, 52, 50, 7), 0);
  assert.equal(nearestLine([line(5, 5), line(5, 5)], viewport, 52, 50, 7), 1);
  assert.equal(nearestLine([], viewport, 52, 50, 7), -1);
});

test('ends beyond all bounds are near nothing, and harm nothing', () => {
  assert.equal(nearestLine([line(1e308, 1e308, -1e308, 1e308), line(5, 5, 6, 6)], viewport, 50, 50, 7), 1);
});
