import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canRedo, canUndo, placeOf, withPlace } from './steps';

test('a place is kept beside what else an entry holds', () => {
  const state = withPlace({ other: 1 }, { token: 'a', step: 2 });
  assert.equal(state.other, 1);
  assert.deepEqual(placeOf(state), { token: 'a', step: 2 });
  assert.equal(placeOf(null), undefined);
  assert.equal(placeOf({ 'descent-step': 'three' }), undefined);
  assert.deepEqual(placeOf(withPlace(null, { token: 'b', step: 0 })), { token: 'b', step: 0 });
});

test('only steps of the same visit are undone and redone', () => {
  assert.equal(canUndo(undefined), false);
  assert.equal(canUndo({ token: 'a', step: 0 }), false);
  assert.equal(canUndo({ token: 'a', step: 1 }), true);
  assert.equal(canRedo({ token: 'a', step: 1 }, { token: 'a', step: 2 }), true);
  assert.equal(canRedo({ token: 'a', step: 2 }, { token: 'a', step: 2 }), false);
  assert.equal(canRedo({ token: 'b', step: 0 }, { token: 'a', step: 2 }), false);
  assert.equal(canRedo(undefined, { token: 'a', step: 2 }), false);
});
