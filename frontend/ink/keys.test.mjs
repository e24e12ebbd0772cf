import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedOf } from './keys';

const press = (key, more = {}) => ({
  key, repeat: false, defaultPrevented: false, altKey: false, ctrlKey: false, metaKey: false, ...more,
});
/** An element that matches those selectors. */
const on = (...selectors) => ({ matches: (wanted) => wanted.split(', ').some((one) => selectors.includes(one)) });

test('letters take up a tool, its own again or Escape lays it down', () => {
  assert.equal(deedOf(press('l'), null, undefined), 'pointer');
  assert.equal(deedOf(press('P'), on('body'), 'pointer'), 'pen');
  assert.equal(deedOf(press('p'), on('canvas'), 'pen'), 'off');
  assert.equal(deedOf(press('Escape'), on('input'), 'pen'), 'off');
  assert.equal(deedOf(press('u'), on('button'), undefined), 'undo');
  assert.equal(deedOf(press('e'), on('input[type=range]'), 'pen'), 'wipe');
});

test('Escape is the plot\u2019s while there is no tool in the hand', () => {
  assert.equal(deedOf(press('Escape'), on('canvas'), undefined), undefined);
});

test('who types, or chooses by letters, takes up nothing', () => {
  for (const place of ['input', 'textarea', 'select', 'vaadin-list-box', '[contenteditable=true]']) {
    assert.equal(deedOf(press('p'), on(place), undefined), undefined, place);
  }
});

test('a key held, taken already, pressed with another, or another key, does nothing', () => {
  for (const more of [{ repeat: true }, { defaultPrevented: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    assert.equal(deedOf(press('p', more), null, undefined), undefined, JSON.stringify(more));
  }
  for (const tool of ['pen', 'pointer', undefined]) {
    for (const key of ['x', 'End', 'ArrowRight', ' ', 'Enter', 'constructor']) {
      assert.equal(deedOf(press(key), on('input[type=range]'), tool), undefined, `${key} with ${tool}`);
    }
  }
});
