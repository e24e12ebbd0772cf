import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbor, positionOf, stopAt, stops } from './log-scale';

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
