import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestOf } from './trail';

const element = (name, ...children) => ({ name, children, isConnected: true, matches: () => /^[a-z]$/.test(name) });
const inShadow = (name, ...children) => ({ ...element(name), shadowRoot: { children } });

/** The name of what gets the focus, where some cannot have it; each level is what is around and which child had it. */
const nameOf = (cannot, ...around) => nearestOf(
  { around: around.map(([scope, index]) => ({ scope, index })) }, (each) => !cannot.includes(each.name))?.name;

test('what comes after it takes the focus', () => {
  const row = element('ROW', element('a'), element('b'), element('c'));
  assert.equal(nameOf(['b'], [row, 1]), 'c');
  assert.equal(nameOf(['b'], [element('ROW', element('a'), element('c')), 1]), 'c');
});

test('at the end what is before it does', () => {
  const row = element('ROW', element('a'), element('b'), element('c'));
  assert.equal(nameOf(['b', 'c'], [row, 1]), 'a');
  assert.equal(nameOf(['c'], [row, 2]), 'b');
});

test('where all around it went, it is the next place in what is left', () => {
  const gone = { ...element('ROW', element('a')), isConnected: false };
  const list = element('LIST', element('ROW', element('c'), element('d')), element('ROW', element('e')));
  assert.equal(nameOf([], [gone, 0], [list, 1]), 'e');
  assert.equal(nameOf([], [gone, 0], [list, 2]), 'e');
  assert.equal(nameOf(['e'], [gone, 0], [list, 2]), 'd');
});

test('what has a shadow is looked into', () => {
  const page = element('PAGE', inShadow('PLANE', element('a'), element('b')), element('c'));
  assert.equal(nameOf([], [page, 0]), 'a');
  assert.equal(nameOf(['a', 'b'], [page, 0]), 'c');
  assert.equal(nameOf(['c'], [page, 1]), 'b');
});

test('where nothing is left there is nothing', () => {
  assert.equal(nameOf(['a'], [element('ROW', element('a')), 0]), undefined);
});
