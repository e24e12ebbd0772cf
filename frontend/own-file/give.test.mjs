import assert from 'node:assert/strict';
import { test } from 'node:test';
import { give, MOST_BYTES, read } from './give.ts';

test('an answer is a key or a refusal in words', () => {
  assert.deepEqual(read(200, '{"key":"ab","rows":3}'), { key: 'ab', refusal: '' });
  assert.deepEqual(read(422, '{"detail":"Line 3 has 1 cell."}'), { key: '', refusal: 'Line 3 has 1 cell.' });
  assert.deepEqual(read(200, '{"refusal":"There is nothing in it."}'), { key: '', refusal: 'There is nothing in it.' });
  assert.match(read(502, '<html>').refusal, /could not be reached/);
  assert.match(read(200, '{}').refusal, /could not be reached/);
});

test('what is too large is not sent', async () => {
  const given = await give({ size: MOST_BYTES + 1 }, 'a.csv', () => assert.fail('nothing is sent'));
  assert.match(given.refusal, /10 MB/);
});
