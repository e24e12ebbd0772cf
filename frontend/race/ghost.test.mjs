import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, ghostLabel } from './ghost';

const NOW = 'objective=ellipse&rotate=0&start=-5,-2&steps=20&run=sgd(lr=0.4)&run=adagrad(lr=2)';

test('a pinned race is told by what it had otherwise', () => {
  assert.deepEqual(differences(NOW, NOW), []);
  assert.equal(ghostLabel(NOW, NOW), 'Pinned: the same race');
  assert.equal(ghostLabel(NOW.replace('lr=2', 'lr=0.4'), NOW), 'Pinned: adagrad(lr=0.4)');
  assert.equal(ghostLabel(NOW.replace('-5,-2', '1,1').replace('rotate=0', 'rotate=45'), NOW), 'Pinned: rotate=45, start=1,1');
  assert.equal(ghostLabel(`${NOW}&run=adam(lr=1)`, NOW), 'Pinned: adam(lr=1)');
});

test('what is percent-encoded is read', () => {
  assert.equal(ghostLabel('f=x1%5E2&run=sgd(lr=1)', 'f=x2%5E2&run=sgd(lr=1)'), 'Pinned: f=x1^2');
});

test('of many differences a few are named', () => {
  assert.equal(ghostLabel('a=1&b=1&c=1&d=1&e=1', 'a=2&b=2&c=2&d=2&e=2'), 'Pinned: a=1, b=1, c=1 and 2 more');
});
