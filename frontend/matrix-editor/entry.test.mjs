import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactly, shortEntry, shortly } from './entry';

test('long decimals are shortened, short ones and whole numbers are not', () => {
  assert.equal(shortEntry('2.14375033469871'), '2.1438');
  assert.equal(shortEntry('2.14375033469871-1.00000000000001i'), '2.1438-1i');
  assert.equal(shortEntry('-0.000012345678'), '-0.000012346');
  assert.equal(shortEntry('1.23456789e-12'), '1.2346e-12');
  assert.equal(shortEntry('0.333333'), '0.333333');
  assert.equal(shortEntry('1234567890123'), '1234567890123');
  assert.equal(shortEntry('not a number'), 'not a number');
});

test('a cell shows all digits while it has the focus', () => {
  const cell = { value: '2.1438', dataset: { exact: '2.14375033469871' }, select() { this.selected = true; } };
  exactly(cell);
  assert.equal(cell.value, '2.14375033469871');
  assert.ok(cell.selected);
  shortly(cell);
  assert.equal(cell.value, '2.1438');
});
