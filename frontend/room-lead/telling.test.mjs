import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RaceModel } from '../race/race-model';
import { traceOf } from '../testing/traces.mjs';
import { Telling } from './telling';

/** A clock that stands until it is moved. */
function clockOf() {
  let time = 1000;
  let due = [];
  return {
    now: () => time,
    later(milliseconds, action) {
      const entry = { at: time + milliseconds, action };
      due.push(entry);
      return () => { due = due.filter((other) => other !== entry); };
    },
    pass(milliseconds) {
      time += milliseconds;
      const now = due.filter(({ at }) => at <= time);
      due = due.filter(({ at }) => at > time);
      now.forEach(({ action }) => action());
    },
  };
}

function leading(steps = 20) {
  const model = new RaceModel();
  const clock = clockOf();
  const told = [];
  const telling = new Telling(
    () => (model.trace ? { step: model.step, playing: model.playing, speed: model.speed } : undefined),
    (shown) => told.push(shown), clock);
  model.subscribe(() => telling.changed());
  const rows = Array.from({ length: steps + 1 }, (_, i) => [i, 0, i, 0, 0, 0.4, 0.4]);
  return { model, clock, told, telling, show: (animate) => model.show(traceOf({ rows }), '', animate) };
}

test('nothing is told before there is a race, and its first sight once', () => {
  const { telling, told, show } = leading();
  telling.changed();
  assert.deepEqual(told, []);
  show(false);
  assert.deepEqual(told, [{ step: 20, playing: false, speed: 1 }]);
});

test('steps sought by hand are told ten times a second at most, the last one always', () => {
  const { model, clock, told, show } = leading();
  show(false);
  for (let step = 19; step >= 5; step--) {
    model.seek(step);
    clock.pass(10);
  }
  clock.pass(1000);
  assert.deepEqual(told.map(({ step }) => step), [20, 10, 5]);
});

test('play is told as it begins and as it ends, not between', () => {
  const { model, clock, told, show } = leading();
  show(true);
  for (let i = 0; i < 40; i++) {
    model.advance(0.1);
    clock.pass(100);
  }
  assert.deepEqual(told.map(({ step, playing }) => [step, playing]), [[0, true], [20, false]]);
});

test('a pause in the middle tells where, and a pressed button does not wait', () => {
  const { model, told, show } = leading();
  show(true);
  model.advance(1.5);
  model.pause();
  model.setSpeed(2);
  assert.deepEqual(told.map(({ step, playing, speed }) => [step, playing, speed]),
    [[0, true, 1], [10, false, 1], [10, false, 2]]);
});

test('what another hand did is not told back, and what this one does next is', () => {
  const { model, clock, told, telling, show } = leading();
  show(false);
  telling.heard({ step: 7, playing: false }, () => model.seek(7));
  clock.pass(1000);
  assert.equal(told.length, 1);
  model.seek(8);
  clock.pass(1000);
  assert.deepEqual(told.slice(1).map(({ step, playing }) => [step, playing]), [[8, false]]);
});

test('a step sought here that was to be told gives way to what another hand did', () => {
  const { model, clock, told, telling, show } = leading();
  show(false);
  model.seek(3);
  telling.heard({ step: 7, playing: false }, () => model.seek(7));
  clock.pass(1000);
  assert.equal(told.length, 1);
});

test('a play that another hand began is told as it ends', () => {
  const { model, told, telling, show } = leading();
  show(false);
  telling.heard({ step: 0, playing: true }, () => {
    model.seek(0);
    model.play();
    model.advance(0.5);
  });
  assert.equal(told.length, 1);
  model.advance(60);
  assert.deepEqual(told.slice(1).map(({ step, playing }) => [step, playing]), [[20, false]]);
});

test('a play that has ended before it was heard of is told as ended', () => {
  const { model, told, telling, show } = leading();
  show(false);
  telling.heard({ step: 0, playing: true }, () => {
    model.seek(0);
    model.play();
    model.advance(60);
  });
  assert.deepEqual(told.slice(1).map(({ step, playing }) => [step, playing]), [[20, false]]);
});

test('who has stopped telling says nothing of what was planned', () => {
  const { model, clock, telling, told, show } = leading();
  show(false);
  model.seek(3);
  telling.stop();
  clock.pass(1000);
  assert.equal(told.length, 1);
});
