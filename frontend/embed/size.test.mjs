import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listener, sizeOf } from './size.ts';

const OWN = 'https://lab.example.org';

test('an allowed page around is told', () => {
  assert.equal(listener('https://a.example https://b.example', OWN, ['https://b.example'], ''), 'https://b.example');
  assert.equal(listener('https://a.example', OWN, undefined, 'https://a.example/course?x=1'), 'https://a.example');
  assert.equal(listener('', OWN, [OWN], ''), OWN);
});

test('nobody else is told, whatever the referrer says', () => {
  assert.equal(listener('https://a.example', OWN, ['https://evil.example'], 'https://a.example/'), undefined);
  assert.equal(listener('https://a.example', OWN, undefined, 'https://a.example.evil/'), undefined);
  assert.equal(listener('https://a.example', OWN, undefined, ''), undefined);
  assert.equal(listener('', OWN, ['null'], ''), undefined);
});

test('a height is told once, and only if the frame is too low', () => {
  assert.deepEqual(sizeOf(500.2, 300, 0), { type: 'descentlab:size', height: 501 });
  assert.equal(sizeOf(501, 300, 501), undefined);
  assert.equal(sizeOf(501, 501, 0), undefined);
  assert.equal(sizeOf(300, 501, 0), undefined);
});
