import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf } from './rows';

test('a formula of several is parted after its commas', () => {
  assert.deepEqual(rowsOf('v \\leftarrow \\beta v + g, \\quad x \\leftarrow x - \\eta v'),
    ['v \\leftarrow \\beta v + g,', 'x \\leftarrow x - \\eta v']);
});

test('nothing inside braces, brackets that grow or an environment is parted', () => {
  for (const tex of [
    'x^{a, \\quad b}', '\\left( a, \\quad b \\right)', '\\begin{cases} a, \\quad b \\end{cases}', 'a, b', 'a \\quad b',
  ]) {
    assert.deepEqual(rowsOf(tex), [tex]);
  }
  assert.deepEqual(rowsOf('\\{ a \\rightarrow b \\}, \\quad c'), ['\\{ a \\rightarrow b \\},', 'c']);
});
