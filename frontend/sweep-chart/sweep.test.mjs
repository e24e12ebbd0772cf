import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceOf } from '../testing/traces.mjs';
import { best, divergesFrom, nearest, neighbor, optimizerOf, pointAt, roundRate, scalesFor, spotOf } from './sweep';
import { sweptOf } from './swept';
import { summary } from './words';
import { entriesOf } from './picture';

const AREA = { left: 40, right: 240, top: 10, bottom: 210 };

/** A run given as [lr, f] or [lr, f, outcome]. */
const run = (spec, ...points) => ({
  run: spec, points: points.map(([lr, f, outcome = 'finished']) => ({ lr, f, outcome })),
});
const sgd = run('sgd(lr=0.01..10)', [0.01, 5], [0.1, 0.05], [1, 2e9, 'diverged'], [10, 1e300, 'diverged']);
const adagrad = run('adagrad(lr=0.01..10)', [0.01, 9], [0.1, 8], [1, 1], [10, 0.001]);

test('rates and positive values stand on log scales', () => {
  const scales = scalesFor([adagrad], 10, AREA);
  assert.ok(scales.axis.log);
  const spots = adagrad.points.map((point) => spotOf(scales, 0, point));
  assert.deepEqual(spots.map(({ x }) => Math.round(x)), [40, 107, 173, 240]);
  assert.ok(spots.every(({ kind }) => kind === 'inside'));
  assert.ok(spots[0].y < spots[1].y && spots[1].y < spots[2].y && spots[2].y < spots[3].y);
  assert.equal(scales.lanesTop, scales.room.top, 'no lanes where nothing diverges');
});

test('diverged rates have a lane above the picture and do not stretch it', () => {
  const scales = scalesFor([adagrad, sgd], 10, AREA);
  assert.ok(scales.axis.max <= 2);
  const spot = spotOf(scales, 1, sgd.points[2]);
  assert.equal(spot.kind, 'diverged');
  assert.ok(spot.y > scales.lanesTop && spot.y < scales.room.top);
});

test('values far above the start are at the upper edge, exact zeros at the lower', () => {
  const odd = run('newton(lr=0.1..1)', [0.1, 1e30], [0.5, 3], [0.7, 1e-30], [1, 0]);
  const scales = scalesFor([odd], 10, AREA);
  assert.deepEqual(odd.points.map((point) => spotOf(scales, 0, point).kind), ['above', 'inside', 'below', 'below']);
  assert.equal(scales.axis.max, 3, 'with a label at every second decade');
  assert.equal(scales.axis.min, -7);
});

test('values below zero stand on a plain scale', () => {
  const wavy = run('sgd(lr=0.1..1)', [0.1, -1], [1, 0.5]);
  const scales = scalesFor([wavy], 0.4, AREA);
  assert.ok(!scales.axis.log);
  assert.ok(wavy.points.every((point) => spotOf(scales, 0, point).kind === 'inside'));
});

test('a sweep that diverges everywhere, or has no value, still has scales', () => {
  const lost = run('sgd(lr=1..10)', [1, null, 'diverged'], [10, null, 'diverged']);
  const scales = scalesFor([lost], NaN, AREA);
  assert.ok(Number.isFinite(scales.axis.min) && scales.axis.max > scales.axis.min);
  assert.equal(best(lost.points), undefined);
  assert.equal(divergesFrom(lost), 1);
});

test('the best rate is that of the lowest end that did not diverge', () => {
  assert.equal(best(sgd.points).lr, 0.1);
  assert.equal(best(adagrad.points).lr, 10);
  assert.equal(divergesFrom(sgd), 1);
  assert.equal(divergesFrom(adagrad), undefined);
});

test('keys walk over rates and optimizers and stop at the ends', () => {
  const runs = [sgd, adagrad];
  const at = { run: 0, point: 1 };
  assert.deepEqual(neighbor(runs, at, 'ArrowRight'), { run: 0, point: 2 });
  assert.deepEqual(neighbor(runs, at, 'Home'), { run: 0, point: 0 });
  assert.deepEqual(neighbor(runs, { run: 0, point: 3 }, 'ArrowRight'), { run: 0, point: 3 });
  assert.deepEqual(neighbor(runs, at, 'ArrowUp'), { run: 1, point: 1 });
  assert.equal(neighbor(runs, at, 'x'), undefined);
});

test('the nearest spot is found within reach only', () => {
  const scales = scalesFor([adagrad], 10, AREA);
  const spots = [adagrad.points.map((point) => spotOf(scales, 0, point))];
  assert.deepEqual(nearest(spots, spots[0][2].x + 3, spots[0][2].y - 4, 10), { run: 0, point: 2 });
  assert.equal(nearest(spots, spots[0][2].x + 30, spots[0][2].y - 40, 10), undefined);
});

test('rates are picked to three digits', () => {
  assert.equal(roundRate(0.0012589254117941673), 0.00126);
  assert.equal(roundRate(10), 10);
  assert.equal(pointAt(adagrad, 0.4), 2);
  assert.equal(optimizerOf('torch.sgd(lr=0.1..1,momentum=0.9)'), 'torch.sgd');
});

test('a sweep belongs to a race of the same optimizers, whose ends it shows', () => {
  const row = (f) => [0, 0, f, 0, 0, NaN, NaN];
  const trace = traceOf(
    { optimizer: 'sgd', title: 'Gradient descent', lr: 1, rows: [row(10), row(1e9)], end: { outcome: 'diverged' } },
    { optimizer: 'adagrad', title: 'Adagrad', lr: 0.1, rows: [row(10), row(8)], end: { outcome: 'finished' } });
  assert.equal(sweptOf([adagrad, sgd], trace), undefined);
  const swept = sweptOf([sgd, adagrad], trace);
  assert.equal(swept.start, 10);
  assert.deepEqual(swept.series[1].now, { lr: 0.1, f: 8, outcome: 'finished' });
  assert.match(summary(swept), /Gradient descent: lowest, f = 0\.05, at 0\.1; diverges from 1 on; the race has 1, where diverged\./);
});

test('a legend on paper has the rates of the race, each once', () => {
  const series = (name, lr) => ({ name, optimizer: 'adagrad', appearance: 0, now: { lr, f: 1, outcome: 'finished' } });
  const names = entriesOf({ steps: 20, start: 1, runs: [], series: [
    series('Adagrad', 0.4), series('Adagrad (0.04)', 0.04), series('Adadelta', NaN), series('Gradient descent', 1e-7),
  ] }).map(({ name }) => name);
  assert.deepEqual(names, ['Adagrad 0.4', 'Adagrad (0.04)', 'Adadelta', 'Gradient descent 10⁻⁷']);
});
