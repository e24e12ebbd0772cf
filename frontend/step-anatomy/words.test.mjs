import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceOf } from '../testing/traces.mjs';
import { direction, memory, past, rates, shrunk, wordsOf } from './words';

const term = (role, ...values) => ({ role, symbol: role, meaning: role, formula: '', updates: false, numbers: [], values });
const anatomy = (step, terms, chain = []) => ({ run: '', series: 0, step, stage: 0, optimizer: 'sgd', terms, chain });

test('the direction is told as an angle to the slope', () => {
  assert.match(direction(anatomy(1, [term('gradient', 1, 0), term('step', -1, -1)])), /points 45\u00b0 away/);
  assert.match(direction(anatomy(1, [term('gradient', 1, 2), term('step', -0.1, -0.2)])), /straight down the slope/);
  assert.match(direction(anatomy(1, [term('gradient', 1, 2), term('step', 0, 0)])), /stays where it is/);
});

test('the gradient is the one at the point, not the one with weight decay', () => {
  const both = anatomy(1, [term('gradient', 1, 0), term('gradient', 9, 9), term('step', -1, 0)]);
  assert.match(direction(both), /straight down/);
});

test('unequal rates are told with what they do to the step', () => {
  const steep = anatomy(2, [term('gradient', -1, -8), term('rate', 0.4, 0.05), term('step', 0.4, 0.4)]);
  assert.equal(rates(steep), 'Its rate along x\u2081 is 8 times that along x\u2082: a gradient 8 times as large along '
    + 'x\u2082 as along x\u2081 makes a step as long along both.');
  const still = anatomy(2, [term('gradient', -1, -1e-8), term('rate', 0.4, 0.05), term('step', 0.4, 5e-10)]);
  assert.match(rates(still), /that along x\u2082\.$/);
  const less = anatomy(2, [term('gradient', -1, -8), term('rate', 0.4, 0.1), term('step', 0.4, 0.8)]);
  assert.match(rates(less), /makes a step 2 times as long there\.$/);
  assert.equal(rates(anatomy(2, [term('rate', 0.4, 0.4)])), undefined);
  assert.equal(rates(anatomy(2, [term('rate', 0.4)])), undefined);
});

test('a rate that has shrunk is told with its memory, where that bears it out', () => {
  const rows = [[0, 0, 0, 0, 0, NaN, NaN], [0, 0, 0, 0, 0, 0.9, 0.4], [0, 0, 0, 0, 0, 0.1, 0.4]];
  const [series] = traceOf({ optimizer: 'adagrad', rows }).series;
  const sum = { ...term('memory', 81, 1), symbol: 's', meaning: 'sum of squares' };
  const now = anatomy(2, [sum, term('rate', 0.1, 0.4)]);
  assert.equal(shrunk(now, series), 'The rate along x\u2081 has shrunk to 0.11 times that of step 1.');
  const at = series.at.bind(series);
  series.at = (step, column) => (column === 's1' ? [0, 1, 81][step] : at(step, column));
  assert.match(shrunk(now, series), /, as the sum of squares there has grown from 1 to 81\.$/);
  assert.match(shrunk(anatomy(2, [sum, term('correction', 1), term('rate', 0.1, 0.4)]), series), /step 1\.$/);
  series.at = (step, column) => (column === 's1' ? [0, 81, 1][step] : at(step, column));
  assert.match(shrunk(now, series), /step 1\.$/);
  assert.equal(shrunk(anatomy(1, [term('rate', 0.9, 0.4)]), series), undefined);
});

test('past gradients are told by their share of the step', () => {
  const link = (...values) => ({ step: 1, older: false, values });
  const of = (...chain) => anatomy(3, [term('step', 1, 0)], chain);
  assert.match(past(of(link(0.25, 0.3), link(0.75, -0.3))), /make 75 % of its length, this gradient 25 %/);
  assert.match(past(of(link(-0.5, 0), link(1.5, 0))), /lead back/);
  assert.match(past(of(link(2, 0), link(-1, 0))), /2 times as far/);
  assert.match(past(of(link(1, 0))), /alone/);
  assert.equal(past(of()), undefined);
});

test('who remembers nothing is told so', () => {
  assert.match(memory(anatomy(3, [term('gradient', 1, 1)])), /remembers nothing/);
  assert.equal(memory(anatomy(3, [term('memory', 1, 1)])), undefined);
  assert.equal(memory(anatomy(3, [term('gradient', 1, 1), term('gradient', 2, 2)])), undefined);
  const [series] = traceOf({ rows: [[0, 0, 0, 1, 0, NaN, NaN], [-1, 0, 0, 1, 0, 1, 1]] }).series;
  assert.equal(wordsOf(anatomy(1, [term('gradient', 1, 0), term('step', -1, 0)]), series).length, 2);
});
