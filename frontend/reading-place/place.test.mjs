import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeAt } from './place';

test('it is the last place that has passed the line', () => {
  assert.equal(placeAt([-900, -200, 100, 700], 300), 2);
  assert.equal(placeAt([-900, -200, 301, 700], 300), 1);
  assert.equal(placeAt([-900, -200, 300], 300), 2);
});

test('before any has, it is the first', () => {
  assert.equal(placeAt([400, 900], 300), 0);
  assert.equal(placeAt([], 300), 0);
});
