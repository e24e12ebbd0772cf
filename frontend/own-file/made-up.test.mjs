import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MADE_UP_NAME, madeUpFlats } from './made-up.ts';

const rows = madeUpFlats().trimEnd().split('\n').map((line) => line.split(','));

test('the table is whole, the same each time, and named as made up', () => {
  assert.equal(madeUpFlats(), madeUpFlats());
  assert.deepEqual(rows[0], ['area', 'rooms', 'age', 'city', 'price']);
  assert.equal(rows.length, 61);
  assert.ok(rows.every((row) => row.length === 5));
  assert.match(MADE_UP_NAME, /^made-up/);
});

test('it has something to learn and something to mend', () => {
  const flats = rows.slice(1);
  assert.equal(flats.filter((row) => row.includes('')).length, 1);
  assert.deepEqual([...new Set(flats.map(([, , , city]) => city))].sort(), ['Bonn', 'Jena', 'Ulm']);
  assert.ok(new Set(flats.map(([area]) => area)).size > 40);
  const [small, large] = [flats.filter(([area]) => area < 60), flats.filter(([area]) => area > 90)]
    .map((some) => some.reduce((sum, row) => sum + Number(row[4]), 0) / some.length);
  assert.ok(large > small + 100);
});
