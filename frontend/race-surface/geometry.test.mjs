import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clipSegment } from './clip';
import { fit, fromX, fromY, including, toPixelGrid, toX, toY, zoomed } from './viewport';

const BOX = { left: 0, right: 100, top: 0, bottom: 50 };

function clip(...ends) {
  const out = new Float64Array(4);
  return clipSegment(BOX, ...ends, out) ? [...out] : undefined;
}

test('segments are cut at the box', () => {
  assert.deepEqual(clip(10, 10, 20, 20), [10, 10, 20, 20]);
  assert.deepEqual(clip(-50, 25, 150, 25), [0, 25, 100, 25]);
  assert.deepEqual(clip(50, 25, 150, 75), [50, 25, 100, 50]);
  assert.equal(clip(-10, 10, -20, 40), undefined);
  assert.equal(clip(0, NaN, 10, 10), undefined);
});

test('ends at 1e300 keep their direction', () => {
  assert.deepEqual(clip(50, 25, 1e300, 25), [50, 25, 100, 25]);
  const [, , x, y] = clip(50, 25, 1e300, 2e300);
  assert.deepEqual([x, y], [62.5, 50]);
  assert.ok(clip(-1e308, 25, 1e308, 25));
});

test('pixels and coordinates are inverse to each other', () => {
  const viewport = { width: 800, height: 600, window: [-6, 2, -3, 3] };
  assert.equal(fromX(viewport, toX(viewport, -5)), -5);
  assert.ok(Math.abs(fromY(viewport, toY(viewport, 1.25)) - 1.25) < 1e-12);
});

test('a fitted window holds what was wanted, with equal units on both axes', () => {
  const [left, right, bottom, top] = fit([-6, 1.5, -3, 2.4], 1000, 500);
  assert.ok(left <= -6 && right >= 1.5 && bottom <= -3 && top >= 2.4);
  assert.ok(Math.abs((right - left) / 1000 - (top - bottom) / 500) < 1e-12);
  assert.deepEqual(fit([0, 1, 0, 1000], 800, 600), [0, 1, 0, 1000]);
});

test('a start outside the window widens it', () => {
  const [left] = including([-1, 1, -1, 1], [-9, 0]);
  assert.ok(left < -9);
  assert.deepEqual(including([-1, 1, -1, 1], [NaN, 0]), [-1, 1, -1, 1]);
});

test('zooming leaves its point where it is', () => {
  const window = zoomed([-6, 2, -3, 3], 2, -4, 1);
  assert.deepEqual(window, [-5, -1, -1, 2]);
});

test('a dragged coordinate has no more digits than a pixel can tell', () => {
  assert.equal(toPixelGrid(-4.98765, 0.0078), -4.99);
  assert.equal(toPixelGrid(1234.567, 3), 1235);
});
