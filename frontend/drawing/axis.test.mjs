import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisOf, decadesIn, decadesOf, labelsOf, roundAbove, roundBelow, roundNear, ticks } from './axis';
import { logarithmic } from './scale';

test('axes hold their values between round ends', () => {
  assert.deepEqual(axisOf(0, 0.73, 5), { min: 0, max: 0.8, intervals: 4 });
  assert.deepEqual(axisOf(0, 2, 5), { min: 0, max: 2, intervals: 4 });
  assert.deepEqual(axisOf(0, 7, 5), { min: 0, max: 7, intervals: 7 });
  assert.deepEqual(labelsOf(axisOf(-1, 10, 5)), [-2, 0, 2, 4, 6, 8, 10]);
  assert.equal(labelsOf({ min: -0.2, max: 0.4, intervals: 3 })[1], 0);
});

test('values that are all the same still make an axis', () => {
  for (const value of [0, 0.24, -3]) {
    const { min, max, intervals } = axisOf(value, value, 5);
    assert.ok(min <= value && max > value && max > min && intervals >= 1, `${value}`);
  }
  assert.deepEqual(decadesOf(-2, -2, 4), { min: -2, max: -1, intervals: 1 });
});

test('decades are whole, and so are the steps between labels', () => {
  assert.deepEqual(decadesOf(-5.3, 1.02, 4), { min: -6, max: 2, intervals: 4 });
  assert.deepEqual(decadesOf(-12.4, 1, 4), { min: -13, max: 3, intervals: 4 });
});

test('ticks are round, inside the range, and about as many as asked', () => {
  assert.deepEqual(ticks(-6, 1.5, 6), { values: [-6, -5, -4, -3, -2, -1, 0, 1], decimals: 0 });
  assert.deepEqual(ticks(0.1, 0.42, 7), { values: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4], decimals: 2 });
  for (let about = 2; about < 12; about++) assert.ok(ticks(-3.7, 4.1, about).values.length <= 1.6 * about + 1);
  assert.deepEqual(ticks(1, 1, 5).values, []);
  assert.deepEqual(ticks(-Infinity, 1, 5).values, []);
  assert.deepEqual(ticks(NaN, 1, 5).values, []);
});

test('ticks of a range that doubles hardly resolve are written down all the same', () => {
  const { values, decimals } = ticks(1e16, 1e16 + 2, 8);
  assert.ok(values.length < 20 && decimals <= 15);
});

test('a log scale has its decades marked, or each few of them', () => {
  assert.deepEqual(decadesIn(logarithmic([0.001, 10], [0, 1]), 6), [0.001, 0.01, 0.1, 1, 10]);
  assert.deepEqual(decadesIn(logarithmic([0.3, 200], [0, 1]), 6), [1, 10, 100]);
  assert.deepEqual(decadesIn(logarithmic([1e-8, 1], [0, 1]), 4), [1e-8, 1e-6, 1e-4, 1e-2, 1]);
  assert.deepEqual(decadesIn(logarithmic([2, 3], [0, 1]), 4), []);
  assert.deepEqual(decadesIn(logarithmic([1, 1], [0, 1]), 4), []);
});

test('a size is rounded to 1, 2 or 5 times a power of ten, upwards, downwards or to the nearest', () => {
  assert.deepEqual([0.12, 1, 2.1, 30, 7e8].map(roundAbove), [0.2, 1, 5, 50, 1e9]);
  assert.deepEqual([0.12, 1, 2.1, 30, 700].map(roundBelow), [0.1, 1, 2, 20, 500]);
  assert.deepEqual([0.12, 1, 2.1, 35, 7.5e8].map(roundNear), [0.1, 1, 2, 50, 1e9]);
});
