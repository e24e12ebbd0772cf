import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartDashes, chartMarks } from './chart-marks';
import { lookOf, OPTIMIZERS } from './palette';
import { svgPath } from './shapes';

const TWINS = [0, 1, 2, 3];

test('runs of one optimizer have its colors, and differ by dash and by shape', () => {
  for (const optimizer of [...OPTIMIZERS, ...OPTIMIZERS.map((name) => `torch.${name}`)]) {
    const looks = TWINS.map((appearance) => lookOf(optimizer, appearance));
    const kinds = (of) => new Set(looks.map(of)).size;
    assert.deepEqual([kinds(({ light }) => light), kinds(({ dark }) => dark)], [1, 1], optimizer);
    assert.equal(kinds(({ dash }) => String(dash)), TWINS.length, optimizer);
    assert.equal(kinds(({ shape }) => svgPath(shape, 6)), TWINS.length, optimizer);
  }
});

test('the PyTorch family is told from its textbook twins by dash and by hollow marks', () => {
  for (const appearance of TWINS) {
    const [textbook, torch] = [lookOf('adam', appearance), lookOf('torch.adam', appearance)];
    assert.notDeepEqual(textbook.dash, torch.dash);
    assert.deepEqual([textbook.hollow, torch.hollow, torch.shape], [false, true, textbook.shape]);
  }
});

test('a chart has the whole pattern of each dash, and marks of the shape inside its heights', () => {
  const looks = TWINS.map((appearance) => lookOf('sgd', appearance));
  assert.deepEqual(chartDashes(looks), [0, '7 4', '2 3', '10 3 2 3']);
  const points = Array.from({ length: 21 }, (_, i) => [i, i < 20 ? i : null]);
  const marks = chartMarks([{ look: looks[1], color: 'red', points }], 0, 10, 'white');
  assert.ok(marks.length >= 2 && marks.every(({ y }) => y <= 10));
  assert.ok(marks.every(({ customSVG }) => customSVG.SVG.includes(svgPath('circle narrow', 5.2))));
});
