import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filled, startedAt, watched } from './links.ts';

test('the run of a link is watched', () => {
  assert.equal(watched('lab/surface?objective=ellipse&run=sgd(lr=0.1)'), 'stream/watched/surface?objective=ellipse&run=sgd(lr=0.1)');
});

test('names between braces become numbers, and none is guessed', () => {
  assert.equal(filled('lab/surface?rotate={turn}&run=sgd(lr={eta})', new Map([['eta', 0.4], ['turn', -30]])),
    'lab/surface?rotate=-30&run=sgd(lr=0.4)');
  assert.equal(filled('x={nobody}', new Map()), 'x={nobody}');
});

test('a start takes the place of another, and of nothing else', () => {
  assert.equal(startedAt('objective=booth&start=-5,-2&steps=20', 1, 2.5), 'objective=booth&steps=20&start=1,2.5');
  assert.equal(startedAt('objective=booth', 1, 2), 'objective=booth&start=1,2');
});
