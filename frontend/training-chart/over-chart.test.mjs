import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromX, fromY, toX, toY } from '../race-surface/viewport';
import { overChart } from './over-chart';

const AXES = { epochs: { min: 0, max: 2 }, losses: { min: 0.2, max: 0.6 } };
const DESK = { left: 50, top: 20, width: 600, height: 300 };
const PHONE = { left: 44, top: 18, width: 280, height: 210 };

test('the corners of the grid are the ends of its axes', () => {
  const view = overChart(DESK, AXES, 670, 360);
  assert.deepEqual([fromX(view, 50), fromX(view, 650)].map((x) => Math.round(x * 1e9) / 1e9 + 0), [0, 2]);
  assert.deepEqual([fromY(view, 20), fromY(view, 320)].map((y) => +y.toFixed(12)), [0.6, 0.2]);
});

test('what is drawn at a data point lies at it on a chart of another size and with other axes', () => {
  const desk = overChart(DESK, AXES, 670, 360);
  const at = [fromX(desk, 350), fromY(desk, 95)]; // epoch 1, a quarter down
  assert.ok(Math.abs(at[0] - 1) < 1e-12 && Math.abs(at[1] - 0.5) < 1e-12);
  const phone = overChart(PHONE, { epochs: { min: 0, max: 4 }, losses: { min: 0, max: 1 } }, 340, 260);
  assert.ok(Math.abs(toX(phone, at[0]) - (44 + 280 / 4)) < 1e-9);
  assert.ok(Math.abs(toY(phone, at[1]) - (18 + 105)) < 1e-9);
});

test('without a grid, or with an axis of no length, there is nothing to draw over', () => {
  assert.equal(overChart({ ...DESK, width: 0 }, AXES, 670, 360), undefined);
  assert.equal(overChart(DESK, { ...AXES, losses: { min: 1, max: 1 } }, 670, 360), undefined);
  assert.equal(overChart(DESK, { ...AXES, epochs: { min: 0, max: NaN } }, 670, 360), undefined);
});
