import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Telling } from './telling';

/** A clock that stands until it is moved, a millisecond at a time. */
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
      for (const end = time + milliseconds; time < end;) {
        time += 1;
        const now = due.filter(({ at }) => at <= time);
        due = due.filter(({ at }) => at > time);
        now.forEach(({ action }) => action());
      }
    },
    waits: () => due.length,
  };
}

function telling() {
  const clock = clockOf();
  const told = [];
  return { clock, told, telling: new Telling('w', (mark) => told.push({ ...mark, when: clock.now() }), clock) };
}

test('a pointer is told at once, then as it is newest, fifteen times a second at most', () => {
  const { clock, told, telling: hand } = telling();
  for (let i = 0; i < 200; i++) {
    hand.aim([i, i + 1]);
    clock.pass(5);
  }
  assert.ok(told.length <= 16 && told.length >= 14, `${told.length} in a second`);
  assert.deepEqual(told[0].places, [0, 1]);
  assert.deepEqual(told[1].places, [13, 14]);
  clock.pass(100);
  assert.deepEqual(told.at(-1).places, [199, 200]);
});

test('a pointer at rest is told of each second, and one that is lifted no more', () => {
  const { clock, told, telling: hand } = telling();
  hand.aim([1, 2]);
  clock.pass(3500);
  assert.deepEqual(told.map(({ when }) => when), [1000, 2000, 3000, 4000]);
  hand.aim(undefined);
  assert.deepEqual(told.at(-1).places, []);
  clock.pass(5000);
  assert.equal(told.length, 5);
  hand.aim(undefined);
  assert.deepEqual([told.length, clock.waits()], [5, 0]);
});

test('a stroke is told in pieces while it is drawn, none of it twice and none left out', () => {
  const { clock, told, telling: hand } = telling();
  let stroke = hand.begin([0, 0]);
  for (let i = 1; i <= 50; i++) {
    clock.pass(10);
    stroke = hand.draw(stroke, [i, 2 * i]);
  }
  clock.pass(500);
  assert.ok(told.length < 10);
  assert.ok(told.every((mark) => mark.kind === 'pen' && mark.stroke === 'w/1'));
  assert.deepEqual(told.map(({ from }) => from), told.map((_, i) =>
    told.slice(0, i).reduce((sum, { places }) => sum + places.length / 2, 0)));
  assert.deepEqual(told.flatMap(({ places }) => places), Array.from({ length: 51 }, (_, i) => [i, 2 * i]).flat());
});

test('many points at once go in pieces that the room takes, one after the other', () => {
  const { clock, told, telling: hand } = telling();
  let stroke = hand.begin([0, 0]);
  for (let i = 1; i < 200; i++) stroke = hand.draw(stroke, [i, i]);
  clock.pass(1000);
  assert.ok(told.every(({ places }) => places.length <= 120));
  assert.equal(told.flatMap(({ places }) => places).length, 400);
  assert.ok(told.every(({ when }, i) => i === 0 || when - told[i - 1].when >= 70));
});

test('a stroke that is too long goes on as another from where it is', () => {
  const { clock, told, telling: hand } = telling();
  let stroke = hand.begin([0, 0]);
  for (let i = 1; i <= 400; i++) stroke = hand.draw(stroke, [i, i]);
  clock.pass(2000);
  assert.equal(stroke.id, 'w/2');
  assert.deepEqual(stroke.points, [399, 399, 400, 400]);
  const second = told.filter((mark) => mark.stroke === 'w/2');
  assert.deepEqual([second[0].from, second[0].places.slice(0, 2)], [0, [399, 399]]);
});

test('strokes, undo and wipe keep their order, and what is wiped before it was told is not told', () => {
  const { clock, told, telling: hand } = telling();
  hand.begin([0, 0]);
  hand.begin([1, 1]);
  hand.undo();
  hand.begin([2, 2]);
  clock.pass(1000);
  assert.deepEqual(told.map(({ kind, stroke }) => stroke ?? kind), ['w/1', 'w/2', 'undo', 'w/3']);
  hand.begin([3, 3]);
  hand.begin([4, 4]);
  hand.wipe();
  clock.pass(1000);
  assert.deepEqual(told.slice(4).map(({ kind, stroke }) => stroke ?? kind), ['w/4', 'wipe']);
});

test('what is forgotten or stopped is not told', () => {
  for (const way of ['forget', 'stop']) {
    const { clock, told, telling: hand } = telling();
    hand.aim([0, 0]);
    hand.begin([1, 1]);
    hand[way]();
    clock.pass(5000);
    assert.deepEqual([told.length, clock.waits()], [1, 0], way);
  }
});

test('of what is looked at the newest is told, and it is not lost to what is wiped', () => {
  const { clock, told, telling: hand } = telling();
  hand.look([0, 1, 0, 1]);
  hand.look([0, 2, 0, 1]);
  hand.look([0, 3, 0, 1]);
  hand.wipe();
  clock.pass(1000);
  assert.deepEqual(told.map(({ kind, places }) => `${kind}:${places ?? ''}`), ['look:0,1,0,1', 'look:0,3,0,1', 'wipe:']);
  hand.look([]);
  assert.deepEqual(told.at(-1).places, []);
});
