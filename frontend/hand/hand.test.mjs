import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReply } from './answer';
import { movedQuery } from './moved-query';

const QUERY = 'objective=ellipse&rotate=0&start=-5,-2&steps=20&run=adagrad(lr=0.4,eps=1e-9)&run=sgd(lr=0.4)&run=adadelta(rho=0.9)';

test('a parameter is set where it stands', () => {
  assert.equal(movedQuery(QUERY, { parameter: 'start', value: '1.5,-0.25' }), QUERY.replace('-5,-2', '1.5,-0.25'));
  assert.equal(movedQuery(QUERY, { parameter: 'rotate', value: '-45' }), QUERY.replace('rotate=0', 'rotate=-45'));
  assert.equal(movedQuery(QUERY, { parameter: 'seed', value: '3' }), QUERY);
});

test('a rate is set of the optimizer that is meant, and of nothing else', () => {
  assert.equal(movedQuery(QUERY, { run: 0, lr: 2 }), QUERY.replace('adagrad(lr=0.4', 'adagrad(lr=2'));
  assert.equal(movedQuery(QUERY, { run: 1, lr: 1e-7 }), QUERY.replace('sgd(lr=0.4', 'sgd(lr=1e-7'));
  assert.equal(movedQuery(QUERY, { run: 2, lr: 1 }), QUERY);
  assert.equal(movedQuery('run=torch.adagrad(lr_decay=0.1,lr=3)', { run: 0, lr: 4 }), 'run=torch.adagrad(lr_decay=0.1,lr=4)');
});

test('of a run of several stages it is the last one\u2019s', () => {
  assert.equal(movedQuery('run=adagrad(lr=0.4)~8~sgd(lr=0.1,schedule=step(5,0.5))', { run: 0, lr: 3 }),
    'run=adagrad(lr=0.4)~8~sgd(lr=3,schedule=step(5,0.5))');
});

test('a reply is read in parts', () => {
  const bytes = new Uint8Array([7, 0, 0, 0, 0, 2, 0, 0, 0, 8, 9, 1, 3, 0, 0, 0, 0x4e, 0x6f, 0x2e]);
  const { number, parts } = readReply(bytes.buffer);
  assert.equal(number, 7);
  assert.deepEqual([...parts[0].answer], [8, 9]);
  assert.deepEqual(parts[1], { refusal: 'No.' });
});
