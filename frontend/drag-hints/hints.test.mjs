import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HINTS, hintOf } from './hints';

test('each of the three hints goes once its thing was dragged', () => {
  const gone = [{ parameter: 'start', value: '1,1' }, { parameter: 'rotate', value: '3' }, { run: 0, lr: 1 }].map(hintOf);
  assert.deepEqual(new Set(gone), new Set(HINTS));
  assert.equal(hintOf({ parameter: 'steps', value: '3' }), undefined);
});
