import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneOf, SceneOrder } from './scene';

const SCENE = {
  revision: 12, kind: 'race', run: 'stream/runs/A', field: 'objective=ellipse', step: 7, playing: true, speed: 0.5,
  elapsed: 0.4, scheme: 'dark', frozen: false, hand: '7-8-9', progress: 'paused', away: 0.25,
};

test('a scene is read as it was sent', () => {
  assert.deepEqual(sceneOf(JSON.stringify(SCENE)), SCENE);
});

test('what is missing or out of bounds is harmless', () => {
  assert.deepEqual(
    sceneOf('{"revision":0,"kind":"training","step":-1,"speed":0,"elapsed":null,"scheme":"pink","run":null,"progress":"back"}'),
    { revision: 0, kind: 'training', run: '', field: '', step: 0, playing: false, speed: 1, elapsed: 0, scheme: null,
      frozen: false, hand: '', progress: 'on', away: 0 });
});

test('a matrix is a scene too', () => {
  const scene = { ...SCENE, kind: 'spectrum', run: 'api/spectrum.json?matrix=2,1;1,3', field: 'matrix=2,1;1,3' };
  assert.deepEqual(sceneOf(JSON.stringify(scene)), scene);
});

test('what is no scene is none', () => {
  for (const data of ['', '{', 'null', '7', '[]', '{"kind":"race"}', '{"revision":"1","kind":"race"}',
    '{"revision":1,"kind":"opera"}']) {
    assert.equal(sceneOf(data), undefined, data);
  }
});

test('only what is newer is let through', () => {
  const order = new SceneOrder();
  const of = (...revisions) => revisions.map((revision) => order.accepts({ ...SCENE, revision }));
  assert.deepEqual(of(4, 4, 3, 5), [true, false, false, true]);
});

test('a server that has restarted may count anew', () => {
  const order = new SceneOrder();
  order.accepts({ ...SCENE, revision: 400 });
  order.connected();
  assert.equal(order.accepts({ ...SCENE, revision: 1 }), true);
});
