import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colorOf, OPTIMIZERS } from '../palette/palette';
import { groundColor, labelColor } from './ground';

const SHADES = Array.from({ length: 21 }, (_, i) => i / 20);
const HUE = 224;

function channels(color) {
  const hex = /^#(..)(..)(..)$/.exec(color);
  if (hex) return hex.slice(1).map((pair) => parseInt(pair, 16) / 255);
  const [h, s, l] = /^hsl\(([\d.]+) ([\d.]+)% ([\d.]+)%\)$/.exec(color).slice(1).map(Number);
  return [0, 8, 4].map((n) => {
    const k = (n + h / 30) % 12;
    return l / 100 - (s / 100) * Math.min(l / 100, 1 - l / 100) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  });
}

function luminance(color) {
  const [r, g, b] = channels(color).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

for (const dark of [false, true]) {
  const page = { dark, hue: HUE };

  test(`low is light on a ${dark ? 'dark' : 'light'} page, and the shades are far apart`, () => {
    const lights = SHADES.map((shade) => luminance(groundColor(shade, page)));
    assert.ok(lights.every((light, i) => i === 0 || light < lights[i - 1]));
    assert.ok(contrast(groundColor(0, page), groundColor(1, page)) > 1.6);
  });

  test(`labels are legible on every shade of a ${dark ? 'dark' : 'light'} page`, () => {
    for (const shade of SHADES) assert.ok(contrast(labelColor(page), groundColor(shade, page)) >= 4.5, `${shade}`);
  });
}

test('every optimizer stands out: on a dark page from the ground itself, on a light one from its white halo', () => {
  for (const name of OPTIMIZERS) {
    for (const shade of SHADES) {
      assert.ok(contrast(colorOf(name, true), groundColor(shade, { dark: true, hue: HUE })) >= 3, `${name} ${shade}`);
    }
    assert.ok(contrast(colorOf(name, false), '#ffffff') >= 3, name);
  }
});
