import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { FieldSource } from './field-source';

const WINDOW = [-1, 1, -1, 1];
const VIEWPORT = { window: WINDOW, width: 300, height: 300 };
const SIZE = 48;

/** Heights of one value, as they come with a race. */
function ground(query, height) {
  const values = new Float32Array(SIZE * SIZE).fill(height);
  return { query, view: { window: WINDOW, columns: SIZE, rows: SIZE }, bytes: new Uint8Array(values.buffer) };
}

/** A source, what it has asked for, and how to answer each. */
function source(t) {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  globalThis.window = globalThis;
  const asked = [];
  globalThis.fetch = (url, { signal }) => new Promise((answer, refuse) => {
    signal.addEventListener('abort', () => refuse(new Error('aborted')));
    const [columns, rows] = ['columns', 'rows'].map((key) => Number(new RegExp(`${key}=(\\d+)`).exec(url)[1]));
    asked.push({
      url,
      answer: (height) => answer({
        ok: true, arrayBuffer: () => Promise.resolve(new Float32Array(columns * rows).fill(height).buffer),
      }),
    });
  });
  return { source: new FieldSource(() => {}), asked };
}

/** Lets what has been answered be taken. */
const settled = () => new Promise((done) => { setImmediate(done); });

test('heights that come with the hand put aside those that are under way', async (t) => {
  const { source: it, asked } = source(t);
  it.want('rotate=1', VIEWPORT);
  mock.timers.tick(0);
  it.take(ground('rotate=2', 8), VIEWPORT);
  const taken = it.relief;
  asked[0].answer(3);
  await settled();
  assert.equal(it.relief, taken);
});

test('finer heights are asked once the hand rests, not between', async (t) => {
  const { source: it, asked } = source(t);
  it.want('rotate=0', VIEWPORT);
  mock.timers.tick(0);
  for (let degrees = 1; degrees <= 10; degrees++) {
    it.take(ground(`rotate=${degrees}`, degrees), VIEWPORT);
    mock.timers.tick(40);
    asked.forEach(({ answer }) => answer(1));
    await settled();
  }
  assert.deepEqual(asked.map(({ url }) => url.match(/rotate=\d+/)[0]), ['rotate=0']);
  mock.timers.tick(300);
  await settled();
  assert.deepEqual(asked.map(({ url }) => url.match(/rotate=\d+/)[0]), ['rotate=0', 'rotate=10']);
});
