import assert from 'node:assert/strict';
import test from 'node:test';
import { dragged, likePrinted, moved } from './scale';

const rate = { low: 0.05, high: 5, by: 'log' };
const angle = { low: -90, high: 90, by: 1 };
const batch = { low: 1, high: 8000, by: 'whole' };

test('a hand goes from one end to the other, and no farther', () => {
  assert.equal(dragged(0.05, 320, rate), 5);
  assert.equal(dragged(0.4, 9999, rate), 5);
  assert.equal(dragged(0.4, -9999, rate), 0.05);
  assert.equal(dragged(0, 160, angle), 90);
  assert.equal(dragged(0, 0, angle), 0);
  assert.equal(dragged(0.4, 0, rate), 0.4);
});

test('equal ways are equal factors on a logarithmic scale', () => {
  const once = dragged(0.1, 50, rate);
  assert.ok(Math.abs(dragged(1, 50, rate) / 10 - once) / once < 0.12);
});

test('keys go from stop to stop', () => {
  assert.equal(moved(0.4, 1, rate), 0.45);
  assert.equal(moved(0.4, -1, rate), 0.36);
  assert.equal(moved(5, 1, rate), 5);
  assert.equal(moved(90, 10, angle), 90);
  assert.equal(moved(-3, 3, angle), 0);
  assert.equal(moved(0.3, 1, { low: 0, high: 1, by: 0.1 }), 0.4);
});

test('what counts goes by whole numbers, each of them another', () => {
  assert.equal(moved(1, 1, batch), 2);
  assert.equal(moved(10, 1, batch), 11);
  for (let pixels = 0; pixels <= 320; pixels++) {
    const value = dragged(1, pixels, batch);
    assert.equal(value, Math.round(value));
    assert.ok(value >= 1 && value <= 8000);
  }
});

test('a reading has the decimals of what is printed', () => {
  assert.equal(likePrinted('-2.4')(-2.3826), '\u22122.4');
  assert.equal(likePrinted('-2.4')(-0.01), '\u22120.01');
  assert.equal(likePrinted('661')(1234.5), '1235');
  assert.equal(likePrinted('0.006')(0), '0.000');
  assert.equal(likePrinted('3.3e-12')(3.25e-12), '3.3\u00b710\u207b\u00b9\u00b2');
  assert.equal(likePrinted('0.62')(1e9), '10\u2079');
  assert.equal(likePrinted('27.6')(Infinity), '\u221e');
});
