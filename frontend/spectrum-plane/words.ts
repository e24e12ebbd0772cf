import { html, type TemplateResult } from 'lit';
import { shortComplex, shortNumber } from '../numbers/complex';
import { FIRST, SECOND } from '../palette/palette';
import type { Entry } from '../paper/printed';
import type { Lit } from '../spectrum-lab/model';
import type { Complex, Group, Handle, View } from '../spectrum-lab/portrait';
import type { Scene } from './scene';

/** What the picture shows, in a sentence. */
export function planeSentence(view: View, rows: boolean, columns: boolean, t: number): string {
  if (t < 1) {
    const percent = shortNumber(t, 2);
    return `At t = ${percent} the discs have ${percent} times their radius and the eigenvalues, which were the diagonal `
      + 'entries at t = 0, have not left them.';
  }
  const scale = sizeOf(view.eigenvalues);
  const values = view.eigenvalues.map((z) => shortComplex(z, 4, scale)).join(', ');
  const parts = [`Eigenvalues ${values}.`];
  if (rows) parts.push(`${groupWords(view.rowGroups, 'Row')}`);
  if (columns) parts.push(`${groupWords(view.columnGroups, 'Column')}`);
  return parts.join(' ');
}

/** The picture's legend on paper. */
export function legendOf({ kinds, eigenvalues }: Scene): Entry[] {
  return [
    ...kinds.map(({ name }): Entry => (name === 'row'
      ? { name: 'row discs', optimizer: FIRST, drawn: 'line' } : { name: 'column discs', optimizer: SECOND, drawn: 'dashes' })),
    ...eigenvalues.length > 0 ? [{ name: 'eigenvalues', optimizer: '', drawn: 'mark' } as const] : [],
  ];
}

/** How the row discs lie, in a sentence without eigenvalues. */
export function discsSentence(view: View): string {
  const sizes = view.rowGroups.map((g) => g.discs.length);
  if (sizes.length === 1) return `Row discs: one connected group of ${sizes[0]}.`;
  return sizes.every((k) => k === 1) ? 'Row discs: all apart.' : `Row discs: groups of ${sizes.join(', ')}.`;
}

function groupWords(groups: Group[], name: string): string {
  if (groups.length === 1) {
    const n = groups[0].discs.length;
    return n === 1 ? `${name} disc and eigenvalue are one.` : `${name} discs: one connected group of ${n}, with all ${n} eigenvalues.`;
  }
  const sizes = groups.map((g) => g.discs.length);
  if (sizes.every((k) => k === 1)) return `${name} discs: all apart, one eigenvalue in each.`;
  return `${name} discs: groups of ${sizes.join(', ')}, each with as many eigenvalues as discs.`;
}

/** The formula of one disc: |λ − m_ii| ≤ sum of the others' moduli, times t on the way there. */
export function discSentence(view: View, lit: Lit, t: number): TemplateResult {
  const i = lit.index;
  const entries = lit.kind === 'row' ? view.matrix[i] : view.matrix.map((row) => row[i]);
  const { center, radius } = (lit.kind === 'row' ? view.rowDiscs : view.columnDiscs)[i];
  const sum = entries.filter((_, j) => j !== i).map((z) => `|${shortComplex(z)}|`).join(' + ') || '0';
  const bound = t === 1 ? sum : `${shortNumber(t, 2)}\u00b7(${sum})`;
  return html`<b>${lit.kind === 'row' ? 'Row' : 'Column'} ${i + 1}:</b>
    |<i>\u03bb</i>${minus(center)}| \u2264 ${bound} = ${shortNumber(t * radius)}`;
}

/** Of an eigenvalue that is looked at or in the hand: where it can go, or why nowhere. */
export function handleSentence(view: View, index: number, { freedom, stuck }: Handle, held: boolean): string {
  const name = `Eigenvalue ${shortComplex(view.eigenvalues[index], 4, sizeOf(view.eigenvalues))}`;
  if (stuck) return `${name}. ${stuck}`;
  const real = view.matrix.flat().every(([, im]) => im === 0);
  const kind = view.hermitian ? (real ? 'symmetric' : 'Hermitian') : 'real';
  const where = {
    axis: `It stays on the real axis, as the matrix stays ${kind}.`,
    pair: 'Its conjugate goes along, as the matrix stays real, and the two stay off the real axis.',
    plane: 'It can go anywhere.',
  }[freedom];
  return `${name}: ${held ? 'the matrix follows and keeps its eigenvectors' : 'drag it, or move it by arrow keys'}. ${where}`;
}

/** " − z", or " + w" where that reads better. */
function minus([re, im]: Complex): string {
  if (re === 0 && im === 0) return '';
  if (re !== 0 && im !== 0) return ` \u2212 (${shortComplex([re, im])})`;
  return re + im < 0 ? ` + ${shortComplex([-re, -im])}` : ` \u2212 ${shortComplex([re, im])}`;
}

/** All numbers of the picture. */
export function planeTable(view: View): TemplateResult {
  const scale = sizeOf(view.eigenvalues);
  const group = (groups: Group[], i: number) => groups.findIndex((g) => g.discs.includes(i)) + 1;
  return html`<table>
    <thead>
      <tr><th>i</th><th>eigenvalue</th><th>center</th><th>row radius</th><th>group</th><th>column radius</th><th>group</th></tr>
    </thead>
    <tbody>
      ${view.eigenvalues.map((z, i) => html`<tr>
        <th scope="row">${i + 1}</th>
        <td>${shortComplex(z, 6, scale)}</td>
        <td>${shortComplex(view.rowDiscs[i].center, 6)}</td>
        <td>${shortNumber(view.rowDiscs[i].radius, 6)}</td>
        <td>${group(view.rowGroups, i)}</td>
        <td>${shortNumber(view.columnDiscs[i].radius, 6)}</td>
        <td>${group(view.columnGroups, i)}</td>
      </tr>`)}
    </tbody>
  </table>`;
}

function sizeOf(values: Complex[]): number {
  return Math.max(0, ...values.map((z) => Math.hypot(...z)));
}
