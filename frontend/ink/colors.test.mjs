import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colorOf, OPTIMIZERS } from '../palette/palette';
import { inkColor } from './colors';

const linear = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
  .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));

/** CIE L*a*b*, of a white of D65. */
function lab(rgb) {
  const white = [0.9505, 1, 1.089];
  const [x, y, z] = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    .map((row, i) => row.reduce((sum, share, j) => sum + share * rgb[j], 0) / white[i])
    .map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** As eyes without green cones see it, by Machado, Oliveira and Fernandes (2009). */
const greenless = (rgb) => [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
  .map((row) => Math.min(1, Math.max(0, row.reduce((sum, share, j) => sum + share * rgb[j], 0))));

const apart = (one, other) => Math.hypot(...lab(one).map((value, i) => value - lab(other)[i]));

test('ink has no optimizer\u2019s color, nor for eyes without green cones', () => {
  for (const dark of [false, true]) {
    const ink = linear(inkColor(dark).line);
    for (const optimizer of OPTIMIZERS) {
      const other = linear(colorOf(optimizer, dark));
      assert.ok(apart(ink, other) > 35, `${optimizer}, dark ${dark}: ${apart(ink, other)}`);
      assert.ok(apart(greenless(ink), greenless(other)) > 30, `${optimizer}, dark ${dark}`);
    }
  }
});

test('ink is told from its edge', () => {
  for (const dark of [false, true]) {
    const { line, halo } = inkColor(dark);
    assert.ok(Math.abs(lab(linear(line))[0] - lab(linear(halo))[0]) > 70);
  }
});
