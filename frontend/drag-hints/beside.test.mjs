import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beside, overlap } from './beside.ts';

const ROOM = { left: 0, top: 0, right: 1000, bottom: 700 };
const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const placed = ({ left, top }) => box(left, top, 200, 30);

test('it stands below where nothing is there', () => {
  const target = box(400, 300, 100, 20);
  const spot = beside(target, 200, 30, ROOM, []);
  assert.equal(spot.side, 'below');
  assert.equal(spot.left + spot.tip, 450);
  assert.equal(overlap(placed(spot), target), 0);
});

test('it goes where it covers nothing that one takes hold of', () => {
  const target = box(400, 300, 100, 20);
  const below = box(300, 322, 300, 60);
  const above = box(300, 240, 300, 58);
  const right = box(505, 250, 300, 100);
  assert.equal(beside(target, 200, 30, ROOM, [below]).side, 'above');
  assert.equal(beside(target, 200, 30, ROOM, [below, above]).side, 'right');
  assert.equal(beside(target, 200, 30, ROOM, [below, above, right]).side, 'left');
});

test('it stays in its room, and its tip still points', () => {
  const spot = beside(box(2, 680, 20, 15), 200, 30, ROOM, []);
  assert.equal(spot.side, 'above');
  assert.ok(spot.left >= 0 && spot.left + 200 <= 1000 && spot.top >= 0);
  assert.ok(spot.tip >= 14 && spot.tip <= 186);
});

test('where all is taken it covers least, and never what it speaks of', () => {
  const target = box(400, 300, 100, 20);
  const all = [box(0, 322, 1000, 378), box(0, 0, 1000, 298), box(0, 298, 398, 24), box(502, 308, 498, 4)];
  const spot = beside(target, 200, 30, ROOM, all);
  assert.equal(spot.side, 'right');
  assert.equal(overlap(placed(spot), target), 0);
});
