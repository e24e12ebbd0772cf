import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticksIn } from './draw-map.ts';
import { decoded, mapAt, momentsOf, moved, oneRate, rangeOf, unitOf } from './maps.ts';
import { percent, pixelSentence, rateDiagram, sentence } from './words.ts';

const base64 = (...bytes) => Buffer.from(bytes).toString('base64');
const levels = (low, step, ...bytes) => ({ low, step, values: base64(...bytes) });

/** Two units on 2 x 2 pixels: rates 10, 1, none, 0.1 and the same. */
const own = (epoch, more = {}) => ({
  epoch, units: 2, side: 2,
  rates: levels(-1, 0.01, 201, 101, 0, 1, 201, 101, 0, 1),
  squares: levels(-30, 0.1, 1, 200, 0, 251, 1, 200, 0, 251),
  capped: base64(0b00010001),
  pixels: [1, 0, null, -1], correlation: -0.96, medians: [10, 1, null, 0.1], cappedShare: 0.25, layers: [[0.1, 1, 10]],
  ...more,
});
const one = (epoch) => own(epoch, {
  rates: levels(-2, 0, 1, 1, 1, 1, 1, 1, 1, 1), capped: base64(0), pixels: [-2, -2, -2, -2], correlation: null,
  medians: [0.01, 0.01, null, 0.01], cappedShare: 0,
});
const series = (optimizer, ...rateMaps) => ({
  header: { spec: `${optimizer}(lr=0.1)`, title: optimizer, optimizer, columns: [] }, appearance: 0, rateMaps,
});
const header = { lit: [0.005, 0.05, 0, 0.9], epochs: 3, examples: 10, batch: 1 };

test('levels are logarithms, and nothing is nothing', () => {
  const { rates, capped } = decoded(own(1));
  assert.deepEqual(Array.from(rates, (value) => Math.round(value * 100) / 100), [1, 0, NaN, -1, 1, 0, NaN, -1]);
  assert.deepEqual(capped, [true, false, false, false, true, false, false, false]);
  assert.deepEqual(unitOf(capped, own(1), 1), [true, false, false, false]);
});

test('one scale holds all series and times, but no more than eight decades', () => {
  const all = [series('adagrad', own(1), own(2)), series('sgd', one(1))];
  assert.deepEqual(rangeOf(all, 'rates'), { low: -2, high: 1 });
  assert.deepEqual(rangeOf(all, 'squares'), { low: -13, high: -5 });
  assert.deepEqual(rangeOf([series('sgd', one(1))], 'rates'), { low: -2.5, high: -1.5 });
  assert.deepEqual(rangeOf([], 'rates'), { low: -1, high: 1 });
});

test('a moment shows what each series last was', () => {
  const all = [series('adagrad', own(0.5), own(2)), series('sgd', one(1))];
  assert.deepEqual(momentsOf(all), [0.5, 1, 2]);
  assert.equal(mapAt(all[0], 1.9).epoch, 0.5);
  assert.equal(mapAt(all[1], 0.5).epoch, 1);
  assert.equal(mapAt(series('sgd'), 1), undefined);
});

test('one rate for all is told from many', () => {
  assert.equal(oneRate(one(1)), 0.01);
  assert.equal(oneRate(own(1)), undefined);
  assert.equal(oneRate(own(1, { rates: levels(-2, 0, 1, 0, 1, 1, 1, 1, 1, 1) })), undefined);
});

test('keys move within the picture', () => {
  assert.equal(moved(0, 2, 'ArrowRight'), 1);
  assert.equal(moved(1, 2, 'ArrowRight'), 1);
  assert.equal(moved(1, 2, 'ArrowDown'), 3);
  assert.equal(moved(0, 2, 'ArrowUp'), 0);
  assert.equal(moved(0, 2, 'Tab'), undefined);
});

test('a series is said with its rare pixels, its frequent ones and what eps decides', () => {
  const said = sentence(series('adagrad'), own(1));
  assert.match(said, /^adagrad \(lr=0.1\): the median rate is 10 on pixels that are lit in under 1 %.*0.1 on pixels.*−0.96/);
  assert.match(said, /On 25 % of the weights ε decides/);
  assert.match(sentence(series('sgd'), one(1)), /one rate for all weights, 0.01\.$/);
  assert.match(sentence(series('adagrad'), own(1, { pixels: [], correlation: null, medians: [null, null, null, null] })), /each weight has its own rate/);
});

test('a pixel is said as each series has it', () => {
  const said = pixelSentence([series('adagrad', own(1)), series('sgd', one(1))], 1, 0, header.lit);
  assert.equal(said, 'Row 1, column 1, lit in 0.5 %: adagrad (lr=0.1) 10, ε decides 2 of 2; sgd (lr=0.1) 0.01.');
  assert.match(pixelSentence([series('adagrad', own(1))], 1, 2), /^Row 2, column 1: adagrad \(lr=0.1\) none\.$/);
});

test('the diagram leaves out pixels that are never lit or have no rate', () => {
  const all = [series('adagrad', own(1), own(2)), series('sgd', one(1), one(2))];
  const { panels } = rateDiagram(all, header, 2, { low: -2, high: 1 }, 'says');
  assert.deepEqual(panels[0].curves[0].x, [0.005, 0.05, 0.9]);
  assert.deepEqual(panels[0].curves[0].y, [10, 1, 0.1]);
  assert.deepEqual(panels[0].x.low, 0.005);
  assert.deepEqual(panels[0].curves.at(-1), { name: 'sgd (lr=0.1)', look: 'sgd', style: 'LINE', x: [0.005, 1], y: [0.01, 0.01] });
  assert.deepEqual(panels[1].curves.map(({ name }) => name), [
    'adagrad (lr=0.1), lit in under 1 %', 'adagrad (lr=0.1), in over 50 %', 'sgd (lr=0.1), all pixels']);
  assert.ok(panels[1].curves.every(({ measured }) => measured));
  assert.equal(rateDiagram(all, { ...header, lit: undefined }, 2, { low: -2, high: 1 }, ''), undefined);
});

test('shares have as many digits as help', () => {
  assert.deepEqual([0, 0.00002, 0.005, 0.05, 0.914].map(percent), ['0 %', '0.002 %', '0.5 %', '5.0 %', '91 %']);
});

test('ticks are decades, and finer where these are few', () => {
  assert.deepEqual(ticksIn(-13, -5, 4), [-12, -10, -8, -6]);
  assert.deepEqual(ticksIn(-1, 0, 8).map((log) => Math.round(1000 * 10 ** log) / 1000), [0.1, 0.2, 0.5, 1]);
});
