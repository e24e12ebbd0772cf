import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, spoken, within } from './spot.ts';

test('a place stays on the picture', () => {
  assert.deepEqual(within({ x: 1.2, y: -0.1 }, 0.5), { x: 1, y: 0 });
  assert.deepEqual(within({ x: 0.3, y: 0.9 }, 0.5), { x: 0.3, y: 0.5 });
});

test('keys move it, with shift farther, and not over the edge', () => {
  assert.deepEqual(moved({ x: 0.5, y: 0.25 }, 'ArrowRight', false, 0.5), { x: 0.51, y: 0.25 });
  assert.deepEqual(moved({ x: 0.5, y: 0.25 }, 'ArrowUp', true, 0.5), { x: 0.5, y: 0.15 });
  assert.deepEqual(moved({ x: 0.5, y: 0.5 }, 'ArrowDown', false, 0.5), { x: 0.5, y: 0.5 });
  assert.equal(moved({ x: 0.5, y: 0.5 }, 'Enter', false, 0.5), undefined);
});

test('a place is told in words', () => {
  assert.equal(spoken({ x: 0.25, y: 0.25 }, 0.5), '25 % from the left, 50 % from the top');
});
