import { html } from 'lit';
import { shortComplex, shortNumber } from '../numbers/complex';
import type { Power, Qr } from './source';
import { vector } from './words';

/** All steps of power iteration, the shown one marked. */
export function powerTable({ steps }: Power, k: number) {
  return html`<table>
    <thead><tr><th scope="col">step</th><th scope="col">x</th><th scope="col">Rayleigh quotient</th>
      <th scope="col">\u2016Ax \u2212 \u03c1x\u2016</th><th scope="col">sine of the angle</th></tr></thead>
    <tbody>${steps.map(({ x, rayleigh, residual, sine }, step) => html`<tr aria-current=${step === k ? 'step' : 'false'}>
      <th scope="row">${step}</th><td>${vector(x)}</td><td>${shortComplex(rayleigh, 7)}</td>
      <td>${shortNumber(residual, 3)}</td><td>${sine === null ? '\u2013' : shortNumber(sine, 3)}</td></tr>`)}</tbody>
  </table>`;
}

/** The matrix of the shown step, and what is below the diagonal in all. */
export function qrTable({ steps }: Qr, k: number) {
  const scale = Math.max(...steps[0].matrix.flat().map((z) => Math.hypot(...z)));
  return html`<table>
      <caption class="hidden">The matrix after ${k} steps</caption>
      <tbody>${steps[k].matrix.map((row, i) => html`<tr><th scope="row">row ${i + 1}</th>
        ${row.map((z) => html`<td>${shortComplex(z, 6, scale)}</td>`)}</tr>`)}</tbody>
    </table>
    <table>
      <thead><tr><th scope="col">step</th><th scope="col">diagonal</th><th scope="col">below it</th></tr></thead>
      <tbody>${steps.map(({ matrix, below }, step) => html`<tr aria-current=${step === k ? 'step' : 'false'}>
        <th scope="row">${step}</th><td>${matrix.map((row, i) => shortComplex(row[i], 6, scale)).join(', ')}</td>
        <td>${shortNumber(below, 3)}</td></tr>`)}</tbody>
    </table>`;
}
