import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discsOf, sceneOf } from './scene';
import { discsSentence } from './words';

const view = (groups) => ({
  eigenvalues: [[1, 0], [4, 0], [9.5, 0]],
  rowDiscs: [{ center: [2, 0], radius: 1 }, { center: [3, 0], radius: 1 }, { center: [9, 0], radius: 0.5 }],
  columnDiscs: [],
  rowGroups: groups.map((discs) => ({ discs, eigenvalues: discs })),
  columnGroups: [],
  paths: [[[2, 0], [1, 0]], [[3, 0], [4, 0]], [[9, 0], [9.5, 0]]],
});

test('discs alone show nothing of eigenvalues', () => {
  const scene = sceneOf(view([[0, 1], [2]]), 1, true, false);
  const alone = discsOf(scene);
  assert.deepEqual(alone.eigenvalues, []);
  assert.deepEqual(alone.trails, []);
  assert.deepEqual(alone.kinds[0].groups, []);
  assert.deepEqual(alone.kinds[0].discs, scene.kinds[0].discs);
  assert.deepEqual(alone.centers, scene.centers);
});

test('how they lie is said without a number of theirs', () => {
  assert.equal(discsSentence(view([[0, 1, 2]])), 'Row discs: one connected group of 3.');
  assert.equal(discsSentence(view([[0, 1], [2]])), 'Row discs: groups of 2, 1.');
  assert.equal(discsSentence(view([[0], [1], [2]])), 'Row discs: all apart.');
});
