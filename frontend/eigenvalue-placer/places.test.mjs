import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf, snapped, steps, whereabouts } from './places.ts';

const discs = [{ re: 3, im: 0, radius: 5 }, { re: 1, im: 0, radius: 1 }, { re: 6, im: 0, radius: 2 }];

test('the window holds all discs and the origin', () => {
  assert.deepEqual(boxOf(discs), { x0: -3, x1: 9, y0: -6, y1: 6 });
  assert.deepEqual(boxOf([{ re: 4, im: 0, radius: 0 }]), { x0: -1, x1: 5, y0: -2, y1: 2 });
});

test('a place is on the grid and in the window', () => {
  const box = boxOf(discs);
  assert.deepEqual(snapped(1.1, -2.13, 0.25, box), { re: 1, im: -2.25 });
  assert.deepEqual(snapped(-0.01, -0.01, 0.25, box), { re: 0, im: 0 });
  assert.deepEqual(snapped(1e9, -1e9, 0.25, box), { re: 9, im: -6 });
});

test('arrows move by a step, with shift by four', () => {
  assert.deepEqual(steps('ArrowUp', false), { re: 0, im: 1 });
  assert.deepEqual(steps('ArrowLeft', true), { re: -4, im: 0 });
  assert.equal(steps('Enter', false), undefined);
});

test('discs that hold a place are named, the rim included', () => {
  assert.equal(whereabouts({ re: 8, im: 0 }, discs), 'in the discs of rows 1 and 3');
  assert.equal(whereabouts({ re: 2, im: 0 }, discs), 'in the discs of rows 1 and 2');
  assert.equal(whereabouts({ re: -1, im: 0 }, discs), 'in the disc of row 1');
  assert.equal(whereabouts({ re: 0, im: 6 }, discs), 'outside every disc');
});
