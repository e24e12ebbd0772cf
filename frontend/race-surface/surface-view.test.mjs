import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SurfaceView } from './surface-view';

globalThis.matchMedia = () => ({ matches: true }); // no motion: at once
globalThis.cancelAnimationFrame = () => {};

const HEADER = { objective: { name: 'ellipse', window: [-4, 4, -2, 2] } };

function viewOf() {
  const view = new SurfaceView(() => {});
  view.cover(400, 200, false);
  view.show(HEADER, HEADER.objective.window);
  return view;
}

test('a view is followed until the reader moves it, and given back', () => {
  const view = viewOf();
  assert.deepEqual(view.viewport.window, [-4, 4, -2, 2]);
  view.follow([0, 1, 0, 0.5]);
  assert.deepEqual(view.viewport.window, [0, 1, 0, 0.5]);
  assert.equal(view.choice, undefined, 'it is nobody’s own choice');
  view.cover(200, 200, false);
  assert.deepEqual(view.viewport.window, [0, 1, -0.25, 0.75], 'also in another frame');
  view.follow(undefined);
  assert.deepEqual(view.viewport.window, [-4, 4, -4, 4]);
  view.follow([0, 1, 0, 1]);
  view.zoom(2);
  assert.deepEqual(view.choice, [0.25, 0.75, 0.25, 0.75]);
  view.follow(undefined);
  assert.deepEqual(view.choice, [0.25, 0.75, 0.25, 0.75], 'what the reader chose stays');
});

test('a race on another objective is seen as a whole', () => {
  const view = viewOf();
  view.follow([0, 1, 0, 0.5]);
  view.show({ objective: { name: 'beale', window: [0, 8, 0, 4] } }, [0, 8, 0, 4]);
  assert.deepEqual(view.viewport.window, [0, 8, 0, 4]);
});
