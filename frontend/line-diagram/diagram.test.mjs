import assert from 'node:assert/strict';
import test from 'node:test';
import { heightAt, placesOf, scalesOf, spotsOf } from './diagram';

const axis = (log, low, high) => ({ name: '', log, low, high });
const curve = (x, y) => ({ name: '', look: '', style: 'LINE', x, y });

test('points lie where their axes say, and what a logarithmic axis has not is nowhere', () => {
  const panel = { title: '', x: axis(false, 0, 10), y: axis(true, 1, 100), curves: [] };
  const scales = scalesOf(panel, { left: 0, right: 100, top: 0, bottom: 50 });
  const spots = spotsOf(curve([0, 5, 10, 5, 5], [1, 10, 100, null, 0]), scales);
  assert.deepEqual(spots.slice(0, 3), [[0, 50], [50, 25], [100, 0]]);
  assert.ok(Number.isNaN(spots[3][1]));
  assert.ok(!Number.isFinite(spots[4][1]));
});

test('places are round: powers of ten where an axis has decades, even steps elsewhere', () => {
  assert.deepEqual(placesOf(axis(true, 1e-3, 1e3), 6).map((place) => Math.round(Math.log10(place) * 1e9) / 1e9)
    .filter((power) => !Number.isInteger(power)), []);
  assert.ok(placesOf(axis(true, 1e-3, 1e3), 6).length >= 3);
  assert.deepEqual(placesOf(axis(false, 0, 10), 5), [0, 2, 4, 6, 8, 10]);
});

test('a height between two points is between theirs, and there is none outside', () => {
  const line = curve([1, 3, 5], [10, 20, null]);
  assert.equal(heightAt(line, 1), 10);
  assert.equal(heightAt(line, 2), 15);
  assert.equal(heightAt(line, 3), 20);
  assert.ok(Number.isNaN(heightAt(line, 0)));
  assert.ok(Number.isNaN(heightAt(line, 6)));
  assert.ok(Number.isNaN(heightAt(line, 5)));
});
