import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken, captionsOf, drawLegend, drawTitle } from './captions.ts';
import { SvgContext } from './svg-context.ts';

const measure = (text) => 7 * text.length;
const PAINT = { dark: false, card: 'white', ink: 'black', soft: 'gray', line: 'silver', accent: 'blue', hue: 220 };
const ADAGRAD = { name: 'Adagrad 0.4', optimizer: 'adagrad' };
const HOLLOW = { name: 'PyTorch SGD 0.1', optimizer: 'torch.sgd', appearance: 1 };

function svg(draw) {
  const context = new SvgContext((css) => ({ color: css, opacity: 1 }), (text) => ({ width: measure(text) }));
  draw(context);
  return context.svg(300, 200, 160, 'white');
}

test('a text is broken between words alone', () => {
  assert.deepEqual(broken('one two three', 60, measure), ['one two', 'three']);
  assert.deepEqual(broken('incomprehensibilities are', 60, measure), ['incomprehensibilities', 'are']);
  assert.deepEqual(broken('', 60, measure), []);
});

test('a title takes as many lines as it needs, and nothing takes no room', () => {
  const short = captionsOf('A race', '', [], 300, 'serif', measure);
  const long = captionsOf('A race of three optimizers on a turned ellipse, with noise', '', [], 300, 'serif', measure);
  assert.equal(short.lines.length, 1);
  assert.equal(short.below, 0);
  assert.ok(long.lines.length === 2 && long.above > short.above);
  const none = captionsOf('', '', [], 300, 'serif', measure);
  assert.deepEqual([none.above, none.below], [0, 0]);
});

test('a legend goes on in another row where there is no room', () => {
  const narrow = captionsOf('', '', [ADAGRAD, HOLLOW], 200, 'serif', measure);
  const wide = captionsOf('', '', [ADAGRAD, HOLLOW], 500, 'serif', measure);
  assert.ok(narrow.entries[1].y > narrow.entries[0].y && narrow.entries[1].x === narrow.entries[0].x);
  assert.ok(wide.entries[1].y === wide.entries[0].y && wide.entries[1].x > wide.entries[0].x);
  assert.ok(narrow.below > wide.below);
});

test('each optimizer has its name, color, dash and marker', () => {
  const captions = captionsOf('Adagrad on <Ellipse>', 'after 20 steps', [ADAGRAD, HOLLOW], 500, 'serif', measure);
  const drawn = svg((c) => {
    drawTitle(c, captions, PAINT);
    drawLegend(c, captions, 150, PAINT);
  });
  assert.match(drawn, />Adagrad on &lt;Ellipse&gt;</);
  assert.match(drawn, />after 20 steps</);
  assert.match(drawn, />Adagrad 0.4</);
  assert.match(drawn, />PyTorch SGD 0.1</);
  assert.match(drawn, /fill="#cc5500"/);
  assert.match(drawn, /stroke="#0072b2"[^>]*stroke-dasharray="12 4"/);
  assert.match(drawn, /fill="white"/); // hollow
});

test('what is no optimizer is a soft line or mark', () => {
  const captions = captionsOf('', '', [{ name: 'bound', optimizer: '', drawn: 'dashes' }], 500, 'serif', measure);
  const drawn = svg((c) => drawLegend(c, captions, 0, PAINT));
  assert.match(drawn, /stroke="gray"[^>]*stroke-dasharray="6 4"/);
  assert.equal(drawn.match(/<path/g).length, 1);
});
