import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beside, heatOf, heatQuery, lowest, placeOf, ratesOf, roundSetting, shareOf, valuesOf } from './heat';
import { labelsAlong } from './labels';
import { heatInWords } from './words';

const point = (lr, value, f, outcome = 'finished') => ({ lr, value, f, outcome });
const heat = heatOf([
  point(0.1, 0, 1), point(1, 0, 0.01), point(10, 0, 5, 'diverged'),
  point(0.1, 0.9, 2), point(1, 0.9, 20), point(10, 0.9, null),
]);
const choice = { series: 0, key: 'beta', spec: 'momentum(lr=0.1..10,beta=0..0.9)', logarithmic: false, lr: 0.1, value: 0.9 };

test('the grid is found in the points', () => {
  assert.deepEqual([heat.columns, heat.rows], [3, 2]);
  assert.deepEqual(ratesOf(heat), [0.1, 1, 10]);
  assert.deepEqual(valuesOf(heat), [0, 0.9]);
  assert.equal(heatOf([point(0.1, 0, 1)]), undefined);
});

test('the lowest is none that ran away, and is said', () => {
  assert.equal(lowest(heat), 1);
  assert.equal(heatInWords(heat, choice, 20),
    'Of 6 pairs of settings, f after 20 steps is lowest at lr = 1, beta = 0: f = 0.01. 1 of them diverges.');
  const lost = heatOf([point(0.1, 0, 1, 'diverged'), point(1, 0, 1, 'diverged'), point(0.1, 1, 1, 'diverged'), point(1, 1, 1, 'diverged')]);
  assert.equal(heatInWords(lost, choice, 20), 'After 20 steps at 4 pairs of settings: all of them diverge.');
});

test('ends are good by decades between the lowest and the start', () => {
  assert.equal(shareOf(heat.points[1], 0.01, 1), 0);
  assert.equal(shareOf(point(1, 0, 0.1), 0.01, 1), 0.5);
  assert.equal(shareOf(point(1, 0, 20), 0.01, 1), 1);
  assert.equal(shareOf(point(1, 0, 0), 0, 1), 0);
  assert.equal(shareOf(heat.points[2], 0.01, 1), undefined);
  assert.equal(shareOf(point(1, 0, -1), -3, 1), 0.5);
});

test('keys go about the map and stay in it', () => {
  assert.deepEqual(['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'End', 'x'].map((key) => beside(heat, 0, key)), [1, 3, 0, 0, 2, undefined]);
});

test('a setting has its place, between cells too', () => {
  assert.ok(Math.abs(placeOf([0.1, 1, 10], 1, true) - 1) < 1e-12);
  assert.equal(placeOf([0, 0.5, 1], 0.25, false), 0.5);
  assert.deepEqual([0.98765, 0.9999, 0.33333, 0.123456e-7].map(roundSetting), [0.988, 0.9999, 0.333, 1.23e-8]);
});

test('one optimizer with its ranges takes the place of all', () => {
  assert.equal(heatQuery('objective=ellipse&run=sgd(lr=1)&run=momentum(lr=1)&steps=3', choice),
    'objective=ellipse&steps=3&run=momentum(lr%3D0.1..10%2Cbeta%3D0..0.9)');
});

test('labels are round', () => {
  assert.deepEqual(labelsAlong([0.001, 0.1, 10], true).map(({ value }) => value), [0.001, 0.01, 0.1, 1, 10]);
  assert.deepEqual(labelsAlong([1e-8, 1e-4, 1], true).map(({ value }) => value), [1e-8, 1e-6, 1e-4, 1e-2, 1]);
  assert.deepEqual(labelsAlong([0, 0.5, 0.99], false).map(({ value }) => value), [0, 0.2, 0.4, 0.6, 0.8]);
  assert.equal(labelsAlong([0, 0.5, 1], false).at(-1).place, 2);
});
