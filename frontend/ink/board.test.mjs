import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InkBoard } from './board';

const FIELD = 'objective=ellipse';

function boardOf() {
  const board = new InkBoard();
  board.hand = 'me';
  const hear = (now, keep = 0, strokes = [], aim = undefined, field = FIELD) => board.hear({ field, keep, strokes, aim }, now);
  const seen = (field = FIELD) => board.strokesOn(field).map(({ id, points }) => `${id}:${points}`);
  return { board, hear, seen };
}

test('ink is seen on its own surface alone', () => {
  const { board, hear, seen } = boardOf();
  assert.deepEqual(seen(), []);
  hear(0, 0, [{ id: 'a', from: 0, points: [1, 2] }], { hand: 'other', at: [3, 4] });
  assert.deepEqual(seen(), ['a:1,2']);
  assert.deepEqual(board.spotsOn(FIELD, 0, true).map(({ at }) => at), [[3, 4]]);
  assert.deepEqual([seen('objective=beale'), board.spotsOn('objective=beale', 0, true)], [[], []]);
});

test('what is no news changes nothing', () => {
  const { board, hear, seen } = boardOf();
  hear(0, 0, [{ id: 'a', from: 0, points: [1, 2] }]);
  board.hear(undefined, 1);
  assert.deepEqual(seen(), ['a:1,2']);
});

test('the hand is ahead of the room, and what it drew is there once', () => {
  const { board, hear, seen } = boardOf();
  hear(0);
  board.draw({ id: 'me/1', points: [1, 2, 3, 4] }, 10);
  assert.deepEqual(seen(), ['me/1:1,2,3,4']);
  hear(20, 0, [{ id: 'me/1', from: 0, points: [1, 2] }]);
  assert.deepEqual(seen(), ['me/1:1,2,3,4']);
  hear(30, 1, [{ id: 'me/1', from: 1, points: [3, 4] }]);
  hear(40, 0);
  assert.deepEqual(seen(), []);
});

test('what the room does not take is taken back, or not believed in for ever', () => {
  const { board, hear, seen } = boardOf();
  hear(0);
  board.draw({ id: 'me/1', points: [1, 2] }, 10);
  board.takeBack();
  assert.deepEqual(seen(), []);
  board.draw({ id: 'me/2', points: [1, 2] }, 10);
  hear(1000);
  assert.deepEqual(seen(), ['me/2:1,2']);
  hear(6000);
  assert.deepEqual(seen(), []);
});

test('one\u2019s own pointer is where the hand has it, not where it was told of', () => {
  const { board, hear } = boardOf();
  hear(0);
  board.aim([5, 5], 10);
  hear(20, 0, [], { hand: 'me', at: [1, 1] });
  assert.deepEqual(board.spotsOn(FIELD, 30, true).map(({ at }) => at), [[5, 5]]);
  hear(40, 0, [], { hand: 'other', at: [2, 2] });
  assert.equal(board.spotsOn(FIELD, 50, true).length, 2);
});

test('another surface has nothing of what the hand drew on this one', () => {
  const { board, hear, seen } = boardOf();
  hear(0);
  board.draw({ id: 'me/1', points: [1, 2] }, 10);
  hear(20, 0, [], undefined, 'objective=beale');
  assert.deepEqual([board.field, seen('objective=beale')], ['objective=beale', []]);
});

test('it is drawn and told of when something changes, until nobody watches', () => {
  const { board, hear } = boardOf();
  let drawn = 0;
  let told = 0;
  board.redraw = () => { drawn += 1; };
  const stop = board.watch(() => { told += 1; });
  hear(0);
  board.aim([1, 1], 1);
  assert.deepEqual([drawn, told], [2, 2]);
  stop();
  hear(2);
  assert.deepEqual([drawn, told], [3, 2]);
});

test('who follows looks where the teacher looks, once for each change, and who leads does not', () => {
  const { board } = boardOf();
  const followed = [];
  board.follow = (view) => followed.push(view);
  const hear = (view, field = FIELD) => board.hear({ field, keep: 0, strokes: [], view }, 0);
  hear([0, 1, 0, 1]);
  assert.deepEqual([followed, board.viewOn(FIELD)], [[], undefined]);
  board.hand = '';
  hear([0, 2, 0, 1]);
  hear([0, 2, 0, 1]);
  assert.deepEqual(followed, [[0, 2, 0, 1]]);
  assert.deepEqual([board.viewOn(FIELD), board.viewOn('objective=beale')], [[0, 2, 0, 1], undefined]);
  hear(undefined);
  assert.deepEqual(followed, [[0, 2, 0, 1], undefined]);
});
