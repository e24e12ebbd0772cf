import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceOf } from '../testing/traces.mjs';
import { marksOf } from './anatomy-marks';

const term = (role, ...values) => ({ role, symbol: role, meaning: role, formula: '', updates: false, numbers: [], values });
const rows = [[0, 0, 0, 0, 0, NaN, NaN], [0, 0, 0, 0, 0, 0.8, 0.4], [0, 0, 0, 0, 0, 0.2, 0.4]];
const [series] = traceOf({ optimizer: 'adagrad', rows }).series;
const anatomy = (terms, chain = []) => ({
  run: '', series: 0, step: 2, stage: 0, optimizer: 'adagrad', chain,
  terms: [term('point', -5, -2), term('gradient', -1, -8), term('schedule', 0.5), ...terms, term('next', -4, -1)],
});

test('the step leads from point to point and downhill is as long as the learning rate makes it', () => {
  const marks = marksOf(anatomy([]), series);
  assert.deepEqual(marks.step, { from: [-5, -2], to: [-4, -1] });
  assert.deepEqual(marks.downhill, { from: [-5, -2], to: [-4.5, 2] });
  assert.deepEqual(marks.chain, []);
  assert.equal(marks.rates, undefined);
});

test('rates are shares of the largest that there was', () => {
  assert.deepEqual(marksOf(anatomy([term('rate', 0.2, 0.4)]), series).rates, [0.25, 0.5]);
  assert.equal(marksOf(anatomy([term('rate', 0.2)]), series).rates, undefined);
});

test('a chain runs from the oldest to the newest, head to tail', () => {
  const { chain } = marksOf(anatomy([], [
    { step: 2, older: false, values: [0.25, 0.5] }, { step: 1, older: true, values: [0.75, 0.5] },
  ]), series);
  assert.deepEqual(chain, [
    { from: [-5, -2], to: [-4.25, -1.5], age: 1 }, { from: [-4.25, -1.5], to: [-4, -1], age: 0 },
  ]);
});
