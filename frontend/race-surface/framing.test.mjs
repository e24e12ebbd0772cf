import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Trace } from '../race/trace';
import { framed, misfits } from './framing';

const WINDOW = [-4, 4, -3, 3];

function race(...ways) {
  const trace = new Trace({
    kind: 'race', steps: 10, start: [-3, 2],
    objective: { name: 'bowl', title: 'Bowl', tex: '', window: WINDOW, minima: [], kappa: null },
    series: ways.map(() => ({ spec: '', optimizer: 'sgd', title: 'Sgd', lr: 1, memories: [], columns: ['x1', 'x2', 'f'] })),
  });
  ways.forEach((way, i) => trace.append({ series: i, stride: 3, values: Float64Array.from(way.flatMap((at) => [...at, 0])) }));
  return framed(trace.header, trace.series);
}

test('ways inside the window of the objective leave it as it is', () => {
  assert.deepEqual(race([[-3, 2], [0, 0]], [[-3, 2], [4, -3]]), WINDOW);
});

test('a way that leaves it and stays near widens it, with some air', () => {
  const [left, right, bottom, top] = race([[-3, 2], [6, 0], [0, -4]]);
  assert.ok(right > 6 && right < 7 && bottom < -4 && bottom > -5);
  assert.ok(left <= -4 && top >= 3);
});

test('a way that runs away has no say, and hides none of the others', () => {
  assert.deepEqual(race([[-3, 2], [6, 0], [20, 0]]), WINDOW);
  assert.deepEqual(race([[-3, 2], [NaN, 0]]), WINDOW);
  assert.ok(race([[-3, 2], [1e300, 0]], [[-3, 2], [6, 0]])[1] > 6);
});

test('a view gives way where it cuts off, or shows far more than is needed', () => {
  assert.ok(!misfits(WINDOW, WINDOW));
  assert.ok(misfits([-4, 4, -3, 2.9], WINDOW));
  assert.ok(!misfits([-5, 5, -4, 4], WINDOW));
  assert.ok(misfits([-8, 8, -4, 4], WINDOW));
});
