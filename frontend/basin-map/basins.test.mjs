import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AWAY, BasinReader, Basins, DIVERGED, NEVER, orderOf } from './basins';
import { cellColor, minimumColor, timeShare, undecidedColor } from './colors';
import { paintCells } from './draw';
import { acrossFor, basinQuery, stepsOffered } from './query';
import { percent, tallyOf } from './tally';
import { basinsInWords } from './words';

const header = (columns, rows, minima = [[1, 2, 0], [-1, 0, 3]]) => (
  { columns, rows, window: [0, 1, 0, 1], minima, steps: 200, tolerance: 0.01 });

function bytesOf(head, cells) {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(4 + text.length + 7 * cells.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 4);
  cells.forEach(([end, reached], i) => {
    view.setUint8(4 + text.length + 7 * i, end);
    view.setUint16(5 + text.length + 7 * i, reached, true);
  });
  return bytes;
}

test('the order is coarse to fine, each cell once', () => {
  for (const [columns, rows, coarse] of [[200, 200, 625], [200, 100, 325], [100, 100, 625], [40, 30, 1200], [2, 2, 4]]) {
    const { order, levels } = orderOf(columns, rows);
    assert.equal(new Set(order).size, columns * rows);
    assert.equal(levels[0].end, coarse);
    assert.equal(levels.at(-1).end, columns * rows);
    const { stride } = levels[0];
    for (const cell of order.slice(0, coarse)) {
      assert.equal((cell % columns) % stride, 0);
      assert.equal(Math.floor(cell / columns) % stride, 0);
    }
  }
});

test('a stream is read however it is cut', () => {
  const cells = Array.from({ length: 12 }, (_, i) => [i % 3 === 0 ? DIVERGED : i % 2, i === 5 ? NEVER : i]);
  const bytes = bytesOf(header(4, 3), cells);
  for (const size of [1, 5, 7, 64, bytes.length]) {
    const reader = new BasinReader();
    for (let at = 0; at < bytes.length; at += size) reader.take(bytes.slice(at, at + size));
    assert.ok(reader.basins.complete);
    assert.deepEqual([...reader.basins.ends], cells.map(([end]) => end));
    assert.deepEqual([...reader.basins.reached], cells.map(([, reached]) => reached));
    assert.deepEqual(reader.basins.minima[1], { x1: -1, x2: 0, f: 3 });
  }
});

test('coarse cells cover those around them until they come', () => {
  const basins = new Basins(header(50, 50));
  const picture = { data: new Uint8ClampedArray(4 * 50 * 50) };
  for (let i = 0; i < 625; i++) basins.add(basins.order[i] === 0 ? 1 : 0, 3);
  paintCells(picture, basins, 0, 'end', false);
  const at = (column, row) => [...picture.data.slice(4 * ((49 - row) * 50 + column), 4 * ((49 - row) * 50 + column) + 3)];
  for (let i = 0; i < 2500; i++) assert.equal(picture.data[4 * i + 3], 255);
  assert.deepEqual(at(0, 0), minimumColor(1));
  assert.deepEqual(at(1, 1), minimumColor(0));
  assert.deepEqual(at(49, 49), minimumColor(0));
  basins.add(AWAY, NEVER);
  paintCells(picture, basins, 625, 'end', false);
  const cell = basins.order[625];
  assert.deepEqual(at(cell % 50, Math.floor(cell / 50)), undecidedColor(false));
});

/** Seen by somebody without green cones: Viénot, Brettel and Mollon 1999, in linear light. */
function deuteranope(color) {
  const linear = color.map((part) => (part / 255) ** 2.2);
  const [r, g, b] = linear;
  const mixed = [0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g, -0.02234 * r + 0.02234 * g + b];
  return mixed.map((part) => 255 * Math.max(part, 0) ** (1 / 2.2));
}

test('minima are told apart, also without green', () => {
  for (const seen of [(color) => color, deuteranope]) {
    for (let i = 0; i < 7; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [seen(minimumColor(i)), seen(minimumColor(j))];
        assert.ok(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) > 25, `${i} and ${j}`);
      }
    }
  }
});

test('times go along the ramp, what never comes and what runs away do not', () => {
  assert.equal(timeShare(0, 200), 0);
  assert.equal(timeShare(200, 200), 1);
  assert.ok(timeShare(10, 200) > 0.4);
  assert.deepEqual(cellColor({ end: 0, reached: NEVER }, 200, 0, 'time', true), undecidedColor(true));
  assert.notDeepEqual(
    cellColor({ end: DIVERGED, reached: 1 }, 200, 0, 'time', true), cellColor({ end: DIVERGED, reached: 1 }, 200, 2, 'time', true));
});

test('what the starts come to is counted and said', () => {
  const basins = new Basins(header(4, 2));
  for (const [end, reached] of [[0, 10], [0, 20], [0, 40], [1, NEVER], [0, 30], [AWAY, NEVER], [DIVERGED, NEVER], [0, 30]]) {
    basins.add(end, reached);
  }
  const tally = tallyOf(basins);
  assert.deepEqual(tally, { starts: 8, near: [5, 1], away: 1, diverged: 1, reached: 5, least: 10, median: 30, most: 40 });
  assert.equal(basinsInWords(basins, tally, 'end'),
    'Of 8 starts, 63\u202f% end near (1, 2), 13\u202f% end near (\u22121, 0), 13\u202f% are near none after 200 steps, 13\u202f% run away.');
  assert.equal(basinsInWords(basins, tally, 'time'),
    'Of 8 starts, 63\u202f% come within 0.01 of the lowest f, 0: after 30 steps by the median, the quickest after 10, the slowest after 40.');
  const none = new Basins(header(2, 2, []));
  for (let i = 0; i < 4; i++) none.add(i === 0 ? DIVERGED : AWAY, NEVER);
  assert.equal(basinsInWords(none, tallyOf(none), 'time'), 'No minimum is known here. Of 4 starts, 25\u202f% run away.');
});

test('a share is never nothing of something, nor all of less', () => {
  assert.deepEqual([[0, 9], [9, 9], [1, 40_000], [39_999, 40_000], [3, 1000], [1, 3]].map(([a, b]) => percent(a, b)),
    ['0\u202f%', '100\u202f%', 'under 0.1\u202f%', 'over 99.9\u202f%', '0.3\u202f%', '33\u202f%']);
});

test('a map is asked for of one run, over what is seen', () => {
  assert.equal(
    basinQuery('objective=ellipse&rotate=0&start=-5,-2&steps=20&noise=0&seed=0&run=sgd(lr=0.4)&run=adagrad(lr=2)',
      { run: 1, window: [-6, 2.4000000001, -3, 2.4], steps: 200, tolerance: 0.01 }),
    'objective=ellipse&rotate=0&noise=0&seed=0&run=adagrad(lr=2)&steps=200&window=-6,2.4,-3,2.4&columns=200&rows=200&tolerance=0.01');
  assert.deepEqual([200, 1000, 20_000].map(acrossFor), [200, 100, 25]);
  assert.deepEqual(stepsOffered(20), [20, 200, 1000]);
  assert.deepEqual(stepsOffered(200), [200, 1000]);
});
