import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, ghostLabel } from './ghost';

const NOW = 'objective=ellipse&rotate=0&start=-5,-2&steps=20&run=sgd(lr=0.4)&run=adagrad(lr=2)';

/** As much of a race as is told of it. */
function pinned(query, series = [['Gradient descent', 0.4], ['Adagrad', 2]]) {
  return {
    query,
    trace: { header: { objective: { title: 'Ellipse' } }, series: series.map(([title, lr]) => ({ header: { title, lr } })) },
  };
}

test('a pinned race is told by what it had otherwise', () => {
  assert.deepEqual(differences(pinned(NOW), NOW), []);
  assert.equal(ghostLabel(pinned(NOW), NOW), 'Pinned: the same race');
  assert.equal(ghostLabel(pinned(NOW.replace('lr=2', 'lr=0.4'), [['Gradient descent', 0.4], ['Adagrad', 0.4]]), NOW),
    'Pinned: Adagrad 0.4');
  assert.equal(ghostLabel(pinned(NOW.replace('-5,-2', '1,1').replace('rotate=0', 'rotate=45')), NOW),
    'Pinned: turned by 45\u00b0, from (1, 1)');
  assert.equal(ghostLabel(pinned(NOW.replace('steps=20', 'steps=40')), NOW), 'Pinned: 40 steps');
  assert.equal(ghostLabel(pinned(NOW), NOW.replace('ellipse', 'beale')), 'Pinned: on Ellipse');
});

test('what has no rate, or says it itself, is named alone', () => {
  assert.equal(ghostLabel(pinned('run=newton()', [['Newton', null]]), NOW), 'Pinned: Newton');
  assert.equal(ghostLabel(pinned('run=adagrad()~8~adagrad(lr=1)', [['Adagrad, then at 1', 1]]), NOW), 'Pinned: Adagrad, then at 1');
});

test('what is percent-encoded is read', () => {
  assert.equal(ghostLabel(pinned('f=x1%5E2&run=sgd(lr=1)'), 'f=x2%5E2&run=sgd(lr=1)'), 'Pinned: f = x1^2');
});

test('of many differences a few are named', () => {
  assert.equal(ghostLabel(pinned('a=1&b=1&c=1&d=1&e=1'), 'a=2&b=2&c=2&d=2&e=2'), 'Pinned: a 1, b 1, c 1 and 2 more');
});
