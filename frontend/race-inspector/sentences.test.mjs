import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceOf } from '../testing/traces.mjs';
import { atStart, bouncing, converged, diverged, leader, sentencesAt, unequalRates } from './sentences';

const START = [-5, -2, 10.5, -1, -8, NaN, NaN];
const rowsOf = (count, make) => [START, ...Array.from({ length: count }, (_, i) => make(i + 1))];

test('the start names the steeper direction', () => {
  const { text } = atStart(traceOf({ rows: [START] }, { rows: [START] }));
  assert.equal(text, 'All start at (\u22125, \u22122), where f = 10.5. '
    + 'The slope along x\u2082 is 8 times as large as along x\u2081.');
});

test('unequal rates are told, with the reason only where the gradients bear it out', () => {
  const rows = rowsOf(3, () => [-1, 0.1, 0.3, -0.2, 0.4, 2, 0.25]);
  const adagrad = { optimizer: 'adagrad', title: 'Adagrad', memories: ['s'], rows };
  const [series] = traceOf(adagrad).series;
  assert.match(unequalRates(series, 3, 'Adagrad'), /x\u2082 at 0\.13 times its rate on x\u2081: the gradients/);
  const newton = traceOf({ optimizer: 'diagonal', title: 'Diagonal', rows }).series[0];
  assert.match(unequalRates(newton, 3, 'Diagonal'), /times its rate on x\u2081\.$/);
  const equal = traceOf({ rows: rowsOf(3, () => [-1, 0, 0, 0, 0, 0.4, 0.4]) }).series[0];
  assert.equal(unequalRates(equal, 3, 'Gradient descent'), undefined);
});

test('a coordinate bounces only if its gradient has turned at every one of the last steps', () => {
  const { series: [growing] } = traceOf({ rows: rowsOf(8, (i) => [0, 0, 1, 0.1, 8 * (-1.2) ** i, 0.5, 0.5]) });
  assert.equal(bouncing(growing, 4, 'GD'), undefined);
  assert.match(bouncing(growing, 8, 'GD'), /along x\u2082, each time farther/);
  const { series: [calm] } = traceOf({ rows: rowsOf(8, (i) => [0, 0, 1, 0.1, 8 * 0.9 ** i, 0.5, 0.5]) });
  assert.equal(bouncing(calm, 8, 'GD'), undefined);
});

test('who has come down by far is not told that its rate is too large', () => {
  // Down to 1e-17 of the first gradient, and now growing again: no farther than it once was.
  const rows = rowsOf(14, (i) => [0, 0, 1e-30, 0, 8e-17 * (-1.2) ** i, 0.5, 0.5]);
  const trace = traceOf({ rows }, { optimizer: 'adagrad', title: 'Adagrad', rows: rowsOf(14, () => START) });
  assert.equal(bouncing(trace.series[0], 12, 'GD'), 'GD jumps to and fro along x\u2082, each time farther.');
  assert.ok(sentencesAt(trace, 12).every(({ text }) => !text.includes('too large')));
});

test('divergence is told in the server\u2019s words, and only from its step on', () => {
  const trace = traceOf(
    { rows: rowsOf(3, () => START), end: { outcome: 'diverged', message: '|x2| passed 1e300' } },
    { optimizer: 'adagrad', title: 'Adagrad', rows: rowsOf(6, () => START) });
  assert.equal(diverged(trace.series[0], 2, 'GD'), undefined);
  assert.equal(diverged(trace.series[0], 5, 'GD'), 'GD diverged. |x\u2082| passed 1e300.');
});

test('who cannot take a single step is told so at the start', () => {
  const stuck = { rows: [START], end: { outcome: 'diverged', message: 'Step 1 could not be taken. The rule divides by zero' } };
  assert.deepEqual(sentencesAt(traceOf(stuck), 0).map(({ text }) => text),
    ['Gradient descent diverged. Step 1 could not be taken. The rule divides by zero.']);
  assert.match(sentencesAt(traceOf({ rows: [START, START], end: { outcome: 'diverged', message: 'far' } }), 0)[0].text, /starts at/);
});

test('convergence is told at its step', () => {
  const trace = traceOf({ rows: rowsOf(3, () => [0, 0, 0, 0, 0, 0.4, 0.4]), end: { outcome: 'converged' } });
  assert.match(converged(trace.series[0], 3, 'GD'), /has converged: at \(0, 0\) the slope is all but zero/);
  assert.equal(converged(trace.series[0], 2, 'GD'), undefined);
});

test('the lowest is told with a ratio only among positive values', () => {
  const at = (f) => rowsOf(1, () => [0, 0, f, 0, 0, 0.4, 0.4]);
  const pair = (one, other) => leader(traceOf(
    { rows: at(one) }, { optimizer: 'adagrad', title: 'Adagrad', rows: at(other) }), 1)?.text;
  assert.match(pair(0.2, 0.001), /^Adagrad is lowest, at f = 0\.001; the next, Gradient descent, is 200 times as high/);
  assert.match(pair(-1, -78.3), /next comes Gradient descent, at \u22121\.$/);
  assert.match(pair(1.401, 1.399), /at f = 1\.399|at f = 1\.4/);
  assert.equal(pair(1, 1), undefined);
  assert.equal(pair(0.3, 0.3000000000001), 'Gradient descent and Adagrad are level at f = 0.3, as far as six digits tell.');
});

test('at most two sentences are said, and none without rows', () => {
  const { length } = sentencesAt(traceOf(
    { rows: rowsOf(8, (i) => [0, 0, i, 0.1, 8 * (-1.2) ** i, 2, 0.2]) },
    { optimizer: 'adagrad', title: 'Adagrad', memories: ['s'], rows: rowsOf(8, () => [0, 0, 1, 1, 2, 2, 0.2]) }), 8);
  assert.equal(length, 2);
  assert.deepEqual(sentencesAt(traceOf({ rows: [] }), 0), []);
});
