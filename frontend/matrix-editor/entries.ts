/** A matrix that is read only, as a table of its entries. */
import { css, html } from 'lit';
import { shortEntry } from './entry';

export const entriesStyles = css`
  .entries {
    width: auto;
    margin: 4px auto;
    border: solid var(--descent-soft);
    border-width: 0 2px;
    border-radius: 12px;
    border-collapse: separate;
    border-spacing: 0;
    font-size: inherit;
  }
  .entries td,
  .entries td:first-child {
    padding: 5px 12px;
    border: 0;
    text-align: right;
  }
  .entries.large td,
  .entries.large td:first-child {
    padding: 4px 6px;
    font-size: 13px;
  }
  .entries td.lit {
    background: var(--descent-tint);
  }
`;

/** @param lit whether an entry belongs to what is looked at */
export function entries(cells: readonly (readonly string[])[], lit: (row: number, column: number) => boolean) {
  return html`<div class="scroll"><table class="entries ${cells.length > 5 ? 'large' : ''}" aria-label="Matrix entries">
    ${cells.map((row, i) => html`<tr>
      ${row.map((entry, j) => html`<td class=${lit(i, j) ? 'lit' : ''} title=${entry}>${shortEntry(entry)}</td>`)}
    </tr>`)}
  </table></div>`;
}
