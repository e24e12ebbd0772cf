import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactComplex, shortComplex, shortFactor, shortNumber } from './complex';

test('rounding beside the scale is 0', () => {
  assert.equal(shortNumber(-2.8e-17, 4, 1), '0');
  assert.equal(shortNumber(-2.8e-17, 2), '\u22122.8\u00b710\u207b\u00b9\u2077');
  assert.equal(shortComplex([1, 3e-16]), '1');
});

test('complex numbers read as they are written by hand', () => {
  assert.equal(shortComplex([1, 2]), '1 + 2\u202fi');
  assert.equal(shortComplex([0, -1]), '\u2212i');
  assert.equal(shortComplex([-0.5, -1.25]), '\u22120.5 \u2212 1.25\u202fi');
  assert.equal(shortComplex([0, 0]), '0');
});

test('a factor near 1 says by how little it is less', () => {
  assert.equal(shortFactor(0.904761904), '0.9048');
  assert.equal(shortFactor(1 - 4.2e-6), '1 \u2212 4.2\u00b710\u207b\u2076');
});

test('what goes to the server loses nothing', () => {
  assert.equal(exactComplex([0.1, 0]), '0.1');
  assert.equal(exactComplex([0.30000000000000004, -1e-20]), '0.30000000000000004-1e-20i');
  assert.equal(exactComplex([0, 2]), '2i');
});
