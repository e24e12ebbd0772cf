import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksIn } from '../training-chart/curvature.ts';
import { looksDiagram, portraitDiagram, portraitSentence, range } from './diagrams.ts';

const COLUMNS = ['epoch', 'examples', 'loss', 'seconds', 'lambda1', 'lambda2', 'lambda3', 'edge', 'lookSeconds'];
const header = { kind: 'training', examples: 500, epochs: 100, batch: 500, lookedAt: 500 };
const look = (epoch, lambda, edge) => ({ epoch, lambdas: [lambda, 2, 1], edge, seconds: 0.5 });
const series = (optimizer, looks, more = {}) => ({
  header: { spec: `${optimizer}(lr=0.1)`, title: optimizer, optimizer, columns: COLUMNS }, looks, ...more,
});
const view = (by, over10) => ({
  by, over10, over20: null, over100: null, overMean: 9, negatives: 0.2, diagonalSpread: 5, places: [-0.2, 0.4, 1], density: [0, 3, 1],
});
const portrait = {
  sample: 100, parameters: 20, exact: true, draws: 0, seconds: 1, slope: 0.5, correlation: 0.9, points: [0, 1, 2, 2],
  views: [view('NONE', 20), view('OWN', 9), view('PERMUTED', 18), view('PERMUTED', 22), view('DIAGONAL', 4)],
};

test('looks are the rows that have one', () => {
  const rows = { series: 0, stride: 9, values: Float64Array.of(1, 500, 2, 1, NaN, NaN, NaN, NaN, NaN, 2, 1000, 1, 2, 20, 9, 8, 0.9, 0.1) };
  assert.deepEqual(looksIn(rows, COLUMNS), [{ epoch: 2, lambdas: [20, 9, 8], edge: 0.9, seconds: 0.1 }]);
  assert.deepEqual(looksIn({ ...rows, stride: 4 }, COLUMNS.slice(0, 4)), []);
});

test('there is a line at 1, and each optimizer in its color', () => {
  const run = { header, series: [series('sgd', [look(1, 18, 0.9), look(100, 20, 1.01)]), series('adam', [look(50, 40, NaN)])] };
  const { panels, says } = looksDiagram(run);
  assert.deepEqual(panels.map(({ curves }) => curves.length), [2, 2]);
  assert.deepEqual(panels[0].curves.at(-1), { name: 'steps grow above', look: '', style: 'DASHED', x: [0, 100], y: [1, 1] });
  assert.deepEqual(panels[0].curves[0].x, [1, 100]);
  assert.ok(panels.every(({ curves }) => curves.every(({ style, measured }) => style === 'DASHED' || measured)), 'a table tells what was measured only');
  assert.equal(panels[1].curves[1].look, 'adam');
  assert.match(says, /sgd \(lr=0.1\) is at 1.01 of its line at step 100/);
  assert.match(says, /adam \(lr=0.1\) has no such line/);
  assert.match(says, /all the pictures/);
});

test('batches are told for what they are', () => {
  const { says, panels } = looksDiagram({ header: { ...header, batch: 50 }, series: [series('sgd', [look(1, 18, 0.9)])] });
  assert.match(says, /by 50 of 500 pictures: their noise/);
  assert.deepEqual(panels[0].curves[0].x, [10]);
});

test('nothing is drawn before the first look', () => {
  assert.equal(looksDiagram({ header, series: [series('sgd', [])] }), undefined);
  assert.equal(looksDiagram({ series: [] }), undefined);
  assert.equal(portraitDiagram(series('sgd', [])), undefined);
});

test('a look that is not finite leaves a gap', () => {
  const { panels } = looksDiagram({ header, series: [series('sgd', [look(1, NaN, NaN), look(2, 18, 0.9)])] });
  assert.deepEqual(panels[0].curves[0].y, [null, 0.9]);
});

test('the portrait says the slope first, and the control beside', () => {
  const says = portraitSentence(portrait);
  assert.match(says, /^What the optimizer divides by goes with the power 0.50/);
  assert.match(says, /20.0 times the tenth as it is, 9.0 times with these rates, 18.0 to 22.0 times/);
  assert.match(portraitSentence({ ...portrait, slope: null }), /one rate/);
  assert.match(portraitSentence({ ...portrait, exact: false }), /Gauss–Newton/);
  assert.doesNotMatch(portraitSentence({ ...portrait, exact: false }), /estimated/);
  assert.match(portraitSentence({ ...portrait, exact: false, draws: 256 }), /estimated by 256 draws at random: the standard error of each entry is 9 % of it/);
  assert.match(portraitSentence({ ...portrait, exact: false, draws: 256, slope: null }), /estimated by 256 draws/);
});

test('the fit goes through the mean of the points', () => {
  const [cloud, density] = portraitDiagram(series('adagrad', [], { portrait })).panels;
  assert.deepEqual(cloud.curves[1].y, [1, 2]);
  assert.deepEqual(density.curves.map(({ name }) => name).length, 4);
  assert.ok(density.curves[0].y.every((value) => value > 0));
});

test('a range of what was not found says so', () => {
  assert.equal(range([null]), 'an unknown number of');
  assert.equal(range([3, null, 3]), '3.0');
});
