import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, wasLost, write } from './kept.ts';

const KEPT = {
  session: 'a', address: '/lab/surface?steps=20', at: 1_000_000, scroll: 12, fields: [{ key: 'k', value: 'x1^2 +' }],
  races: [{ query: 'q', step: 7, playing: false }],
};
const MINUTE = 60_000;

test('what is written is read back', () => {
  assert.deepEqual(read(write(KEPT)), KEPT);
});

test('what is none is none', () => {
  for (const text of [null, '', '{', 'null', '3', '[]', '{}', JSON.stringify({ ...KEPT, races: 3 }), JSON.stringify({ ...KEPT, at: 'x' })]) {
    assert.equal(read(text), undefined, String(text));
  }
});

test('too much is not kept', () => {
  assert.equal(write({ ...KEPT, fields: [{ key: 'k', value: 'x'.repeat(200_001) }] }), undefined);
});

test('a page is lost where another session knows the same address soon after', () => {
  assert.equal(wasLost(KEPT, 'b', KEPT.address, KEPT.at + MINUTE), true);
  assert.equal(wasLost(KEPT, 'a', KEPT.address, KEPT.at + MINUTE), false, 'loaded again by its reader');
  assert.equal(wasLost(KEPT, 'b', '/lab/surface', KEPT.at + MINUTE), false, 'another page');
  assert.equal(wasLost(KEPT, 'b', KEPT.address, KEPT.at + 31 * MINUTE), false, 'long ago');
  assert.equal(wasLost(KEPT, 'b', KEPT.address, KEPT.at - MINUTE), false, 'a clock that was set back');
});
