import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelsIn, scaleOf, shadeOf } from './levels';

function field(f, left = -3, right = 3, count = 80) {
  const at = (i) => left + ((right - left) * i) / (count - 1);
  return Float32Array.from({ length: count * count }, (_, i) => f(at(i % count), at(Math.floor(i / count))));
}

function levels(values) {
  const finite = [...values].filter(Number.isFinite);
  return levelsIn(scaleOf(values), Math.min(...finite), Math.max(...finite));
}

const OBJECTIVES = {
  ellipse: (x, y) => 0.1 * x * x + 2 * y * y,
  rosenbrock: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  saddle: (x, y) => x * x - y * y,
  deep: (x, y) => x * x + y * y - 1e6,
  tiny: (x, y) => 1e-12 * (x * x + y * y),
  waves: (x, y) => Math.sin(x) * Math.cos(y),
  ravine: (x, y) => Math.abs(x) + 10 * Math.abs(y),
  logarithm: (x, y) => Math.log(x) + y * y,
  pole: (x, y) => 1 / (x * x + y * y),
  exploding: (x, y) => Math.exp(100 * x * x + y),
};

for (const [name, f] of Object.entries(OBJECTIVES)) {
  test(`${name} has a readable number of ascending, finite levels`, () => {
    const found = levels(field(f));
    assert.ok(found.length >= 5 && found.length <= 29, `${found.length} levels`);
    found.forEach((level, i) => assert.ok(Number.isFinite(level) && (i === 0 || level > found[i - 1])));
  });
}

test('a bowl has levels that grow by a ratio, a saddle equal steps', () => {
  assert.equal(scaleOf(field(OBJECTIVES.ellipse)).kind, 'geometric');
  assert.equal(scaleOf(field(OBJECTIVES.saddle)).kind, 'linear');
});

test('a flat or an empty field has no scale', () => {
  assert.equal(scaleOf(field(() => 3)), undefined);
  assert.equal(scaleOf(field(() => NaN)), undefined);
});

test('a view keeps the lines of its objective and gets finer ones where few are left', () => {
  const scale = scaleOf(field(OBJECTIVES.ellipse));
  const all = levelsIn(scale, 0, 18);
  assert.ok(levelsIn(scale, 0, 9).every((level) => level < scale.low || all.includes(level)));
  assert.ok(levelsIn(scale, 5, 5.2).length >= 5);
});

test('shades go from 0 to 1 with the height', () => {
  const scale = scaleOf(field(OBJECTIVES.ellipse));
  assert.equal(shadeOf(scale, scale.base), 0);
  assert.equal(shadeOf(scale, 1e9), 1);
  assert.ok(shadeOf(scale, 1) < shadeOf(scale, 5));
});
