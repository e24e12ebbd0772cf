import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, mapBeside, mapIn, MAPS } from './place';

test('a hash names a map, and any other the sweep', () => {
  for (const map of MAPS) assert.equal(mapIn(hashOf(map)), map);
  assert.equal(mapIn('#content'), 'sweep');
});

test('keys go round the tabs', () => {
  assert.equal(mapBeside('cloud', 'ArrowRight'), 'sweep');
  assert.equal(mapBeside('sweep', 'ArrowLeft'), 'cloud');
  assert.equal(mapBeside('heat', 'Home'), 'sweep');
  assert.equal(mapBeside('heat', 'x'), undefined);
});
