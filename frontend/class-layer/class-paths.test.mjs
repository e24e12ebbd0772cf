import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_PATHS, MOST_POINTS, pathInWords, pathsInWords, pathsOf } from './class-paths';
import { rampColor } from './ramp';

const path = (id, f, more = {}) => ({ id, name: null, points: [[0, 0], [1, 1]], f, diverged: false, ...more });

test('paths come the best first, those without an f and the diverged last', () => {
  const paths = pathsOf({ paths: [
    path(1, 0.5), path(2, null), path(3, 0.1), path(4, 1e-9, { diverged: true }), path(5, 0.5), path(6, 2),
  ] });
  assert.deepEqual(paths.map(({ id }) => id), [3, 1, 5, 6, 2, 4]);
  assert.deepEqual(paths.map(({ rank }) => rank), [1, 2, 2, 4, undefined, undefined]);
  assert.deepEqual(paths.map(({ share }) => share), [0, 1 / 3, 1 / 3, 1, 1, 1]);
});

test('one path alone is the best', () => {
  assert.deepEqual(pathsOf({ paths: [path(1, 7)] }).map(({ rank, share }) => [rank, share]), [[1, 0]]);
});

test('an answer is bounded', () => {
  const many = Array.from({ length: MOST_PATHS + 5 }, (_, i) => path(i, i));
  assert.equal(pathsOf({ paths: many }).length, MOST_PATHS);
  const long = path(1, 1, { points: Array.from({ length: MOST_POINTS + 5 }, (_, i) => [i, i]) });
  assert.equal(pathsOf({ paths: [long] })[0].points.length, 2 * MOST_POINTS);
});

test('a path ends before what is no point, and is none without one', () => {
  const broken = (points) => pathsOf({ paths: [path(1, 1, { points })] });
  assert.deepEqual([...broken([[1, 2], [null, 1], [3, 4]])[0].points], [1, 2]);
  for (const none of [[], [[null, null]], 'x', undefined]) assert.deepEqual(broken(none), []);
});

test('what is no answer is refused, and what is no path is left out', () => {
  for (const none of [null, undefined, [], {}, { paths: {} }, 'x']) assert.throws(() => pathsOf(none), /no paths/);
  assert.deepEqual(pathsOf({ paths: [null, 7, { id: 'a', points: [[0, 0]] }, { id: 1 }] }), []);
});

test('a path in words is named, or anonymous by its rank', () => {
  const [ann, anonymous, lost] = pathsOf({ paths: [
    path(1, 0.012, { name: 'Ann' }), path(2, 3), path(3, null, { diverged: true, name: 'Ben' }),
  ] });
  assert.deepEqual(pathInWords(ann, 3), { name: 'Ann, rank 1 of 3', end: 'f = 0.012' });
  assert.deepEqual(pathInWords(anonymous, 3), { name: 'rank 2 of 3', end: 'f = 3' });
  assert.deepEqual(pathInWords(lost, 3), { name: 'Ben', end: 'has diverged' });
});

test('all paths in words', () => {
  assert.deepEqual(pathsInWords(pathsOf({ paths: [
    path(1, 1, { name: 'Ann' }), path(2, 3), path(3, 2), path(4, 8), path(5, null, { diverged: true }),
  ] })), ['5 paths of the class.', 'The best: Ann, f = 1. The median: f = 2.5. The worst: f = 8.',
    '1 path has diverged.']);
  assert.deepEqual(pathsInWords([]), []);
  assert.deepEqual(pathsInWords(pathsOf({ paths: [path(1, 2)] })), ['1 path of the class.', 'It ends at f = 2.']);
});

/** Contrast of two colors by WCAG 2. */
function contrast(one, other) {
  const luminance = (color) => {
    const [r, g, b] = color.match(/\d+/g).map((part) => {
      const c = Number(part) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test('the ramp runs from most to least contrast, and the least is still seen', () => {
  for (const [dark, ground] of [[false, 'rgb(223 233 245)'], [true, 'rgb(33 48 58)']]) {
    const contrasts = [0, 0.25, 0.5, 0.75, 1].map((share) => contrast(rampColor(share, dark), ground));
    assert.deepEqual([...contrasts].sort((a, b) => b - a), contrasts);
    assert.ok(contrasts.at(-1) >= 2.8, `${contrasts}`);
  }
});
