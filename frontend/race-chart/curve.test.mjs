import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisFor, heightOf, thin, zeroNotShown } from './curve';

const curve = (fs, diverged = false) => ({ points: fs.map((f, step) => ({ step, f })), diverged });

test('thinning keeps ends and extremes within the limit', () => {
  const values = Float64Array.from({ length: 10_001 }, (_, i) => Math.sin(i / 50));
  values[1234] = 9;
  values[7777] = -9;
  const points = thin(values, 500);
  assert.ok(points.length <= 500);
  assert.deepEqual([points[0].step, points.at(-1).step], [0, 10_000]);
  assert.ok(points.some(({ f }) => f === 9) && points.some(({ f }) => f === -9));
  points.forEach(({ step }, i) => assert.ok(i === 0 || step > points[i - 1].step));
});

test('few points stay as they are', () => {
  assert.equal(thin([3, 2, 1], 500).length, 3);
  assert.deepEqual(thin([], 500), []);
});

test('the axis is logarithmic unless a value is negative, and its labels are whole decades', () => {
  const axis = axisFor([curve([10.5, 1, 1e-5])]);
  assert.equal(axis.log, true);
  assert.ok(axis.min <= -5 && axis.max >= Math.log10(10.5));
  assert.equal((axis.max - axis.min) % axis.intervals, 0);
  assert.equal(axisFor([curve([10, -1])]).log, false);
  assert.equal(axisFor([curve([10, 0])]).log, true);
  assert.equal(heightOf(0, true), null);
});

test('a series that runs away leaves the others readable', () => {
  for (const told of [true, false]) {
    const { max } = axisFor([curve([10, 1, 0.1]), curve([10, 1e100, 1e299], told)]);
    assert.ok(max < 6, `${max}`);
  }
  assert.ok(axisFor([curve([10, 1e100], true)]).max >= 100);
});

test('nothing to draw still makes an axis', () => {
  const { min, max } = axisFor([]);
  assert.ok(max > min);
});

test('a curve that reaches 0 is told of where the axis cannot show it', () => {
  const newton = curve([10.5, 0, 0]);
  const sgd = curve([10.5, 4, 2]);
  assert.equal(zeroNotShown(newton, axisFor([newton, sgd])), 1);
  assert.equal(zeroNotShown(sgd, axisFor([newton, sgd])), undefined);
  const below = curve([1, -1]);
  assert.equal(zeroNotShown(newton, axisFor([newton, below])), undefined);
});
