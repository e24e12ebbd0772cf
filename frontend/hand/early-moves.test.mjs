import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOn, sparsely } from './early-moves';

test('a pointer puts the middle of the thumb under it, and no further than to the ends', () => {
  const way = { left: 109, length: 182 };
  assert.equal(placeOn(way, 109), 0);
  assert.equal(placeOn(way, 200), 0.5);
  assert.equal(placeOn(way, 291), 1);
  assert.equal(placeOn(way, 0), 0);
  assert.equal(placeOn(way, 5000), 1);
});

test('a slider without any way stays at its start', () => {
  assert.equal(placeOn({ left: 10, length: 0 }, 50), 0);
  assert.equal(placeOn({ left: 10, length: -4 }, 50), 0);
});

test('of moves that come faster than they can matter some are passed on', () => {
  const passed = [];
  const listener = sparsely((event) => passed.push(event.timeStamp));
  for (let at = 100; at < 112; at++) listener({ timeStamp: at });
  listener({ timeStamp: 500 });
  assert.deepEqual(passed, [100, 103, 106, 109, 500]);
});
