import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { HandNews } from './hand-news';

mock.timers.enable({ apis: ['setTimeout'] });
globalThis.CustomEvent ??= class extends Event {};

function watched(followed) {
  const host = new EventTarget();
  const seen = [];
  host.addEventListener('hand-move', (event) => { seen.push('move'); if (followed) event.preventDefault(); });
  host.addEventListener('hand-rest', () => seen.push('rest'));
  return { news: new HandNews((final) => seen.push(final ? 'told at rest' : 'told'), host), seen };
}

const MOVE = { run: 0, lr: 1 };

test('who is followed tells the page once, at rest', () => {
  const { news, seen } = watched(true);
  news.moved(MOVE, true);
  mock.timers.tick(1000);
  news.moved(MOVE, true);
  news.rest();
  news.rest();
  assert.deepEqual(seen, ['move', 'move', 'rest', 'told at rest']);
});

test('keys rest by themselves', () => {
  const { news, seen } = watched(true);
  news.moved(MOVE, false);
  mock.timers.tick(300);
  news.moved(MOVE, false);
  mock.timers.tick(300);
  assert.deepEqual(seen, ['move', 'move']);
  mock.timers.tick(200);
  assert.deepEqual(seen, ['move', 'move', 'rest', 'told at rest']);
});

test('who is not followed tells the page as it moves, not too often, and always where it ends', () => {
  const { news, seen } = watched(false);
  for (let i = 0; i < 5; i++) news.moved(MOVE, true);
  assert.deepEqual(seen.filter((word) => word === 'told').length, 1);
  mock.timers.tick(100);
  assert.deepEqual(seen.filter((word) => word === 'told').length, 2);
  mock.timers.tick(1000);
  assert.deepEqual(seen.filter((word) => word === 'told').length, 2);
  news.rest();
  assert.equal(seen.at(-1), 'told at rest');
});
