import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RateSearch } from './search.ts';
import { cells, sentences, studyDiagram } from './study.ts';
import { caution, progress } from './words.ts';

const searched = [
  { name: 'Gradient descent', optimizer: 'sgd', appearance: 0, lr: 0.1 },
  { name: 'Adagrad', optimizer: 'adagrad', appearance: 0, lr: 0.3 },
];
const COLUMNS = { columns: ['trial', 'lr', 'loss', 'heldOut', 'heldOutAccuracy', 'test', 'testAccuracy', 'seconds', 'outcome'] };
const trial = (i, lr, heldOut) => [i, lr, heldOut, heldOut, 0.5, null, null, 1.5, heldOut === null ? 'diverged' : 'finished'];
const part = (run, rows, more = {}) => [
  { run, rows: [...rows, [1, 0.02, 1, 0.5, 0.5, 0.6, 0.81, null, 'finished']] },
  { run, outcome: 'finished', explanation: '', parameters: {
    range: [0.01, 10], examples: [100, 10, 20], start: [2.3], failed: [1], expected: [0.8, 0.6], low: [0.5, 0.5], high: [2, 0.9],
    chosen: [1, 0.0234], test: [0.6, 0.81], ...more,
  } }];

function studyOf(...lines) {
  const search = new RateSearch();
  [COLUMNS, ...lines].forEach((line) => search.take(line));
  return search;
}

const two = (ahead, confirmed = 1) => studyOf(...part('sgd(lr=0.1)', [trial(1, 0.02, 0.5), trial(2, 3, null)]), ...part('adagrad(lr=0.3)', [trial(1, 0.1, 0.7), trial(2, 1, 5)]),
  { run: 'comparison', outcome: 'finished', explanation: '', parameters: { leader: [0], ahead: [1, ahead], confirmed: [1, confirmed] } });

test('there is a dot for each trial, none for the chosen one again, and a marked line for each best', () => {
  const { panels: [best, trials] } = studyDiagram(two(0.99), searched);
  assert.deepEqual(trials.curves.map(({ x }) => x), [[0.02, 3], [0.1, 1]]);
  assert.deepEqual(trials.curves[0].y, [0.5, null]);
  assert.deepEqual(best.curves.map(({ name, style }) => [name, style]).slice(0, 3),
    [['Gradient descent, expected', 'LINE'], ['Gradient descent', 'DOTS'], ['Adagrad, expected', 'LINE']]);
  assert.deepEqual(best.curves[0].x, [1, 2]);
  assert.ok(best.y.high < 5, 'what is far above the start is cut off');
});

test('while trials come they are seen, and nothing is said yet', () => {
  const search = studyOf({ run: 'sgd(lr=0.1)', rows: [trial(1, 0.02, 0.5)] });
  const { panels, says } = studyDiagram(search, searched);
  assert.equal(panels.length, 1);
  assert.equal(says, '');
  assert.equal(progress(search, searched, 2), 'Gradient descent: trial 1 of 2…');
  assert.equal(studyDiagram(studyOf(), searched), undefined);
  assert.equal(cells(search, search.parts[1], 2).join(''), '');
});

test('it is said who leads only where the spread allows it', () => {
  assert.match(sentences(two(0.96), searched), /^Gradient descent leads, and the spread allows to say so, as does the test: .* ahead of Adagrad with a chance of 96 %\. 100 examples train, 10 others choose, and 20 others test/);
  assert.match(sentences(two(0.94), searched), /^Gradient descent is ahead, but the spread does not allow to say that it is better than Adagrad/);
  assert.match(sentences(two(0.99, 0), searched), /^Gradient descent is ahead on what is held out, but not of Adagrad in the test/);
});

test('a study that was stopped says nothing of who leads', () => {
  const stopped = studyOf(...part('sgd(lr=0.1)', [trial(1, 0.02, 0.5)]), { run: 'adagrad(lr=0.3)', outcome: 'cancelled', explanation: '', parameters: { range: [1, 2], examples: [1, 1, 1] } });
  assert.equal(sentences(stopped, searched), '');
});

test('one optimizer alone has no one to lead', () => {
  const alone = studyOf(...part('sgd(lr=0.1)', [trial(1, 0.02, 0.5)]), { run: 'comparison', outcome: 'finished', explanation: '', parameters: { leader: [0], ahead: [1], confirmed: [1] } });
  assert.match(sentences(alone, searched.slice(0, 1)), /^100 examples train/);
});

test('the table has the range, the best with its spread, the one test, what failed and what it took', () => {
  const search = two(0.96);
  assert.deepEqual(cells(search, search.parts[0], 2), ['0.01 to 10', '0.6 (0.5 to 0.9)', '0.023', '0.6 (81.0 %)', '1 of 2', '3 s']);
  const quick = studyOf(...part('sgd(lr=0.1)', [trial(1, 0.02, 0.5).map((cell, i) => (COLUMNS.columns[i] === 'seconds' ? 0.002 : cell))]));
  assert.equal(cells(quick, quick.parts[0], 1).at(-1), '2 ms', 'not 0.0 s');
  assert.match(caution(search), /not of the seed/);
});
