import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { TrainingRun } from './training-run';
import { bandSummary, closing, duration, fullName, inLine, progress, remaining, summary } from './words';

const realFetch = globalThis.fetch;
afterEach(() => { globalThis.fetch = realFetch; });

const columns = ['epoch', 'examples', 'loss', 'seconds'];
const header = {
  kind: 'training', data: 'airfoil', model: 'linear', examples: 1500, epochs: 2, batch: 10,
  series: [
    { spec: 'adagrad(lr=0.1)', optimizer: 'adagrad', title: 'Adagrad', columns },
    { spec: 'adagrad(lr=9)', optimizer: 'adagrad', title: 'Adagrad', columns },
  ],
};

function frame(type, payload) {
  const bytes = new Uint8Array(5 + payload.length);
  new DataView(bytes.buffer).setUint32(0, payload.length, true);
  bytes[4] = type;
  bytes.set(payload, 5);
  return bytes;
}

const json = (type, value) => frame(type, new TextEncoder().encode(JSON.stringify(value)));

function rows(series, values, stride = 4) {
  const payload = new Uint8Array(4 + 8 * values.length);
  const view = new DataView(payload.buffer);
  view.setUint16(0, series, true);
  view.setUint16(2, stride, true);
  values.forEach((value, i) => view.setFloat64(4 + 8 * i, value, true));
  return frame(2, payload);
}

async function follow(frames, seen = () => {}) {
  globalThis.fetch = async () => new Response(new Blob(frames).stream());
  const run = new TrainingRun();
  run.subscribe(() => seen(run));
  await run.follow('stream/runs/x', new AbortController().signal);
  return run;
}

test('a run is what its frames say, at every moment', async () => {
  const states = [];
  const run = await follow([
    json(1, header),
    rows(0, [0, 0, 0.7, 0, 1, 1500, 0.3, 0.01]),
    json(3, { series: 0, done: 1500, total: 3000, secondsPerEpoch: 0.0002, secondsLeft: 0.42 }),
    json(4, { series: 1, outcome: 'diverged', message: 'Above the bound.', secondsPerEpoch: null }),
    json(4, { series: 0, outcome: 'finished', message: null, secondsPerEpoch: 0.00021 }),
    json(5, { outcome: 'finished' }),
  ], (now) => states.push([now.state, progress(now.series[0], 2, 1500), now.examples.seen]));
  assert.deepEqual(states[0], ['running', 'waiting for its turn', 0]);
  assert.deepEqual(states[2], ['running', 'epoch 1.0 of 2 \u00b7 0.4 s left', 1500]);
  assert.equal(run.state, 'finished');
  assert.deepEqual([...run.series[0].loss.values], [0.7, 0.3]);
  assert.equal(run.series[0].latestLoss, 0.3);
  assert.equal(run.series[1].appearance, 1);
  assert.match(summary(run), /Adagrad \(lr=0\.1\) at epoch 1, loss from 0\.7 to 0\.3/);
  assert.match(closing(run), /Adagrad \(lr=9\): diverged/);
});

test('a run that is gone is told from one that failed', async () => {
  globalThis.fetch = async () => new Response('', { status: 404 });
  const run = new TrainingRun();
  await run.follow('stream/runs/x', new AbortController().signal);
  assert.equal(run.state, 'gone');
  const failed = await follow([json(1, header), json(5, { outcome: 'failed', message: 'No memory.' })]);
  assert.deepEqual([failed.state, failed.message], ['failed', 'No memory.']);
});

test('a run that waits says where it stands, until it has its turn', async () => {
  const said = [];
  const run = await follow([
    json(7, { place: 3, of: 5 }),
    json(7, { place: 1, of: 4 }),
    json(7, { place: 0, of: 0 }),
    json(1, header),
    json(7, { place: 2, of: 2 }),
    json(5, { outcome: 'cancelled' }),
  ], (now) => said.push(inLine(now)));
  assert.match(said[0], /^Third in line; 2 runs before you\./);
  assert.match(said[1], /^First in line; yours is next\./);
  assert.equal(said[2], '');
  assert.match(said[4], /^Second in line; 1 run before you\. .* yours goes on from where it is\.$/);
  assert.equal(inLine(run), '');
  run.place = { place: 11, of: 30 };
  assert.match(inLine(run), /^11th in line; 10 runs before you/);
  run.place = { place: 22, of: 30 };
  assert.match(inLine(run), /^22nd in line/);
});

test('columns grow past their first room', async () => {
  const values = Array.from({ length: 1000 }, (_, i) => [i, i, 1 / (i + 1), 0]).flat();
  const run = await follow([json(1, header), rows(0, values), json(5, { outcome: 'finished' })]);
  assert.equal(run.series[0].loss.length, 1000);
  assert.equal(run.series[0].loss.last, 1 / 1000);
});

test('times are said shortly', () => {
  assert.deepEqual([2e-5, 0.00021, 0.25, 1.26, 75, 7500].map(duration),
    ['20 \u00b5s', '0.21 ms', '250 ms', '1.3 s', '1 min 15 s', '2 h 5 min']);
  assert.deepEqual([0.04, 0.42, 75].map(remaining), ['0.0 s', '0.4 s', '1 min 15 s']);
  assert.equal(fullName({ header: { title: 'Adam', spec: 'adam' } }), 'Adam');
  const staged = { title: 'Adagrad, then Gradient descent', spec: 'adagrad(lr=0.4,eps=0)~500~sgd(lr=0.1)' };
  assert.equal(fullName({ header: staged }), 'Adagrad, then Gradient descent (lr=0.4, eps=0; from 500 on lr=0.1)');
});

test('what is measured by band is kept by band', async () => {
  const run = await follow([
    json(1, {
      ...header,
      bands: [{ column: 'band1', first: 1, last: 5, documents: 5379.2 }, { column: 'band2', first: 6, last: 20, documents: 9 }],
      series: [{ spec: 'counter(lr=8)', optimizer: 'counter', title: 'Counter', columns: [...columns, 'band1', 'band2'] }],
    }),
    rows(0, [0, 0, 0.7, 0, 1, 1.01, 1, 1500, 0.3, 0.01, 0.213, 0.5], 6),
    json(5, { outcome: 'finished' }),
  ]);
  assert.deepEqual(run.series[0].errors.map((column) => [...column.values]), [[1, 0.213], [1.01, 0.5]]);
  assert.equal(bandSummary(run),
    'Counter (lr=8) at epoch 1: weight error 0.21 on words 1 to 5, 0.50 on words 6 to 20.');
});

test('a training on pictures tells of its tests, its filters and how its layers learn', async () => {
  const layered = [...columns, 'fc.gradient', 'fc.rate05', 'fc.rate50', 'fc.rate95'];
  const filters = { count: 1, side: 1, scale: 0.5, values: btoa('\x7f') };
  let changes = 0;
  const run = await follow([
    json(1, {
      ...header, examples: 600, classes: ['Coat', 'Bag'], layers: ['fc'],
      series: [{ spec: 'adagrad(lr=0.1)', optimizer: 'adagrad', title: 'Adagrad', columns: layered }],
    }),
    json(6, { series: 0, filters, test: null }),
    rows(0, [0, 0, NaN, 0, NaN, NaN, NaN, NaN, 0.5, 300, 2, 0.1, 1, 0.1, 0.2, 0.3, 1, 600, 1, 0.2, 0.5, 0.01, 0.02, 0.03], 8),
    json(3, { series: 0, done: 600, total: 1200, secondsPerEpoch: 0.2, secondsLeft: 0.2 }),
    json(6, { series: 0, filters, test: { epoch: 1, loss: 0.5, accuracy: 0.75, confusion: [5, 3, 2, 10], mistakes: [] } }),
    json(4, { series: 0, outcome: 'finished', secondsPerEpoch: 0.2 }),
    json(5, { outcome: 'finished' }),
  ], () => { changes++; });
  const [series] = run.series;
  assert.equal(changes, 7);
  assert.deepEqual(series.layers, [{ name: 'fc', gradient: 0.5, rates: [0.01, 0.02, 0.03] }]);
  assert.deepEqual(series.layersAtFirst[0].rates, [0.1, 0.2, 0.3]);
  assert.deepEqual([...series.loss.values], [2, 1]);
  assert.equal(series.latestTest.accuracy, 0.75);
  assert.equal(series.speed, 3000);
  assert.equal(series.filters.values, btoa('\x7f'));
});

test('a column beside the loss is known as it was evaluated last', async () => {
  const more = [...columns, 'test'];
  const run = await follow([
    json(1, { ...header, tested: 20, baseline: { loss: 0.5, test: 0.6 }, series: [{ ...header.series[0], columns: more }] }),
    rows(0, [0, 0, 0.7, 0, 0.9, 1, 1500, 0.3, 0.01, 0.4], 5),
    json(5, { outcome: 'finished' }),
  ]);
  assert.equal(run.series[0].latest('test'), 0.4);
  assert.ok(Number.isNaN(run.series[0].latest('accuracy')));
  assert.equal(run.header.baseline.test, 0.6);
});
