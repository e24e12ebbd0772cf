import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceOf } from '../testing/traces.mjs';
import { durationOf } from './pace';
import { RaceModel } from './race-model';

const row = (x) => [x, 0, x * x, 2 * x, 0, 0.4, 0.4];
const race = (steps) => traceOf({ rows: Array.from({ length: steps + 1 }, (_, i) => row(i)) });

test('short and long races take about three and ten seconds', () => {
  assert.equal(durationOf(20), 3);
  assert.ok(Math.abs(durationOf(10_000) - 10) < 1e-9);
  assert.ok(durationOf(1) < 1.5);
});

test('the first race plays to its end and stops there', () => {
  const model = new RaceModel();
  model.show(race(20), 'objective=ellipse', true);
  assert.equal(model.playing, true);
  model.advance(1.5);
  assert.equal(model.step, 10);
  model.advance(1.6);
  assert.deepEqual([model.step, model.playing], [20, false]);
});

test('without animation the last step is shown', () => {
  const model = new RaceModel();
  model.show(race(20), '', false);
  assert.deepEqual([model.step, model.playing], [20, false]);
});

test('another race on the same objective keeps the shown step, or the end', () => {
  const model = new RaceModel();
  model.show(race(20), '', false);
  model.show(race(30), '', true);
  assert.deepEqual([model.step, model.playing], [30, false]);
  model.seek(9);
  model.show(race(20), '', true);
  assert.equal(model.step, 9);
  model.show(race(5), '', true);
  assert.equal(model.step, 5);
});

test('playing at the end begins anew, and steps stay within the race', () => {
  const model = new RaceModel();
  model.show(race(3), '', false);
  model.play();
  assert.deepEqual([model.step, model.playing], [0, true]);
  model.seek(99);
  assert.equal(model.step, 3);
  model.seek(-1);
  assert.equal(model.step, 0);
});

test('where all is still, the first race and one on another objective wait at their start; others are like any', () => {
  const model = new RaceModel();
  model.show(race(20), '', true, '', true);
  assert.deepEqual([model.step, model.playing], [0, false]);
  model.seek(20);
  model.show(race(30), '', true, '', true);
  assert.equal(model.step, 30);
  const other = race(30);
  other.header.objective.name = 'beale';
  model.show(other, '', true, '', true);
  assert.deepEqual([model.step, model.playing], [0, false]);
});

test('the time left is that of the steps left, at the speed', () => {
  const model = new RaceModel();
  model.show(race(20), '', true);
  model.advance(1.5);
  assert.ok(Math.abs(model.secondsLeft - 1.5) < 1e-9);
  model.setSpeed(2);
  assert.ok(Math.abs(model.secondsLeft - 0.75) < 1e-9);
});
