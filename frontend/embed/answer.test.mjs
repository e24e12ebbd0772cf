import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf } from './answer.ts';

test('lines go by their places, as numbers, and those without one are left out', () => {
  assert.deepEqual(fieldsOf([{ line: 'a', place: '10' }, { line: 'b', place: '' }, { line: 'c', place: '2' }]), ['c', 'a']);
});

test('an empty proof is one empty field, which the server has words for', () => {
  assert.deepEqual(fieldsOf([{ line: 'a', place: '' }]), ['']);
});
