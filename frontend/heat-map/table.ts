/** The table of a heat map: one row a rate, one column a value of the other setting. */
import { html } from 'lit';
import { plain, tabular } from '../numbers/numbers';
import { diverged, ENDS } from '../stream/outcome';
import { ratesOf, roundSetting, valuesOf, type Heat, type HeatChoice } from './heat';

export function renderTable(heat: Heat, { key }: HeatChoice) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="All cells of the map"><table>
    <thead><tr><th scope="col">rate</th>${valuesOf(heat).map((value) => html`
      <th scope="col">${key} ${plain(roundSetting(value), 4)}</th>`)}</tr></thead>
    <tbody>${ratesOf(heat).map((lr, column) => html`<tr><th scope="row">${plain(roundSetting(lr))}</th>
      ${Array.from({ length: heat.rows }, (_, row) => heat.points[row * heat.columns + column]).map((point) => html`
        <td>${diverged(point) ? ENDS.diverged.word : tabular(point.f, 1)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
