import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbor, positionOf, roundValueAt, stopAt, stops } from './log-scale';

const scale = stops(1e-4, 10);

test('stops rise from end to end, and are the doubles their digits say', () => {
  assert.deepEqual([scale[0], scale.at(-1)], [1e-4, 10]);
  scale.forEach((stop, i) => assert.ok(i === 0 || stop > scale[i - 1]));
  for (const round of [0.001, 0.003, 0.004, 0.1, 0.3, 0.4, 0.7, 2, 8]) assert.ok(scale.includes(round), `${round}`);
});

test('every stop is found again from its place', () => {
  for (const stop of scale) assert.equal(stopAt(positionOf(stop, 1e-4, 10), scale), stop);
});

test('values outside lie at the ends', () => {
  assert.deepEqual([positionOf(1e-9, 1e-4, 10), positionOf(250, 1e-4, 10)], [0, 1]);
});

test('steps go on from values between the stops and halt at the ends', () => {
  assert.deepEqual([neighbor(0.37, 1, scale), neighbor(0.37, -1, scale)], [0.4, 0.36]);
  assert.deepEqual([neighbor(10, 1, scale), neighbor(250, -1, scale), neighbor(1e-4, -1, scale)], [10, 10, 1e-4]);
});

test('each pixel of a slider has a value of its own, the roundest in it', () => {
  const way = 220;
  const values = Array.from({ length: way + 1 }, (_, x) => roundValueAt(x / way, 1e-4, 10, way));
  values.forEach((value, x) => assert.ok(x === 0 || value > values[x - 1], `${value} at ${x}`));
  values.forEach((value, x) => assert.ok(Math.abs(positionOf(value, 1e-4, 10) * way - x) <= 0.5 + 1e-9, `${value} at ${x}`));
  for (const round of [1e-4, 0.001, 0.003, 0.02, 0.1, 0.4, 1, 5, 10]) assert.ok(values.includes(round), `${round}`);
  assert.ok(values.every((value) => value.toPrecision(3) == value), 'no more digits than pixels tell apart');
});

test('a pointer beyond the ends means the ends, and a way without length still has a value', () => {
  assert.deepEqual([roundValueAt(-0.1, 1e-3, 10, 200), roundValueAt(1.2, 1e-3, 10, 200)], [1e-3, 10]);
  assert.deepEqual([roundValueAt(1e-9, 0.0034, 7.7, 200), roundValueAt(1 - 1e-9, 0.0034, 7.7, 200)], [0.0034, 7.7]);
  assert.ok(roundValueAt(0.5, 1e-3, 10, 0) > 0);
});
