import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pointer } from './pointer';

test('a pointer is where it was first aimed, glides to the next place and comes to rest there', () => {
  const pointer = new Pointer(80);
  assert.equal(pointer.spot(0, false), undefined);
  pointer.aim([0, 0], 100);
  assert.deepEqual(pointer.spot(100, false).at, [0, 0]);
  pointer.aim([4, 8], 200);
  assert.deepEqual([200, 240, 280, 400].map((now) => pointer.spot(now, false).at), [[0, 0], [2, 4], [4, 8], [4, 8]]);
});

test('it draws a trail that fades', () => {
  const pointer = new Pointer(0);
  for (let i = 0; i <= 3; i++) {
    pointer.aim([i, 0], 100 * i);
    pointer.spot(100 * i, false);
  }
  const { trail } = pointer.spot(300, false);
  assert.deepEqual(trail.map(({ at }) => at[0]), [0, 1, 2, 3]);
  assert.ok(trail.every(({ left }, i) => left > 0 && left <= 1 && (i === 0 || left > trail[i - 1].left)));
  assert.deepEqual(pointer.spot(600, false).trail.map(({ at }) => at[0]), [2, 3]);
});

test('who wants no motion sees neither trail nor glide', () => {
  const pointer = new Pointer(80);
  pointer.aim([0, 0], 0);
  pointer.aim([4, 8], 10);
  assert.deepEqual(pointer.spot(11, true), { at: [4, 8], trail: [] });
  assert.equal(pointer.rests(11, true), 1999);
});

test('it is gone when it is lifted, and when nothing is heard of it for two seconds', () => {
  const pointer = new Pointer(80);
  pointer.aim([1, 1], 0);
  pointer.aim(undefined, 10);
  assert.equal(pointer.spot(11, false), undefined);
  pointer.aim([1, 1], 1000);
  pointer.aim([1, 1], 2000);
  assert.deepEqual(pointer.spot(3900, false).at, [1, 1]);
  assert.equal(pointer.spot(4000, false), undefined);
  assert.equal(pointer.rests(4000, false), undefined);
});

test('one that comes back does not glide from where it was, and has no old trail', () => {
  const pointer = new Pointer(80);
  pointer.aim([0, 0], 0);
  pointer.spot(0, false);
  pointer.aim(undefined, 10);
  pointer.aim([9, 9], 20);
  assert.deepEqual(pointer.spot(20, false), { at: [9, 9], trail: [{ at: [9, 9], left: 1 }] });
});

test('it is drawn at each frame while it moves or its trail fades, and then not before it is gone', () => {
  const pointer = new Pointer(80);
  pointer.aim([0, 0], 0);
  pointer.spot(0, false);
  pointer.aim([1, 0], 100);
  pointer.spot(150, false);
  assert.equal(pointer.rests(150, false), 0);
  pointer.spot(190, false);
  assert.equal(pointer.rests(300, false), 0);
  pointer.spot(700, false);
  assert.equal(pointer.rests(700, false), 1400);
});
