import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between } from './glide';
import { Stillness } from './stillness';

test('a glide begins and ends where it should, and gains pace in between', () => {
  assert.deepEqual(between([0, 10], [1, 20], 0), [0, 10]);
  assert.deepEqual(between([0, 10], [1, 20], 1), [1, 20]);
  assert.deepEqual(between([0, 10], [1, 20], 0.5), [0.5, 15]);
  assert.ok(between([0], [1], 0.1)[0] < 0.1);
});

test('nothing moves while a pointer holds something; the last thing asked for is done after it', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new EventTarget();
  page.setTimeout = (...all) => setTimeout(...all);
  globalThis.window = page;
  const pointer = (type) => page.dispatchEvent(Object.assign(new Event(type), { pointerId: 1 }));
  const done = [];
  const stillness = new Stillness();
  stillness.connect();

  stillness.then(() => done.push('free'));
  t.mock.timers.tick(1000);
  pointer('pointerdown');
  stillness.then(() => done.push('held'));
  t.mock.timers.tick(5000);
  stillness.then(() => done.push('last'));
  t.mock.timers.tick(5000);
  assert.deepEqual(done, ['free']);
  pointer('pointerup');
  t.mock.timers.tick(1000);
  assert.deepEqual(done, ['free', 'last']);

  stillness.then(() => done.push('gone'));
  stillness.disconnect();
  t.mock.timers.tick(1000);
  assert.deepEqual(done, ['free', 'last']);
  delete globalThis.window;
});
