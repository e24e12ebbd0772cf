import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayOf } from './press.ts';

const press = (key, more = {}) => ({
  key, repeat: false, defaultPrevented: false, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more,
});
/** An element that matches those selectors. */
const on = (...selectors) => ({ matches: (wanted) => wanted.split(', ').some((one) => selectors.includes(one)) });

test('a clicker turns wherever the keyboard is, but not while somebody types', () => {
  assert.equal(wayOf(press('PageDown'), on('canvas')), 'next');
  assert.equal(wayOf(press('PageUp'), null), 'back');
  assert.equal(wayOf(press('PageDown'), on('input')), undefined);
  assert.equal(wayOf(press('PageDown'), on('textarea')), undefined);
});

test('arrow keys turn only where nothing else wants them', () => {
  assert.equal(wayOf(press('ArrowRight'), on('body')), 'next');
  assert.equal(wayOf(press('ArrowLeft'), on('main')), 'back');
  assert.equal(wayOf(press('ArrowRight'), on('[data-clicker]')), 'next');
  assert.equal(wayOf(press('ArrowRight'), on('canvas')), undefined);
  assert.equal(wayOf(press('ArrowRight'), on('button')), undefined);
});

test('a key held, taken already, or pressed with another turns nothing', () => {
  assert.equal(wayOf(press('PageDown', { repeat: true }), null), undefined);
  assert.equal(wayOf(press('PageDown', { defaultPrevented: true }), null), undefined);
  assert.equal(wayOf(press('ArrowLeft', { altKey: true }), null), undefined);
  assert.equal(wayOf(press('Enter'), null), undefined);
});
