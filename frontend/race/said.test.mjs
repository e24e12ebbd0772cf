import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceOf } from '../testing/traces.mjs';
import { saidAt, saidHeight } from './said';

const [series] = traceOf({ rows: [[-5, -2, 10.5, -1, -8, NaN, NaN], [-1e-9, -1e-162, 1e-33, 1e-15, 1e-14, 1e-40, 0.4]] }).series;
const said = (column) => saidAt(series, 1, column);

test('what is nothing beside the start is 0 to people', () => {
  assert.equal(said('x2'), 0);
  assert.equal(said('f'), 0);
  assert.equal(said('g1'), 1e-15);
  assert.equal(saidAt(series, 0, 'x2'), -2);
});

test('what is small and something stays, and so do rates', () => {
  assert.deepEqual([said('x1'), said('g2'), said('rate1')], [-1e-9, 1e-14, 1e-40]);
  assert.deepEqual([saidHeight(1e-20, 10), saidHeight(1e-33, 1e-3), saidHeight(1e-40, 0)], [1e-20, 1e-33, 1e-40]);
  assert.ok(Number.isNaN(saidAt(series, 0, 'rate1')));
});
