import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RaceModel } from '../race/race-model';
import { traceOf } from '../testing/traces.mjs';
import { finalHeights, follow, longerOf } from './coupling';

const row = (x) => [x, 0, x * x, 2 * x, 0, 0.4, 0.4];
const rows = (steps) => Array.from({ length: steps + 1 }, (_, i) => row(i + 1));

function shown(...series) {
  const model = new RaceModel();
  model.show(traceOf(...series), '', true, '', true);
  return model;
}

test('the longer race leads and the other follows as far as it goes', () => {
  const [short, long] = [shown({ rows: rows(5) }), shown({ rows: rows(20) })];
  assert.equal(longerOf(short, long), long);
  assert.equal(longerOf(long, short), long);
  long.seek(3);
  follow(long, short);
  assert.equal(short.step, 3);
  long.seek(12);
  follow(long, short);
  assert.equal(short.step, 5);
  long.seek(0);
  follow(long, short);
  assert.equal(short.step, 0);
});

test('a race that plays by itself is held by the one it follows', () => {
  const [one, two] = [shown({ rows: rows(5) }), shown({ rows: rows(5) })];
  two.play();
  follow(one, two);
  assert.deepEqual([two.playing, two.step], [false, 0]);
});

test('says what f comes to in each series of each race', () => {
  const one = shown({ rows: rows(2) }, { rows: rows(1), end: { outcome: 'diverged' } });
  const two = shown({ rows: rows(3), title: 'Adagrad' });
  const heights = finalHeights([one, two]);
  assert.deepEqual(heights.map(({ race, steps, f, diverged }) => [race, steps, f, diverged]), [
    [1, 2, 9, false], [1, 1, 4, true], [2, 3, 16, false],
  ]);
  assert.equal(heights[2].name, 'Adagrad');
  assert.deepEqual(finalHeights([new RaceModel()]), []);
});
