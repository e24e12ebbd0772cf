import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestOf } from './trail';

const element = (name) => ({ name });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(element);
const scope = (isConnected = true) => ({ isConnected });

const trail = (...around) => ({ element: b, around });
const nameOf = (gone, ...around) => nearestOf(trail(...around), (each) => !gone.includes(each.name), ({ now = [] }) => now)?.name;

test('what comes after it takes the focus', () => {
  assert.equal(nameOf(['b'], { scope: scope(), all: [a, b, c], index: 1 }), 'c');
});

test('at the end what is before it does', () => {
  assert.equal(nameOf(['b', 'c'], { scope: scope(), all: [a, b, c], index: 1 }), 'a');
  assert.equal(nameOf(['c'], { scope: scope(), all: [a, b, c], index: 2 }), 'b');
});

test('where all around it went, the next around that is still there', () => {
  assert.equal(nameOf(['a', 'b'], { scope: scope(false), all: [a, b], index: 1 }, { scope: scope(), all: [a, b, c, d], index: 1 }), 'c');
});

test('where all was made anew, what is in its place now', () => {
  assert.equal(nameOf(['a', 'b'], { scope: { isConnected: true, now: [c, d] }, all: [a, b], index: 1 }), 'd');
  assert.equal(nameOf(['a', 'b'], { scope: { isConnected: true, now: [c] }, all: [a, b], index: 1 }), 'c');
});

test('where nothing is left there is nothing', () => {
  assert.equal(nameOf(['a', 'b'], { scope: scope(), all: [a, b], index: 0 }), undefined);
  assert.equal(nameOf([], { scope: scope(false), all: [a, b], index: 0 }), undefined);
});
