import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MatrixNews } from './news';

/** A clock that is set by hand. */
function clock() {
  let time = 0;
  let waiting = [];
  return {
    now: () => time,
    later: (milliseconds, action) => {
      const one = { at: time + milliseconds, action };
      waiting.push(one);
      return () => { waiting = waiting.filter((other) => other !== one); };
    },
    pass: (milliseconds) => {
      time += milliseconds;
      const due = waiting.filter(({ at }) => at <= time);
      waiting = waiting.filter(({ at }) => at > time);
      due.forEach(({ action }) => action());
    },
  };
}

function news() {
  const told = [];
  const time = clock();
  return { told, time, news: new MatrixNews((matrix) => told.push(matrix), time) };
}

test('a drag of a second is told eight times, and where it ended', () => {
  const { told, time, news: one } = news();
  for (let i = 0; i < 60; i++) {
    one.made(`${i}`);
    time.pass(1000 / 60);
  }
  time.pass(200);
  assert.ok(told.length >= 7 && told.length <= 9, `${told.length}`);
  assert.equal(told[0], '0');
  assert.equal(told.at(-1), '59');
});

test('the same matrix is told once', () => {
  const { told, time, news: one } = news();
  one.made('1');
  time.pass(500);
  one.made('1');
  time.pass(500);
  assert.deepEqual(told, ['1']);
});

test('what was made before another matrix came is not told over it', () => {
  const { told, time, news: one } = news();
  one.made('1');
  time.pass(10);
  one.made('2');
  one.heard('7');
  time.pass(500);
  assert.deepEqual(told, ['1']);
  one.made('7');
  time.pass(500);
  assert.deepEqual(told, ['1']);
  one.made('1');
  assert.deepEqual(told, ['1', '1']);
});

test('a hand that comes back to where it was has told where it is', () => {
  const { told, time, news: one } = news();
  one.made('1');
  time.pass(10);
  one.made('2');
  one.made('1');
  time.pass(500);
  assert.deepEqual(told, ['1']);
});
