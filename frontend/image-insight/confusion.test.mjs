import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, worstConfusion } from './confusion';

const tested = { epoch: 1, loss: 0.5, accuracy: 0.75, confusion: [5, 3, 2, 10], mistakes: [] };
const classes = ['Coat', 'Bag'];

test('the worst confusion is the largest count off the diagonal', () => {
  assert.deepEqual(worstConfusion(tested, classes), { label: 'Coat', takenFor: 'Bag', count: 3 });
  assert.equal(worstConfusion({ ...tested, confusion: [5, 0, 0, 5] }, classes), undefined);
});

test('bytes are read from base64', () => {
  assert.deepEqual([...bytesOf(btoa('\x7f\x00\xff'))], [127, 0, 255]);
});
