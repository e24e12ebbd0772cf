import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frame } from './frame';

const box = { x0: -1, x1: 3, y0: 0, y1: 1 };

test('a frame shows its box with a margin and the same scale on both axes', () => {
  const frame = Frame.around(box, 440, 300, 20);
  assert.equal(frame.scale, 100);
  assert.equal(frame.px(-1), 20);
  assert.equal(frame.px(3), 420);
  assert.equal(frame.py(0.5), 150);
  assert.ok(frame.py(1) < frame.py(0), 'up is up');
});

test('pixels and numbers go both ways', () => {
  const frame = Frame.around(box, 333, 222, 10).zoomed(3, 50, 60).panned(7, -9);
  assert.ok(Math.abs(frame.x(frame.px(1.25)) - 1.25) < 1e-12);
  assert.ok(Math.abs(frame.y(frame.py(-0.5)) + 0.5) < 1e-12);
});

test('zooming keeps the point under the pointer, panning moves with it', () => {
  const frame = Frame.around(box, 400, 300, 10);
  const [x, y] = [frame.x(70), frame.y(80)];
  const near = frame.zoomed(2.5, 70, 80);
  assert.ok(Math.abs(near.px(x) - 70) < 1e-9 && Math.abs(near.py(y) - 80) < 1e-9);
  const moved = frame.panned(30, -20);
  assert.ok(Math.abs(moved.px(x) - 100) < 1e-9 && Math.abs(moved.py(y) - 60) < 1e-9);
});

test('steps are 1, 2 or 5 times a power of ten at any scale', () => {
  for (let power = -12; power <= 12; power++) {
    const step = new Frame(0, 0, 3.7 * 10 ** power, 400, 300).step;
    const lead = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
    assert.ok([1, 2, 5].some((l) => Math.abs(lead - l) < 1e-6), `${step}`);
  }
});

test('a box without extent still makes a frame', () => {
  assert.ok(Frame.around({ x0: 2, x1: 2, y0: 0, y1: 0 }, 400, 300, 10).scale > 0);
});

test('a frame holds what lies within its window as a whole', () => {
  const frame = Frame.around(box, 400, 300, 10);
  assert.ok(frame.holds(box));
  assert.ok(!frame.holds({ ...box, x1: 30 }) && !frame.holds({ ...box, y0: -30 }));
  assert.ok(!frame.zoomed(2).holds(box));
});
