import assert from 'node:assert/strict';
import test from 'node:test';
import { heightAt, placesOf, rowsOf, scalesOf, spotsOf } from './diagram';

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

test('what was measured has rows where it was, and no height elsewhere', () => {
  const measured = { ...curve([4, 252, 507], [2.1, 0.24, 0.19]), measured: true };
  const level = curve([0, 2500], [1, 1]);
  const panel = (...curves) => ({ title: '', x: axis(false, 0, 2500), y: axis(false, 0, 2), curves });
  assert.deepEqual(rowsOf(panel(measured, level), 8), [4, 252, 507]);
  assert.deepEqual(rowsOf(panel(level), 8), placesOf(axis(false, 0, 2500), 8));
  assert.equal(heightAt(measured, 252), 0.24);
  assert.ok(Number.isNaN(heightAt(measured, 200)));
  assert.equal(heightAt(level, 252), 1);
});

test('of many places that were measured there are some rows, the first and the last among them', () => {
  const steps = Array.from({ length: 100 }, (_, i) => 3 * i);
  const panel = { title: '', x: axis(false, 0, 300), y: axis(false, 0, 2), curves: [{ ...curve(steps, steps), measured: true }] };
  const rows = rowsOf(panel, 8);
  assert.equal(rows.length, 25);
  assert.deepEqual([rows[0], rows.at(-1)], [0, 297]);
  assert.ok(rows.every((row) => steps.includes(row)));
  const two = { ...panel, curves: [panel.curves[0], { ...curve(steps.map((step) => step + 1), steps), measured: true }] };
  assert.equal(rowsOf(two, 8).length, 25);
});
