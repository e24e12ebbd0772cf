import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineQueue } from './lines.ts';
import { RateSearch } from './search.ts';
import { caution, picks, progress, searchDiagram, sentence } from './words.ts';

const searched = [
  { name: 'Gradient descent', optimizer: 'sgd', appearance: 0, lr: 0.1 },
  { name: 'Adagrad', optimizer: 'adagrad', appearance: 0, lr: 0.3 },
];
const COLUMNS = { columns: ['batch', 'lr', 'loss', 'smoothed'] };
const row = (batch, lr, smoothed) => [batch, lr, smoothed, smoothed];

function searchOf(...lines) {
  const search = new RateSearch();
  lines.forEach((line) => search.take(line));
  return search;
}

const ENDED = {
  run: 'sgd(lr=1e-5)', outcome: 'diverged', explanation: 'By a rate of 9 the loss had blown up.',
  parameters: { steepest: [0.0123], lowest: [0.1], careful: [0.01] },
};
const tested = () => searchOf(COLUMNS, { run: 'sgd(lr=1e-5)', rows: [row(1, 0.001, 2), row(2, 0.0123, 1.5)] },
  { run: 'sgd(lr=1e-5)', rows: [row(3, 0.1, 1), row(4, 1, 9)] }, ENDED, { run: 'adagrad(lr=1e-5)', rows: [row(1, 0.001, 2)] });

test('lines are told apart wherever pieces break', () => {
  const queue = new LineQueue();
  const bytes = new TextEncoder().encode('{"a":"é"}\n\n{"b":1}\n{"c"');
  const lines = [];
  for (const byte of bytes) lines.push(...queue.push(Uint8Array.of(byte)));
  assert.deepEqual(lines, ['{"a":"é"}', '{"b":1}']);
  assert.deepEqual(queue.push(new TextEncoder().encode(':2}\n')), ['{"c":2}']);
});

test('rows belong to the optimizer whose end has not come, though two are of one name', () => {
  const twice = searchOf(COLUMNS, { run: 'sgd()', rows: [row(1, 1, 2)] }, { ...ENDED, run: 'sgd()' }, { run: 'sgd()', rows: [row(1, 1, 3)] });
  assert.deepEqual(twice.parts.map(({ rows }) => rows.length), [1, 1]);
  assert.equal(twice.parts[1].end, undefined);
});

test('one that diverged at once has a part without rows', () => {
  assert.equal(searchOf(COLUMNS, ENDED).parts.length, 1);
});

test('the diagram has the smoothed losses and the marks, and cuts off what has blown up', () => {
  const { panels: [{ curves, x, y }] } = searchDiagram(tested(), searched, [1e-5, 10]);
  assert.deepEqual(curves.map(({ name, style }) => [name, style]), [
    ['Gradient descent', 'LINE'], ['Gradient descent: steepest fall, and lowest', 'DOTS'], ['Adagrad', 'LINE']]);
  assert.deepEqual(curves[1].x, [0.0123, 0.1]);
  assert.deepEqual(curves[1].y, [1.5, 1]);
  assert.ok(x.log);
  assert.equal(y.high, 3.2);
});

test('nothing is drawn before the first rows', () => {
  assert.equal(searchDiagram(searchOf(COLUMNS), searched, [1e-5, 10]), undefined);
});

test('what is found is said, and offered to train with', () => {
  const search = tested();
  assert.match(sentence(search, search.parts[0], 'Gradient descent'), /falls fastest at 0.0123|falls fastest at 0.012/);
  assert.match(sentence(search, search.parts[0], 'Gradient descent'), /a tenth of that, 0.01, .* had blown up/);
  assert.deepEqual(picks(search, search.parts[0]).map(({ rate }) => rate), [0.012, 0.01]);
  assert.deepEqual(picks(search, search.parts[1]), []);
  assert.deepEqual(picks(search, undefined), []);
});

test('where nothing fell no rate is told', () => {
  const search = searchOf(COLUMNS, { run: 'sgd()', rows: [row(1, 1, 2)] }, { run: 'sgd()', outcome: 'finished', explanation: '' });
  assert.match(sentence(search, search.parts[0], 'Adam'), /no rate can be told/);
  assert.deepEqual(picks(search, search.parts[0]), []);
});

test('a sweep has the least loss, where it diverges, and warns of an end of the range', () => {
  const columns = { columns: ['lr', 'loss', 'outcome'] };
  const rows = [[0.01, 3, 'finished'], [0.1, 1, 'finished'], [1, 2, 'finished'], [10, null, 'diverged']];
  const end = { run: 'sgd()', outcome: 'finished', explanation: '' };
  const search = searchOf(columns, { run: 'sgd()', rows }, end);
  assert.equal(sentence(search, search.parts[0], 'Adam'), 'Adam: the least loss, 1, is at 0.1; it diverges at 10.');
  assert.deepEqual(picks(search, search.parts[0]).map(({ rate }) => rate), [0.1]);
  const { panels: [{ curves }] } = searchDiagram(search, searched, [0.01, 10]);
  assert.deepEqual(curves[0].y, [3, 1, 2, null]);
  assert.ok(curves[0].measured);
  const falling = searchOf(columns, { run: 'sgd()', rows: rows.slice(0, 2) }, end);
  assert.match(sentence(falling, falling.parts[0], 'Adam'), /end of the range/);
  const none = searchOf(columns, { run: 'sgd()', rows: rows.slice(3) }, end);
  assert.equal(sentence(none, none.parts[0], 'Adam'), 'Adam: diverges at every rate.');
});

test('how far it is', () => {
  assert.equal(progress(tested(), searched, 200), 'Adagrad: batch 1 of 200…');
  assert.equal(progress(searchOf(COLUMNS, ENDED, ENDED), searched, 200), '');
  assert.match(caution(tested()), /One short training/);
  assert.match(caution(searchOf({ columns: ['lr', 'loss', 'outcome'] })), /Short trainings/);
});
