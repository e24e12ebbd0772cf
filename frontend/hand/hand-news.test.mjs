import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { HandNews } from './hand-news';

mock.timers.enable({ apis: ['setTimeout'] });

const page = new EventTarget();
globalThis.addEventListener = page.addEventListener.bind(page);
globalThis.removeEventListener = page.removeEventListener.bind(page);

function watched() {
  const seen = [];
  return { news: new HandNews((final) => seen.push(final ? 'told at rest' : 'told')), seen };
}

test('who is followed tells the page once, at rest', () => {
  const { news, seen } = watched();
  news.moved(true, true);
  mock.timers.tick(1000);
  news.moved(true, true);
  assert.deepEqual(seen, []);
  news.rest();
  news.rest();
  assert.deepEqual(seen, ['told at rest']);
});

test('keys rest by themselves', () => {
  const { news, seen } = watched();
  news.moved(true, false);
  mock.timers.tick(300);
  news.moved(true, false);
  mock.timers.tick(300);
  assert.deepEqual(seen, []);
  mock.timers.tick(200);
  assert.deepEqual(seen, ['told at rest']);
});

test('keys rest when somebody turns to something else', () => {
  for (const way of ['pointerdown', 'focusin']) {
    const { news, seen } = watched();
    news.moved(true, false);
    page.dispatchEvent(new Event(way));
    assert.deepEqual(seen, ['told at rest']);
    page.dispatchEvent(new Event(way));
    mock.timers.tick(1000);
    assert.deepEqual(seen, ['told at rest']);
  }
});

test('who is not followed tells the page as it moves, not too often, and always where it ends', () => {
  const { news, seen } = watched();
  for (let i = 0; i < 5; i++) news.moved(false, true);
  assert.equal(seen.filter((word) => word === 'told').length, 1);
  mock.timers.tick(100);
  assert.equal(seen.filter((word) => word === 'told').length, 2);
  mock.timers.tick(1000);
  assert.equal(seen.filter((word) => word === 'told').length, 2);
  news.rest();
  assert.equal(seen.at(-1), 'told at rest');
});
