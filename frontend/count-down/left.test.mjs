import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftSpoken, leftText } from './left.ts';

test('what is left is told in minutes and seconds, and never less than nothing', () => {
  assert.equal(leftText(180), '3:00');
  assert.equal(leftText(61.2), '1:02');
  assert.equal(leftText(9), '0:09');
  assert.equal(leftText(-5), '0:00');
});

test('who hears it is told rarely', () => {
  assert.equal(leftSpoken(180), '3 minutes left.');
  assert.equal(leftSpoken(100), '2 minutes left.');
  assert.equal(leftSpoken(60), '1 minute left.');
  assert.equal(leftSpoken(30), '30 seconds left.');
  assert.equal(leftSpoken(1), '30 seconds left.');
  assert.equal(leftSpoken(0), 'Time is up.');
});
