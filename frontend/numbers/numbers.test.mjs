import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compact, decimals, fixed, plain, point, powerOfTen, rounded, roundedTo, scientific, tabular } from './numbers';

test('a table has three decimals, a true minus, and powers where decimals say nothing', () => {
  assert.equal(tabular(0), '0');
  assert.equal(tabular(-1.6912), '\u22121.691');
  assert.equal(tabular(0.0005), '0.001');
  assert.equal(tabular(0.00011), '1e\u22124');
  assert.equal(tabular(-8.12e-9, 1), '\u22128.1e\u22129');
  assert.equal(tabular(123.456), '123.5');
  assert.equal(tabular(1e300), '1e300');
  assert.equal(tabular(NaN), '\u2013');
  assert.equal(tabular(-Infinity), '\u2212\u221e');
});

test('a sentence has significant digits and no idle zeros', () => {
  assert.equal(plain(10.5), '10.5');
  assert.equal(plain(2), '2');
  assert.equal(plain(0.159, 2), '0.16');
  assert.equal(plain(9.8e-5, 2), '9.8\u00b710\u207b\u2075');
  assert.equal(plain(-1e-6), '\u221210\u207b\u2076');
  assert.equal(point(-5, -2), '(\u22125, \u22122)');
  assert.equal(powerOfTen(-12), '10\u207b\u00b9\u00b2');
});

test('a coordinate has only the decimals that it needs', () => {
  assert.equal(fixed(-0.5, 2), '\u22120.5');
  assert.equal(fixed(-1e-17, 1), '0');
  assert.equal(fixed(100, 0), '100');
});

test('in little room a number has four digits, and a power of ten where it is tiny or huge', () => {
  assert.deepEqual([0.24123, 0, -1.5, 1e-7, 2e30, NaN, Infinity].map(compact),
    ['0.2412', '0', '\u22121.5', '1.00e\u22127', '2.00e30', '\u2013', '\u221e']);
  assert.equal(scientific(-12345, 1), '\u22121.2e4');
});

test('what changes while it is read keeps its decimals', () => {
  assert.equal(decimals(-0.5, 2), '\u22120.50');
  assert.equal(decimals(3, 1), '3.0');
});

test('numbers are rounded to digits or to decimals', () => {
  assert.equal(rounded(0.1 + 0.2, 12), 0.3);
  assert.equal(roundedTo(2.345, 1), 2.3);
  assert.ok(Object.is(roundedTo(-0.001, 2), 0));
});
