import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ink, inkNewsOf } from './ink';

const NEWS = {
  field: 'objective=ellipse', aim: { hand: 'a', at: [1, -2.5] }, keep: 1,
  strokes: [{ id: 'a/2', from: 0, points: [0, 1, 2, 3] }], view: [-1, 1, -0.5, 2],
};

test('news are read as they were sent', () => {
  assert.deepEqual(inkNewsOf(JSON.stringify(NEWS)), NEWS);
  assert.deepEqual(inkNewsOf('{"field":"","keep":0,"strokes":[]}'), { field: '', aim: undefined, keep: 0, strokes: [], view: undefined });
  assert.deepEqual(inkNewsOf('{"field":"","aim":{"hand":"","at":[]},"keep":0,"strokes":[]}').aim, { hand: '', at: undefined });
});

test('what is no news is none', () => {
  const bad = [
    '', '{', 'null', '7', '[]', '{}', '{"field":"","keep":-1,"strokes":[]}', '{"field":"","keep":0.5,"strokes":[]}',
    '{"field":"","keep":0}', '{"field":7,"keep":0,"strokes":[]}', '{"field":"","keep":0,"strokes":[null]}',
    '{"field":"","keep":0,"strokes":[{"id":"a","from":0,"points":[1]}]}',
    '{"field":"","keep":0,"strokes":[{"id":"a","from":0,"points":[1,null]}]}',
    '{"field":"","keep":0,"strokes":[{"id":"a","from":-1,"points":[1,2]}]}',
    '{"field":"","keep":0,"strokes":[{"from":0,"points":[1,2]}]}',
  ];
  for (const data of bad) assert.equal(inkNewsOf(data), undefined, data);
});

test('a place that is none is nowhere', () => {
  for (const at of [[1], [1, 2, 3], ['1', '2'], null, 'x']) {
    assert.equal(inkNewsOf(JSON.stringify({ ...NEWS, aim: { hand: 'a', at } })).aim.at, undefined);
  }
});

test('a view that is no part of the plane is none', () => {
  for (const view of [undefined, null, [], [1, 2, 3], [1, 1, 0, 1], [0, 1, 2, 1], [0, 1, 0, '1'], [0, 1, null, 1], [0, 1, 0, 1, 2, 3], 'x']) {
    assert.equal(inkNewsOf(JSON.stringify({ ...NEWS, view })).view, undefined, JSON.stringify(view));
  }
});

test('strokes are begun, drawn on, undone and wiped', () => {
  const ink = new Ink();
  const hear = (keep, ...strokes) => {
    ink.hear({ field: 'f', keep, strokes });
    return ink.strokes.map(({ id, points }) => `${id}:${points}`);
  };
  assert.deepEqual(hear(0, { id: 'a', from: 0, points: [1, 2] }), ['a:1,2']);
  assert.deepEqual(hear(1, { id: 'a', from: 1, points: [3, 4] }, { id: 'b', from: 0, points: [5, 6] }), ['a:1,2,3,4', 'b:5,6']);
  assert.deepEqual(hear(1), ['a:1,2,3,4']);
  assert.deepEqual(hear(1, { id: 'c', from: 0, points: [7, 8] }), ['a:1,2,3,4', 'c:7,8']);
  assert.deepEqual(hear(0), []);
  assert.equal(ink.field, 'f');
});

test('a stroke whose beginning was not heard of is not drawn, and what comes twice is once', () => {
  const ink = new Ink();
  ink.hear({ field: 'f', keep: 5, strokes: [{ id: 'a', from: 3, points: [1, 2] }] });
  assert.deepEqual(ink.strokes, []);
  const part = { id: 'a', from: 0, points: [1, 2, 3, 4] };
  ink.hear({ field: 'f', keep: 0, strokes: [part] });
  ink.hear({ field: 'f', keep: 1, strokes: [part, { id: 'a', from: 1, points: [3, 4] }] });
  assert.deepEqual(ink.strokes, [{ id: 'a', points: [1, 2, 3, 4] }]);
});

test('what was shown before is left as it was', () => {
  const ink = new Ink();
  ink.hear({ field: 'f', keep: 0, strokes: [{ id: 'a', from: 0, points: [1, 2] }] });
  const before = ink.strokes;
  ink.hear({ field: 'f', keep: 1, strokes: [{ id: 'a', from: 1, points: [3, 4] }] });
  assert.deepEqual(before, [{ id: 'a', points: [1, 2] }]);
});
