import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RaceModel } from '../race/race-model';
import { traceOf } from '../testing/traces.mjs';
import { RaceFollower } from './race-follower';

const row = (x) => [x, 0, x * x, 2 * x, 0, 0.4, 0.4];
const race = (steps) => traceOf({ rows: Array.from({ length: steps + 1 }, (_, i) => row(i)) });
const scene = (changes) => ({
  revision: 1, kind: 'race', run: 'A', field: '', step: 7, playing: false, speed: 1, elapsed: 0, scheme: null,
  frozen: false, ...changes,
});

/** A race that its scene follows as the element does it. */
function following({ reduced = false } = {}) {
  const model = new RaceModel();
  const follower = new RaceFollower();
  const clock = { now: 0 };
  const apply = () => follower.apply(model, clock.now, reduced);
  model.subscribe((change) => { if (change === 'trace') apply(); });
  return {
    model, clock,
    tell: (changes) => { follower.want(scene(changes), clock.now); apply(); },
    arrive: (run, trace = race(20), animate = true) => model.show(trace, '', animate, run),
    again: () => { follower.again(); apply(); },
  };
}

test('a scene goes to its step and rests there', () => {
  const { model, tell, arrive } = following();
  arrive('A');
  tell({ step: 7 });
  assert.deepEqual([model.step, model.playing], [7, false]);
});

test('a scene that comes before its run waits for it', () => {
  const { model, tell, arrive } = following();
  arrive('other');
  tell({ step: 7, speed: 2 });
  assert.deepEqual([model.playing, model.speed], [true, 1]);
  arrive('A');
  assert.deepEqual([model.step, model.playing, model.speed], [7, false, 2]);
});

test('who joins late is where the others are, with the time of loading', () => {
  const { model, clock, tell, arrive } = following();
  tell({ step: 0, playing: true, elapsed: 0.9 });
  clock.now = 600;
  arrive('A');
  assert.deepEqual([model.step, model.playing], [10, true]); // 20 steps take 3 s
});

test('who joins after the end is at the end', () => {
  const { model, tell, arrive } = following();
  tell({ step: 0, playing: true, elapsed: 1000 });
  arrive('A');
  assert.deepEqual([model.step, model.playing], [20, false]);
});

test('a newer scene wins over one still waiting', () => {
  const { model, tell, arrive } = following();
  tell({ revision: 1, run: 'A', step: 3 });
  tell({ revision: 2, run: 'B', step: 5 });
  arrive('A');
  const atA = model.step;
  arrive('B');
  assert.deepEqual([atA, model.step, model.playing], [0, 5, false]);
});

test('a run that comes in parts is shown again once it is whole', () => {
  const { model, tell } = following();
  tell({ step: 12 });
  const trace = race(5);
  trace.complete = false;
  model.show(trace, '', true, 'A');
  assert.equal(model.step, 5);
  for (let x = 6; x <= 20; x++) trace.append({ series: 0, stride: 7, values: Float64Array.from(row(x)) });
  trace.complete = true;
  model.grown(5);
  assert.equal(model.step, 12);
});

test('what the hand changes stays until the next scene, or until following again', () => {
  const { model, tell, arrive, again } = following();
  arrive('A');
  tell({ step: 7 });
  model.seek(2);
  model.grown(20);
  assert.equal(model.step, 2);
  again();
  assert.equal(model.step, 7);
});

test('who wants no motion sees the end of what plays', () => {
  const { model, tell, arrive } = following({ reduced: true });
  tell({ step: 0, playing: true });
  arrive('A', race(20), false);
  assert.deepEqual([model.step, model.playing], [20, false]);
});
