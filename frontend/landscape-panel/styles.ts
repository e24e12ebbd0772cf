import { css } from 'lit';

export const landscapeStyles = css`
  .slice { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px 24px; }
  #plane { inline-size: 100%; max-inline-size: 620px; block-size: auto; aspect-ratio: 1; box-sizing: border-box; image-rendering: auto; cursor: crosshair; border-radius: 8px; }
  /* What is drawn is seen whole from the first grid on; how far it is stands under it. */
  :host([wall]) { display: flex; flex-direction: column; }
  :host([wall]) > .state { order: 1; }
  :host([wall]) #plane { max-inline-size: 39vh; }
  #plane:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  .key { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0; padding: 0; list-style: none; }
  .key descent-marker, th descent-marker { inline-size: 14px; block-size: 14px; margin-inline-end: 6px; vertical-align: -2px; }
  /* All columns are to be seen where there is room for their numbers. */
  thead th { min-inline-size: 4em; max-inline-size: 7em; white-space: normal; line-height: 1.2; }
  .readout { min-block-size: 1.4em; margin: 4px 0; font-variant-numeric: tabular-nums; }
  .state { color: var(--descent-soft); }
  .owns { display: flex; flex-wrap: wrap; gap: 12px; }
  .owns figure { inline-size: 150px; }
  .owns figcaption span { display: block; white-space: nowrap; }
  line-diagram { display: block; margin-block-start: 18px; }
  .owns canvas { inline-size: 150px; block-size: 150px; box-sizing: border-box; image-rendering: auto; border-radius: 8px; }

  @media print {
    .readout { display: none; }
    .slice, .owns figure, line-diagram { break-inside: avoid; }
  }

  @container (min-width: 900px) {
    .slice { grid-template-columns: minmax(0, 540px) minmax(0, 1fr); }
  }

  @container (max-width: 460px) {
    .owns figure { inline-size: 132px; }
    .owns canvas { inline-size: 132px; block-size: 132px; }
  }
`;
