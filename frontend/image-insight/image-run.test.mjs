import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { bytesOf, ImageRun, worstConfusion } from './image-run';

const realFetch = globalThis.fetch;
afterEach(() => { globalThis.fetch = realFetch; });

const columns = ['epoch', 'examples', 'loss', 'seconds', 'fc.gradient', 'fc.rate05', 'fc.rate50', 'fc.rate95'];
const header = {
  kind: 'training', data: 'silhouettes', model: 'softmax', examples: 600, epochs: 2, batch: 64,
  classes: ['Coat', 'Bag'], layers: ['fc'],
  series: [{ spec: 'adagrad(lr=0.1)', optimizer: 'adagrad', title: 'Adagrad', columns }],
};
const tested = { epoch: 1, loss: 0.5, accuracy: 0.75, confusion: [5, 3, 2, 10], mistakes: [] };

function frame(type, payload) {
  const bytes = new Uint8Array(5 + payload.length);
  new DataView(bytes.buffer).setUint32(0, payload.length, true);
  bytes[4] = type;
  bytes.set(payload, 5);
  return bytes;
}

const json = (type, value) => frame(type, new TextEncoder().encode(JSON.stringify(value)));

function rows(values) {
  const payload = new Uint8Array(4 + 8 * values.length);
  const view = new DataView(payload.buffer);
  view.setUint16(2, columns.length, true);
  values.forEach((value, i) => view.setFloat64(4 + 8 * i, value, true));
  return frame(2, payload);
}

test('a run tells of its tests, its filters and how its layers learn', async () => {
  const filters = { count: 1, side: 1, scale: 0.5, values: btoa('\x7f') };
  globalThis.fetch = async () => new Response(new Blob([
    json(1, header),
    json(6, { series: 0, filters, test: null }),
    rows([0.5, 300, 2, 0.1, 1, 0.1, 0.2, 0.3, 1, 600, 1, 0.2, 0.5, 0.01, 0.02, 0.03]),
    json(3, { series: 0, examples: 600, total: 1200, secondsPerEpoch: 0.2, secondsLeft: 0.2 }),
    json(6, { series: 0, filters, test: tested }),
    json(4, { series: 0, outcome: 'finished' }),
    json(5, { outcome: 'finished' }),
  ]).stream());
  const run = new ImageRun();
  let changes = 0;
  await run.follow('stream/runs/x', () => { changes++; }, new AbortController().signal);
  const [series] = run.series;
  assert.equal(changes, 7);
  assert.deepEqual(series.layers, [{ name: 'fc', gradient: 0.5, rates: [0.01, 0.02, 0.03] }]);
  assert.deepEqual(series.layersAtFirst[0].rates, [0.1, 0.2, 0.3]);
  assert.equal(series.latest.accuracy, 0.75);
  assert.equal(series.speed, 3000);
  assert.equal(series.ended, true);
  assert.deepEqual([...bytesOf(series.filters.values)], [127]);
});

test('the worst confusion is the largest count off the diagonal', () => {
  assert.deepEqual(worstConfusion(tested, header.classes), { label: 'Coat', takenFor: 'Bag', count: 3 });
  assert.equal(worstConfusion({ ...tested, confusion: [5, 0, 0, 5] }, header.classes), undefined);
});
