import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandsOf, bySeed, endsOf, quantile } from './quantiles';
import { cloudQuery, noiseOf } from './query';
import { cloudInWords } from './words';

// numpy.quantile([0.3, 1.7, 2.2, 4.1, 5.9, 8.25, 9.5], [0.1, 0.25, 0.5, 0.9, 1.0])
const SORTED = [0.3, 1.7, 2.2, 4.1, 5.9, 8.25, 9.5];
const NUMPY = [[0.1, 1.14], [0.25, 1.95], [0.5, 4.1], [0.9, 8.75], [1, 9.5]];

test('quantiles are those of NumPy', () => {
  for (const [share, value] of NUMPY) assert.ok(Math.abs(quantile(SORTED, share) - value) < 1e-12, `${share}`);
});

test('a quantile among those that ran away is infinite, and never NaN', () => {
  assert.equal(quantile([1, 2, Infinity, Infinity], 0.9), Infinity);
  assert.equal(quantile([1, 2, Infinity, Infinity], 0.5), Infinity);
  assert.equal(quantile([1, 2, Infinity], 0.5), 2);
});

const point = (seed, step, f, outcome = null) => ({ seed, step, x1: 0, x2: 0, f, outcome });

test('one that has run away counts as infinite from there on', () => {
  const seeds = bySeed([
    point(0, 0, 8), point(0, 5, 4), point(0, 10, 1, 'finished'),
    point(1, 0, 8), point(1, 5, 2), point(1, 10, 3, 'finished'),
    point(2, 0, 8), point(2, 3, 1e9, 'diverged'),
  ]);
  const bands = bandsOf(seeds);
  assert.deepEqual(bands.map(({ step }) => step), [0, 5, 10]);
  assert.deepEqual(bands.map(({ middle }) => middle), [8, 4, 3]);
  assert.deepEqual(bands.map(({ high }) => high), [8, Infinity, Infinity]);
  assert.deepEqual(endsOf(seeds).map(({ step }) => step), [10, 10, 3]);
  assert.equal(cloudInWords('Adagrad', 3, bands[2], 1),
    'Adagrad: f ends at 3 by the median of 3 noises, eight of ten between 1.4 and out of bounds; 1 of 3 runs away.');
});

test('the query says the noise, and asks for no more rows than a chart tells apart', () => {
  assert.equal(noiseOf('objective=ellipse&noise=0.5&seed=0'), 0.5);
  assert.equal(noiseOf('objective=ellipse'), 0);
  assert.equal(cloudQuery('noise=1', 20), 'noise=1&seeds=50&every=1');
  assert.equal(cloudQuery('noise=1', 20_000), 'noise=1&seeds=50&every=334');
});
