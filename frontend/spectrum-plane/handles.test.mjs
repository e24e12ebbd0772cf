import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frame } from '../drawing/frame';
import { handleAt, nearest, placed, rounder } from './handles';
import { handleSentence } from './words';

const frame = new Frame(0, 0, 100, 400, 400);

test('the nearest handle is taken, of two in one place the eigenvalue', () => {
  const centers = [[0, 0], [1, 0]];
  const eigenvalues = [[0, 0], [1.08, 0]];
  const at = (x, y, reach = 12) => handleAt(frame, frame.px(x), frame.py(y), reach, centers, eigenvalues);
  assert.deepEqual(at(0, 0), { kind: 'eigenvalue', index: 0 });
  assert.deepEqual(at(1.01, 0), { kind: 'center', index: 1 });
  assert.deepEqual(at(1.06, 0), { kind: 'eigenvalue', index: 1 });
  assert.equal(at(0.5, 0), undefined);
  assert.equal(at(0, 0.12), undefined);
  assert.equal(at(0, 0.12, 24).kind, 'eigenvalue');
});

test('an eigenvalue goes to round places, and where it is free to go', () => {
  assert.deepEqual(placed('axis', [1, 0], [2.513, 0.7], 0.05), [2.5, 0]);
  assert.deepEqual(placed('plane', [1, 0], [2.513, -0.71], 0.05), [2.5, -0.7]);
  assert.deepEqual(placed('pair', [1, 2], [0.3, 1.02], 0.05), [0.3, 1]);
  assert.deepEqual(placed('pair', [1, 2], [0.3, -5], 0.05), [0.3, 0.05]);
  assert.deepEqual(placed('pair', [1, -2], [0.3, 0.01], 0.05), [0.3, -0.05]);
  assert.deepEqual(placed('pair', [1, -2], [0.3, -1.52], 0.05), [0.3, -1.5]);
  assert.ok(Object.is(placed('axis', [1, 0], [-0.001, 0], 0.05)[0], 0), 'no negative zero');
  assert.equal(rounder(0.05)(0.15000000000000002), 0.15);
});

test('the eigenvalue in the hand is the one nearest to where it went', () => {
  assert.equal(nearest([[1, 0], [2, 1], [2, -1]], [2, 0.4]), 1);
});

test('what can be done with an eigenvalue is said', () => {
  const view = { eigenvalues: [[1, 0]], matrix: [[[1, 0]]], hermitian: true };
  const say = (handle, held = false, of = view) => handleSentence(of, 0, handle, held);
  assert.match(say({ freedom: 'axis', stuck: null }), /^Eigenvalue 1: drag it.*as the matrix stays symmetric\.$/);
  assert.match(say({ freedom: 'axis', stuck: null }, true), /the matrix follows and keeps its eigenvectors/);
  assert.match(say({ freedom: 'axis', stuck: null }, false, { ...view, hermitian: false }), /stays real/);
  assert.match(say({ freedom: 'axis', stuck: null }, false, { ...view, matrix: [[[1, 1]]] }), /stays Hermitian/);
  assert.match(say({ freedom: 'pair', stuck: null }), /conjugate goes along/);
  assert.equal(say({ freedom: 'axis', stuck: 'It is stuck.' }), 'Eigenvalue 1. It is stuck.');
});
