import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    container-type: inline-size;
    font-size: 14px;
    line-height: 1.4;
  }

  /* A wall cannot be scrolled: who is who comes first, and nothing is to be pressed. */
  :host([wall]) .standings {
    order: -1;
  }

  :host([wall]) .plot {
    min-height: 200px;
  }

  :host([wall]) .reader,
  :host([wall]) details {
    display: none;
  }

  :host([wall]),
  :host([wall]) .say {
    font-size: clamp(14px, 1.25vw, 24px);
  }

  :host([wall]) :is(thead th, .spec, .state) {
    font-size: inherit;
  }

  .measured {
    display: contents;
  }

  /* What is measured stands beside the chart, where it is seen without scrolling. */
  :host([wall][measuring]) {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
    column-gap: 24px;
  }

  :host([wall][measuring]) > * {
    grid-column: 1;
  }

  /* In half of a wall four columns have no room beside the names: how far each is stands below, as a bar. */
  :host([wall][measuring]) .standings .wide {
    display: none;
  }

  :host([wall][measuring]) .measured {
    display: block;
    grid-area: 1 / 2 / span 4;
    min-block-size: 0;
    overflow: auto;
    zoom: 1.3;
  }

  .plot {
    position: relative;
    flex: 1;
    min-height: clamp(280px, 48vh, 600px);
  }

  canvas.ink {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }

  .drawing {
    position: absolute;
    inset: 0;
    /* The picture of a wider page does not widen a page made narrower until it is drawn anew. */
    overflow: clip;
  }

  .ground {
    height: 100%;
  }

  .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    margin: 0;
    color: var(--descent-soft);
    animation: appear 0.2s 0.4s both;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .apexcharts-canvas text {
    fill: var(--descent-soft);
  }

  .apexcharts-gridline {
    stroke: var(--descent-line);
  }

  .apexcharts-tooltip.apexcharts-theme-light,
  .apexcharts-tooltip.apexcharts-theme-dark {
    border: 1px solid var(--descent-line);
    border-radius: 8px;
    background: var(--descent-card);
    box-shadow: var(--tip-shadow);
    color: var(--descent-ink);
    font-variant-numeric: tabular-nums;
  }

  .apexcharts-tooltip.apexcharts-tooltip .apexcharts-tooltip-title {
    border-bottom: 1px solid var(--descent-line);
    background: none;
  }

  .apexcharts-yaxis-annotation-label {
    paint-order: stroke;
    stroke: var(--descent-card);
    stroke-width: 5px;
    stroke-linejoin: round;
  }

  .apexcharts-xcrosshairs {
    stroke: var(--descent-soft);
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 5px 0 5px 12px;
    text-align: end;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: 0;
    text-align: start;
  }

  thead th {
    color: var(--descent-soft);
    font-size: 13.5px;
    font-weight: 500;
  }

  .standings {
    margin-top: 10px;
  }

  .standings tbody {
    border-top: 1px solid var(--descent-line);
  }

  .standings :is(th, td) {
    vertical-align: baseline;
  }

  .standings td {
    white-space: nowrap;
  }

  .standings .wide {
    min-inline-size: 13em;
    text-align: start;
  }

  /* As wide as its longest numbers, so that a shorter one lets nothing beside or below it move. */
  .standings tbody td {
    min-inline-size: 7ch;
  }

  .name {
    display: flex;
    align-items: baseline;
    gap: 10px;
  }

  .name descent-marker {
    inline-size: 30px;
    block-size: 15px;
    align-self: center;
  }

  /* Some of the palette's colors are too faint for words; nearer to the ink they are not. */
  .name b {
    color: color-mix(in oklab, var(--color) 75%, var(--descent-ink));
    font-weight: 600;
  }

  .spec,
  .state {
    color: var(--descent-soft);
    font-size: 13.5px;
    font-weight: 400;
  }

  .spec {
    overflow-wrap: anywhere;
  }

  .narrow {
    display: none;
  }

  .state.bad {
    color: var(--descent-warn);
    font-weight: 600;
  }

  .standings :is(.below, .narrow) td {
    padding: 0 0 7px 38px;
    text-align: start;
    white-space: normal;
  }

  @container (max-width: 640px) {
    .wide {
      display: none;
    }

    .narrow {
      display: table-row;
    }
  }

  .bar {
    height: 4px;
    border-radius: 9px;
    background: var(--descent-line);
    overflow: hidden;
  }

  .bar.over {
    background: none;
  }

  .bar i {
    display: block;
    height: 100%;
    border-radius: 9px;
    background: var(--color);
  }

  .losses caption {
    padding: 16px 0 4px;
    color: var(--descent-soft);
    text-align: start;
  }

  .losses tbody tr {
    border-top: 1px solid var(--descent-line);
  }

  .losses tbody th {
    color: var(--descent-soft);
    font-weight: 400;
  }

  .scroll {
    overflow-x: auto;
  }

  details {
    margin-top: 4px;
    border-top: 1px solid var(--descent-line);
  }

  summary {
    padding: 10px 0;
    border-radius: 6px;
    color: var(--descent-soft);
    cursor: pointer;
  }

  summary:focus-visible {
    outline: 2px solid var(--descent-accent);
  }

  .say {
    margin: 6px 0 2px;
    padding: 2px 0 2px 11px;
    border-inline-start: 3px solid var(--descent-say);
    color: var(--descent-ink);
    font-size: 14px;
  }

  .say.warn {
    border-inline-start-color: var(--descent-warn);
  }

  @media (max-width: 800px) {
    .plot {
      min-height: 280px;
    }

    summary {
      padding: 12px 0;
    }
  }
`;
