import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dotsOf, millimetersOf } from './size.ts';

test('a wide plot is a column wide, at 300 dots to the inch', () => {
  assert.equal(millimetersOf(900), 160);
  assert.equal(millimetersOf(500), 160);
  assert.equal(dotsOf(900), 1890);
});

test('letters of a narrow plot are no larger than those of the text around', () => {
  for (const width of [120, 250, 345, 480, 600, 1400]) {
    const points = ((12 / width) * millimetersOf(width) * 72) / 25.4;
    assert.ok(points < 11.4, `${points} points at ${width} pixels`);
  }
  assert.equal(millimetersOf(300), 99);
  assert.equal(dotsOf(300), 1169);
});
