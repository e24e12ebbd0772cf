import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OverlaySource } from './overlay-source';

const answer = (id) => ({ status: 200, answer: { paths: [{ id, points: [[0, 0]], f: 1 }] } });
const rest = () => new Promise((resolve) => { setImmediate(resolve); });

/** A source with a clock that stands, whose answers come when told. */
function sourceOf() {
  let time = 10_000;
  let due = [];
  const asked = [];
  const heard = [];
  const source = new OverlaySource({
    arrived: (paths) => heard.push(paths.map(({ id }) => id)),
    failed: (message) => heard.push(message),
  }, {
    get: (url, signal) => new Promise((resolve, reject) => {
      asked.push({ url, at: time, signal, resolve, reject });
    }),
    now: () => time,
    later(milliseconds, action) {
      const entry = { at: time + milliseconds, action };
      due.push(entry);
      return () => { due = due.filter((other) => other !== entry); };
    },
  });
  return {
    source, asked, heard,
    async answerWith(what) {
      asked.at(-1).resolve(what);
      await rest();
    },
    async pass(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((other) => other !== next);
        time = Math.max(time, next.at);
        next.action();
        await rest();
      }
      time = end;
    },
  };
}

test('a revision is fetched once', async () => {
  const { source, asked, heard, answerWith, pass } = sourceOf();
  source.want('u', 0);
  await answerWith(answer(1));
  source.want('u', 0);
  await pass(5000);
  assert.equal(asked.length, 1);
  assert.deepEqual(heard, [[], [1]]);
});

test('many revisions are fetched twice a second at most, the last one too', async () => {
  const { source, asked, answerWith, pass } = sourceOf();
  for (let revision = 1; revision <= 40; revision++) {
    source.want('u', revision);
    if (asked.length > 0) await answerWith(answer(revision));
    await pass(50);
  }
  await answerWith(answer(99));
  await pass(500);
  assert.deepEqual(asked.map(({ at }) => at - 10_000), [0, 500, 1000, 1500, 2000]);
});

test('a slow answer is waited for, and then asked again', async () => {
  const { source, asked, answerWith, pass } = sourceOf();
  source.want('u', 1);
  await pass(3000);
  source.want('u', 2);
  await pass(3000);
  assert.equal(asked.length, 1);
  await answerWith(answer(1));
  assert.equal(asked.length, 2);
});

test('an answer from an address that is no longer wanted is dropped', async () => {
  const { source, asked, heard, pass } = sourceOf();
  source.want('a', 0);
  source.want('b', 0);
  await pass(500);
  assert.equal(asked[0].signal.aborted, true);
  asked[0].resolve(answer(1));
  await rest();
  asked[1].resolve(answer(2));
  await rest();
  assert.deepEqual(heard, [[], [], [2]]);
  source.want('', 0);
  await pass(60_000);
  assert.deepEqual(heard.at(-1), []);
  assert.equal(asked.length, 2);
});

test('a server that does not answer is asked again, ever more patiently', async () => {
  const { source, asked, heard, answerWith, pass } = sourceOf();
  source.want('u', 0);
  asked[0].reject(new TypeError('Failed to fetch'));
  await rest();
  await pass(2000);
  await answerWith({ status: 503 });
  await pass(4000);
  await answerWith(answer(5));
  assert.deepEqual(asked.map(({ at }) => at - 10_000), [0, 2000, 6000]);
  assert.deepEqual(heard, [[], 'Failed to fetch', 'The server answered 503.', [5]]);
});

test('a refusal is told and not repeated until there is news', async () => {
  const { source, asked, heard, answerWith, pass } = sourceOf();
  source.want('u', 0);
  await answerWith({ status: 403 });
  await pass(60_000);
  assert.equal(asked.length, 1);
  source.want('u', 1);
  assert.equal(asked.length, 2);
  assert.deepEqual(heard, [[], 'The server answered 403.']);
});

test('an answer that is none is told', async () => {
  const { source, heard, answerWith } = sourceOf();
  source.want('u', 0);
  await answerWith({ status: 200, answer: { path: [] } });
  assert.deepEqual(heard, [[], 'The answer has no paths.']);
});
