import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RoomStream, waitBefore } from './room-stream';

/** A room's stream with everything around it made up. */
function streaming(statuses = []) {
  const sources = [];
  const waits = [];
  const heard = [];
  const stream = new RoomStream('stream/rooms/R', {
    scene: (data) => heard.push(data),
    ink: (data) => heard.push(`ink ${data}`),
    changed: (connection, status) => heard.push(status ? `${connection} ${status}` : connection),
  }, {
    open(url) {
      const listeners = {};
      const source = {
        url, readyState: 0, addEventListener: (name, listener) => { listeners[name] = listener; },
        close() { source.readyState = 2; },
        fire(name, data, readyState = 1) {
          source.readyState = readyState;
          listeners[name]({ data });
        },
      };
      sources.push(source);
      return source;
    },
    probe: async () => statuses.shift(),
    later(milliseconds, action) {
      const wait = { milliseconds, action, cancelled: false };
      waits.push(wait);
      return () => { wait.cancelled = true; };
    },
    random: () => 0.5,
  });
  return { stream, sources, waits, heard };
}

const rest = () => new Promise((resolve) => { setImmediate(resolve); });

test('waits grow to a bound and are spread by a quarter', () => {
  assert.deepEqual([0, 1, 2, 10, 2000].map((attempt) => waitBefore(attempt, 0.5)), [500, 1000, 2000, 10_000, 10_000]);
  assert.deepEqual([waitBefore(1, 0), waitBefore(1, 1)], [750, 1250]);
});

test('scenes pass through, and the browser is left to reconnect by itself', async () => {
  const { stream, sources, waits, heard } = streaming();
  stream.start();
  sources[0].fire('open');
  sources[0].fire('scene', 'one');
  sources[0].fire('error', undefined, 0);
  sources[0].fire('open');
  sources[0].fire('scene', 'two');
  await rest();
  assert.deepEqual(heard, ['connecting', 'open', 'one', 'lost', 'open', 'two']);
  assert.deepEqual([sources.length, waits.length], [1, 0]);
});

test('ink passes through in its order among the scenes', () => {
  const { stream, sources, heard } = streaming();
  stream.start();
  sources[0].fire('open');
  sources[0].fire('scene', 'one');
  sources[0].fire('ink', 'a');
  sources[0].fire('ink', 'b');
  sources[0].fire('scene', 'two');
  assert.deepEqual(heard, ['connecting', 'open', 'one', 'ink a', 'ink b', 'two']);
});

test('where the browser gives up it is tried again, ever more patiently, and anew after a success', async () => {
  const { stream, sources, waits, heard } = streaming([undefined, 503, undefined]);
  stream.start();
  for (let i = 0; i < 2; i++) {
    sources.at(-1).fire('error', undefined, 2);
    await rest();
    waits.at(-1).action();
  }
  sources.at(-1).fire('open');
  sources.at(-1).fire('error', undefined, 2);
  await rest();
  assert.deepEqual(waits.map(({ milliseconds }) => milliseconds), [500, 1000, 500]);
  assert.equal(sources.length, 3);
  assert.deepEqual(heard, ['connecting', 'lost', 'lost', 'open', 'lost']);
});

for (const status of [401, 403, 404, 410]) {
  test(`a refusal by ${status} ends it`, async () => {
    const { stream, sources, waits, heard } = streaming([status]);
    stream.start();
    sources[0].fire('error', undefined, 2);
    await rest();
    stream.hurry();
    assert.deepEqual(heard, ['connecting', 'lost', `refused ${status}`]);
    assert.deepEqual([sources.length, waits.length], [1, 0]);
  });
}

test('a closed room ends it', () => {
  const { stream, sources, heard } = streaming();
  stream.start();
  sources[0].fire('open');
  sources[0].fire('closed');
  stream.hurry();
  assert.deepEqual(heard, ['connecting', 'open', 'closed']);
  assert.deepEqual([sources.length, sources[0].readyState], [1, 2]);
});

test('a network that is back is used at once, and what an old connection says is not heard', async () => {
  const { stream, sources, waits, heard } = streaming([undefined]);
  stream.start();
  sources[0].fire('error', undefined, 2);
  await rest();
  stream.hurry();
  assert.equal(waits[0].cancelled, true);
  sources[0].fire('scene', 'old');
  sources[1].fire('open');
  stream.hurry();
  assert.equal(sources.length, 2);
  assert.deepEqual(heard, ['connecting', 'lost', 'open']);
});

test('who stops hears no more', async () => {
  const { stream, sources, waits, heard } = streaming([undefined]);
  stream.start();
  sources[0].fire('error', undefined, 2);
  stream.stop();
  await rest();
  assert.deepEqual([heard, waits.length], [['connecting', 'lost'], 0]);
});
