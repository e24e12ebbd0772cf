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
  monkey: (x, y) => x ** 3 - 3 * x * y * y,
  well: (x, y) => -Math.exp(-4 * (x * x + y * y)),
  rastrigin: (x, y) => 20 + x * x + y * y - 10 * Math.cos(2 * Math.PI * x) - 10 * Math.cos(2 * Math.PI * y),
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

test('heights that crowd around zero have lines on both sides of it, ever farther', () => {
  const scale = scaleOf(field(OBJECTIVES.monkey));
  assert.equal(scale.kind, 'symmetric');
  const found = levelsIn(scale, -54, 54);
  assert.deepEqual(found, found.map((level) => -level || 0).reverse());
  assert.ok(found.includes(0));
});

test('every objective shows its depth: no third of the plane has less than a fifth of the shades', () => {
  for (const name of ['ellipse', 'rosenbrock', 'saddle', 'rastrigin', 'monkey', 'waves', 'ravine']) {
    const values = field(OBJECTIVES[name]);
    const scale = scaleOf(values);
    const heights = [...values].sort((a, b) => a - b);
    const shades = [0.01, 1 / 3, 2 / 3, 0.99].map((share) => shadeOf(scale, heights[Math.floor(share * heights.length)]));
    shades.forEach((shade, i) => assert.ok(i === 0 || shade - shades[i - 1] > 0.2, `${name}: ${shades}`));
  }
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
