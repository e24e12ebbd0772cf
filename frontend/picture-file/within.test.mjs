import assert from 'node:assert/strict';
import { test } from 'node:test';
import { within } from './within.ts';

const square = longer => 'x'.repeat(Math.round(longer * longer / 10));

test('a picture that is small enough stays as large as it is', () => {
  assert.equal(within(1000, square, 90).length, 810);
});

test('one that is too large is made smaller until it fits', () => {
  const picture = within(20_000, square, 1000);
  assert.ok(picture.length <= 20_000 && picture.length > 10_000, String(picture.length));
});

test('no picture has more pixels than a wall needs', () => {
  const sizes = [];
  within(1e9, size => { sizes.push(size); return ''; }, 8000);
  assert.deepEqual(sizes, [1400]);
});

test('one that cannot be made small enough is none', () => {
  assert.equal(within(10, square, 500), '');
});
