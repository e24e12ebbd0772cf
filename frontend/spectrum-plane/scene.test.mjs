import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf, discAt, sceneOf } from './scene';

/** [2, 1; 1, 3] as the server draws it, its homotopy in two steps. */
const view = {
  eigenvalues: [[1.382, 0], [3.618, 0]],
  rowDiscs: [{ center: [2, 0], radius: 1 }, { center: [3, 0], radius: 0.5 }],
  columnDiscs: [{ center: [2, 0], radius: 1 }, { center: [3, 0], radius: 1 }],
  rowGroups: [{ discs: [0, 1], eigenvalues: [0, 1] }],
  columnGroups: [{ discs: [0, 1], eigenvalues: [0, 1] }],
  paths: [[[2, 0], [1.8, 0], [1.382, 0]], [[3, 0], [3.2, 0], [3.618, 0]]],
};

test('at t = 0 the eigenvalues are the centers and the discs are points', () => {
  const scene = sceneOf(view, 0, true, true);
  assert.deepEqual(scene.eigenvalues, [[2, 0], [3, 0]]);
  assert.ok(scene.kinds.every((kind) => kind.discs.every((disc) => disc.radius === 0)));
});

test('in between discs have t times their radius and eigenvalues are on their paths', () => {
  const scene = sceneOf(view, 0.75, true, false);
  assert.equal(scene.kinds.length, 1);
  assert.equal(scene.kinds[0].discs[1].radius, 0.375);
  assert.ok(Math.abs(scene.eigenvalues[0][0] - 1.591) < 1e-12);
  assert.equal(scene.trails[0].length, 3);
});

test('at t = 1 they are where the server says', () => {
  assert.deepEqual(sceneOf(view, 1, true, false).eigenvalues, view.eigenvalues);
});

test('a dragged center moves its discs at once', () => {
  const scene = sceneOf(view, 1, true, true, undefined, { index: 1, to: [5, 2] });
  assert.deepEqual(scene.centers[1], [5, 2]);
  assert.deepEqual(scene.kinds[1].discs[1].center, [5, 2]);
  assert.deepEqual(scene.centers[0], [2, 0]);
});

test('the smallest disc under the pointer is lit', () => {
  const scene = sceneOf(view, 1, true, false);
  assert.deepEqual(discAt(scene, 2.8, 0.1), { kind: 'row', index: 1 });
  assert.deepEqual(discAt(scene, 1.2, 0.1), { kind: 'row', index: 0 });
  assert.equal(discAt(scene, 9, 9), undefined);
});

test('the box holds all discs that are shown, and never is empty', () => {
  assert.deepEqual(boxOf(view, true, false), { x0: 1, x1: 3.618, y0: -1, y1: 1 });
  const point = {
    ...view, eigenvalues: [[1, 0]], rowDiscs: [{ center: [1, 0], radius: 0 }], columnDiscs: [],
  };
  const box = boxOf(point, true, false);
  assert.ok(box.x1 > box.x0 && box.y1 > box.y0);
});
