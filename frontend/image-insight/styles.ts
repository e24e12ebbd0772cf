import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-width: 0;
    font-size: 14px;
    line-height: 1.4;
  }

  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 32px;
  }

  /* The matrix takes what it needs. */
  @container (min-width: 860px) {
    .sides {
      grid-template-columns: max-content minmax(0, 1fr);
    }
  }

  .sides > section {
    min-width: 0;
  }

  h2 {
    margin: 1.2em 0 0.4em;
    font-size: 14px;
  }

  .picker {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    margin: 8px 0;
    padding: 0;
    border: 0;
  }

  .scroll {
    overflow-x: auto;
  }

  /* On a wall nothing is to be pressed, and it is read from the last row. */
  :host([wall]),
  :host([wall]) h2 {
    font-size: clamp(14px, 1vw, 18px);
  }

  :host([wall]) h2:first-child {
    margin-block-start: 0;
  }

  :host([wall]) :is(.top, .readout),
  :host([wall]) line-diagram::part(numbers) {
    display: none;
  }

  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 2px 8px;
    border-bottom: 1px solid var(--descent-line);
    text-align: end;
    white-space: nowrap;
    font-weight: normal;
  }

  th[scope='row'] {
    text-align: start;
  }

  thead th {
    color: var(--descent-soft);
    vertical-align: bottom;
  }

  thead th:first-child {
    text-align: start;
  }

  .confusion td {
    min-width: 2.6em;
    padding: 3px 4px;
    border: 1px solid var(--descent-card);
    text-align: center;
  }

  .confusion thead th {
    padding: 2px 4px;
    max-width: 5em;
    text-align: center;
    white-space: normal;
    font-size: 11.5px;
    line-height: 1.2;
  }

  .grid {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }

  figure {
    margin: 0;
    width: 78px;
    font-size: 12px;
    line-height: 1.25;
  }

  canvas {
    display: block;
    width: 56px;
    height: 56px;
    border: 1px solid var(--descent-line);
    background: var(--descent-card);
    image-rendering: pixelated;
  }

  figcaption span {
    color: var(--descent-soft);
  }
`;
