import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelsOf } from '../drawing/axis';
import { epochsShown, logAxis, logLabel, thin } from './scales';

test('thinning keeps ends and spikes within the limit, in order', () => {
  const x = Float64Array.from({ length: 20_000 }, (_, i) => i / 100);
  const y = x.map((at) => 1 / (1 + at));
  y[4321] = 77;
  y[9876] = -5;
  const points = thin(x, y, 500);
  assert.ok(points.length <= 500);
  assert.deepEqual([points[0], points.at(-1)], [[x[0], y[0]], [x[19_999], y[19_999]]]);
  assert.ok(points.some(([, loss]) => loss === 77) && points.some(([, loss]) => loss === -5));
  points.forEach(([at], i) => assert.ok(i === 0 || at > points[i - 1][0]));
});

test('what is not finite is left out', () => {
  assert.deepEqual(thin([0, 1, 2, 3], [1, NaN, Infinity, 2], 500), [[0, 1], [3, 2]]);
  assert.deepEqual(thin([], [], 500), []);
});

test('log axes have round labels within a decade and across many', () => {
  const narrow = logAxis(Math.log10(0.23), Math.log10(0.73), 6);
  assert.deepEqual(labelsOf(narrow).map(logLabel), [0.2, 0.25, 0.32, 0.4, 0.5, 0.63, 0.8]);
  assert.deepEqual(labelsOf(logAxis(0, 2, 6)).map(logLabel), [1, 3.2, 10, 32, 100]);
  assert.deepEqual(labelsOf(logAxis(-1, -1, 6)).map(logLabel), [0.1, 0.125]);
  assert.deepEqual(labelsOf(logAxis(Math.log10(0.241), Math.log10(0.25), 6)).map(logLabel), [0.2, 0.25]);
  assert.deepEqual([logLabel(-3), logLabel(0), logLabel(4), logLabel(-0.5)], [0.001, 1, 10_000, 0.32]);
  const wide = logAxis(-12, 4, 6);
  assert.ok(wide.min <= -12 && wide.max >= 4 && wide.intervals <= 9);
});

test('a long run is shown from its beginning, and at last whole', () => {
  assert.deepEqual([0, 0.4, 0.8, 14, 199, 210, 400].map((farthest) => epochsShown(400, farthest)),
    [1, 1, 2, 50, 400, 400, 400]);
  assert.deepEqual([0, 0.1, 0.6, 2].map((farthest) => epochsShown(2, farthest)), [1, 1, 2, 2]);
  assert.equal(epochsShown(1, 0), 1);
});
