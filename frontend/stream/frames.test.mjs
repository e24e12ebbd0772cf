import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByteQueue, dispatch, followRun, FrameType, RunGone } from './frames';

function frame(type, payload) {
  const bytes = new Uint8Array(5 + payload.length);
  new DataView(bytes.buffer).setUint32(0, payload.length, true);
  bytes[4] = type;
  bytes.set(payload, 5);
  return bytes;
}

function json(value) {
  return new TextEncoder().encode(JSON.stringify(value));
}

function rows(series, stride, values) {
  const payload = new Uint8Array(4 + 8 * values.length);
  const view = new DataView(payload.buffer);
  view.setUint16(0, series, true);
  view.setUint16(2, stride, true);
  values.forEach((value, i) => view.setFloat64(4 + 8 * i, value, true));
  return payload;
}

function recorder() {
  const seen = [];
  const keep = (name) => (value) => seen.push([name, value]);
  return { seen, header: keep('header'), rows: keep('rows'), seriesEnd: keep('seriesEnd'), end: keep('end') };
}

test('frames come out whole, however the bytes are cut', () => {
  const bytes = Uint8Array.from([...frame(1, json({ a: 1 })), ...frame(5, json({}))]);
  for (let cut = 1; cut < bytes.length; cut++) {
    const queue = new ByteQueue();
    const types = [];
    for (const chunk of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
      queue.push(chunk);
      for (let one = queue.takeFrame(); one; one = queue.takeFrame()) types.push(one[4]);
    }
    assert.deepEqual(types, [1, 5]);
  }
});

test('rows are read as doubles', () => {
  const listener = recorder();
  assert.equal(dispatch(frame(FrameType.ROWS, rows(3, 2, [1.5, NaN, -1e300, 0])), listener), false);
  const [[, { series, stride, values }]] = listener.seen;
  assert.deepEqual([series, stride, [...values]], [3, 2, [1.5, NaN, -1e300, 0]]);
});

test('an unknown frame is passed over and the end is told', () => {
  const listener = recorder();
  assert.equal(dispatch(frame(99, json({})), listener), false);
  assert.equal(dispatch(frame(FrameType.END, json({ outcome: 'finished' })), listener), true);
  assert.deepEqual(listener.seen, [['end', { outcome: 'finished' }]]);
});

test('a broken connection is taken up at the next row of each series', async (context) => {
  const asked = [];
  const header = frame(1, json({ kind: 'race' }));
  const answers = [
    header,
    Uint8Array.from([...header, ...frame(2, rows(2, 2, [1, 2, 3, 4])), ...frame(2, rows(0, 3, [1, 2, 3])), 9]),
    Uint8Array.from([...frame(2, rows(0, 3, [4, 5, 6])), ...frame(5, json({ outcome: 'finished' }))]),
  ];
  context.mock.method(globalThis, 'fetch', async (url) => {
    asked.push(url);
    return new Response(answers.shift());
  });
  const listener = recorder();
  await followRun('stream/runs/x', listener, new AbortController().signal);
  assert.deepEqual(asked, ['stream/runs/x?from=0', 'stream/runs/x?from=0', 'stream/runs/x?from=1,0,2']);
  assert.deepEqual(listener.seen.map(([name]) => name), ['header', 'rows', 'rows', 'rows', 'end']);
});

test('a run that is gone is told apart', async (context) => {
  context.mock.method(globalThis, 'fetch', async () => new Response(null, { status: 404 }));
  await assert.rejects(followRun('stream/runs/x', recorder(), new AbortController().signal), RunGone);
});
