import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checksum, withDensity } from './density.ts';
import { SvgContext } from './svg-context.ts';
import { SvgPath } from './svg-path.ts';

const context = () => new SvgContext((css) => ({ color: css, opacity: css === 'pale' ? 0.5 : 1 }), (text) => ({ width: 7 * text.length }));

test('a path is what it was told', () => {
  const path = new SvgPath();
  path.moveTo(1, 2);
  path.lineTo(3.14159, 4);
  path.closePath();
  assert.equal(path.d, 'M1 2L3.14 4Z');
});

test('a line that begins nowhere begins where it first goes', () => {
  const path = new SvgPath();
  path.lineTo(5, 6);
  assert.equal(path.d, 'M5 6');
});

test('a whole circle is two halves that come back', () => {
  const path = new SvgPath();
  path.arc(10, 10, 5, 0, 2 * Math.PI);
  assert.equal(path.d, 'M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10');
  const quarter = new SvgPath();
  quarter.arc(0, 0, 10, 0, Math.PI / 2);
  assert.ok(quarter.d.endsWith('0 10'));
  const back = new SvgPath();
  back.arc(0, 0, 10, 0, -Math.PI / 2, true);
  assert.ok(back.d.endsWith('0 -10') && back.d.includes(' 0 0 '));
});

test('styles, dashes, alpha and transforms go with what is drawn', () => {
  const c = context();
  c.save();
  c.strokeStyle = 'red';
  c.lineWidth = 3;
  c.setLineDash([4, 2]);
  c.globalAlpha = 0.5;
  c.translate(10, 20);
  c.beginPath();
  c.moveTo(0, 0);
  c.lineTo(1, 1);
  c.stroke();
  c.restore();
  c.fillStyle = 'pale';
  c.fillRect(0, 0, 2, 2);
  const svg = c.svg(200, 100, 160, 'white');
  assert.match(svg, /width="160mm" height="80mm" viewBox="0 0 200 100"/);
  assert.match(svg, /stroke="red" stroke-opacity="0.5" stroke-width="3".*stroke-dasharray="4 2" transform="matrix\(1 0 0 1 10 20\)"/);
  assert.match(svg, /<path d="M0 0L2 0L2 2L0 2Z" fill="pale" fill-opacity="0.5"\/>/);
});

test('a clip holds until it is put back', () => {
  const c = context();
  c.save();
  c.beginPath();
  c.rect(0, 0, 1, 1);
  c.clip('evenodd');
  c.fillRect(0, 0, 9, 9);
  c.restore();
  c.fillRect(0, 0, 8, 8);
  const svg = c.svg(1, 1, 1, 'white');
  assert.match(svg, /<clipPath id="clip-1"><path d="[^"]*" clip-rule="evenodd"\/>/);
  assert.match(svg, /<g clip-path="url\(#clip-1\)"><path d="M0 0L9 0[^>]*><\/g>/);
  assert.match(svg, /\n<path d="M0 0L8 0/);
});

test('words are escaped and stand where they were put', () => {
  const c = context();
  c.font = 'italic 12px "A", serif';
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText('a<b & "c"', 3, 4);
  assert.match(c.svg(9, 9, 9, 'white'),
    /<text x="3" y="4" text-anchor="middle" dominant-baseline="central" style="font:italic 12px &quot;A&quot;, serif" fill="#000">a&lt;b &amp; &quot;c&quot;<\/text>/);
  assert.equal(c.measureText('abc').width, 21);
});

test('what is no number breaks no picture', () => {
  const c = context();
  c.beginPath();
  c.moveTo(NaN, Infinity);
  c.lineTo(1, 1);
  c.stroke();
  assert.doesNotMatch(c.svg(1, 1, 1, 'white'), /NaN|Infinity/);
});

test('a PNG says its density behind its header', () => {
  assert.equal(checksum(new TextEncoder().encode('IEND')), 0xae426082); // as every PNG ends
  const png = Uint8Array.from({ length: 50 }, (_, i) => i);
  const out = withDensity(png, 300);
  assert.equal(out.length, 71);
  assert.equal(new TextDecoder().decode(out.subarray(37, 41)), 'pHYs');
  assert.equal(new DataView(out.buffer).getUint32(41), 11811);
  assert.deepEqual([...out.subarray(54)], [...png.subarray(33)]);
});
