/** The table of a fair study. */
import { html } from 'lit';
import '../descent-marker/descent-marker';
import type { RateSearch, Searched } from './search';
import { cells, COLUMNS, optimizersOf } from './study';

export function studyTable(
  search: RateSearch, searched: readonly Searched[], trials: number,
) {
  const parts = optimizersOf(search, searched);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="The study in numbers">
    <table class="study">
      <thead><tr><th scope="col">Optimizer</th>${COLUMNS.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
      <tbody>${searched.map(({ name, optimizer, appearance }, i) => html`<tr>
        <th scope="row"><descent-marker optimizer=${optimizer} appearance=${appearance}></descent-marker>${name}</th>
        ${cells(search, parts[i], trials).map((text) => html`<td>${text}</td>`)}
      </tr>`)}</tbody>
    </table>
  </div>`;
}
