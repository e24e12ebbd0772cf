import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ringsAround } from './rings';

/** As canvas fills by the even-odd rule. */
function covered(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if (ring[i + 1] > y !== ring[j + 1] > y
        && x < ring[i] + ((y - ring[i + 1]) / (ring[j + 1] - ring[i + 1])) * (ring[j] - ring[i])) inside = !inside;
    }
  }
  return inside;
}

function areaOf(ring) {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) twice += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  return twice / 2;
}

/** Evenly spread numbers by a seed. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('of rough grounds all that is high is covered, and nothing else', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const next = numbers(seed);
    const [columns, rows] = [2 + Math.floor(8 * next()), 2 + Math.floor(8 * next())];
    const heights = Float64Array.from({ length: columns * rows }, () => Math.round(6 * next()) / 2);
    const rings = ringsAround(heights, columns, rows, 1.5 + 1e-3, 0);
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++) {
        assert.equal(covered(rings, i, j), heights[j * columns + i] >= 1.5 + 1e-3, `seed ${seed}, sample ${i}, ${j}`);
      }
    }
    // Each ring is a closed way from cell to neighboring cell.
    for (const ring of rings) {
      for (let k = 0, last = ring.length - 2; k < ring.length; last = k, k += 2) {
        assert.ok(Math.hypot(ring[k] - ring[last], ring[k + 1] - ring[last + 1]) < 1.5);
      }
    }
  }
});

test('on a slope the line lies where the level is, and half a cell outside at the edges', () => {
  const heights = Float64Array.from({ length: 20 }, (_, k) => k % 5);
  const [ring] = ringsAround(heights, 5, 4, 2.25, 0);
  assert.equal(areaOf(ring), 2.25 * 3 + 2 * 0.5 * ((2.25 + 1) / 2));
  for (let k = 0; k < ring.length; k += 2) {
    if (ring[k + 1] >= 0 && ring[k + 1] <= 3 && ring[k] < 4) assert.equal(ring[k], 2.25);
    assert.ok(ring[k] <= 4.5 && ring[k + 1] >= -0.5 && ring[k + 1] <= 3.5);
  }
});

test('a bowl of the same height all around is a circle with its hole, and holes run the other way', () => {
  const size = 41;
  const heights = Float64Array.from({ length: size * size }, (_, k) => Math.hypot((k % size) - 20, Math.floor(k / size) - 20));
  const rings = ringsAround(heights, size, size, 12, 0);
  const areas = rings.map(areaOf).sort((a, b) => a - b);
  assert.equal(areas.length, 2);
  assert.ok(areas[0] < 0 && areas[1] > 0);
  assert.ok(Math.abs(-areas[0] / (Math.PI * 144) - 1) < 0.005, `${areas[0]}`);
});

test('across a saddle the middle decides', () => {
  const saddle = (middle) => [...ringsAround(Float64Array.from([3, middle, middle, 3]), 2, 2, 2, 0)];
  assert.equal(saddle(0.5).length, 2);
  assert.equal(saddle(1.5).length, 1);
});

test('what is smaller than asked for is left out, all below or above is none or the whole', () => {
  const heights = Float64Array.from([0, 0, 0, 0, 5, 0, 0, 0, 0]);
  assert.equal(ringsAround(heights, 3, 3, 2.5, 0).length, 1);
  assert.equal(ringsAround(heights, 3, 3, 2.5, 1).length, 0);
  assert.deepEqual(ringsAround(heights, 3, 3, 6, 0), []);
  const [whole] = ringsAround(heights, 3, 3, 0, 6);
  assert.ok(covered([whole], 2, 2) && areaOf(whole) > 7);
});
