import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, middle } from './thumbnail';

test('counts the bytes of a data: address', () => {
  for (const bytes of [0, 1, 2, 3, 100, 6144]) {
    assert.equal(bytesOf(`data:image/webp;base64,${Buffer.alloc(bytes).toString('base64')}`), bytes);
  }
});

test('takes the middle in the shape that is asked for', () => {
  assert.deepEqual(middle(400, 100, 1.6), [120, 0, 160, 100]);
  assert.deepEqual(middle(160, 300, 1.6), [0, 100, 160, 100]);
});
