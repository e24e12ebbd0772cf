import { css } from 'lit';

export const diagramStyles = css`
  :host { display: block; container-type: inline-size; font-size: 13.5px; font-variant-numeric: tabular-nums; }
  .panels { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 270px), 1fr)); }
  figure { margin: 0; min-inline-size: 0; }
  figure:nth-child(3) { grid-column: 1 / -1; }
  h3 { margin: 0 0 6px; font-size: 13.5px; font-weight: 600; color: var(--descent-ink); }
  canvas { block-size: 250px; }
  ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0 0; padding: 0; list-style: none; }
  li { display: flex; align-items: center; gap: 7px; color: var(--descent-ink); }
  li i { inline-size: 22px; block-size: 0; border-block-start: 3px solid; flex: none; }
  li i.dashed { border-block-start: 2px dashed; }
  li descent-marker { inline-size: 14px; block-size: 14px; }
  .says { margin: 10px 0 0; color: var(--descent-soft); line-height: 1.45; text-wrap: pretty; }
  [data-stale] { opacity: 0.6; }
  details { margin-block-start: 8px; color: var(--descent-soft); }
  summary { cursor: pointer; inline-size: fit-content; border-radius: 4px; min-block-size: 24px; }
  summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  .scroll { overflow: auto; max-block-size: 260px; color: var(--descent-ink); }
  table { border-collapse: collapse; margin-block-start: 6px; }
  caption { text-align: start; color: var(--descent-soft); }
  th, td { text-align: end; padding: 4px 0 4px 12px; white-space: nowrap; font-weight: 400; }
  thead th { color: var(--descent-soft); font-weight: 500; }
  th:first-child { padding-inline-start: 0; text-align: start; }
  td, tbody th { border-block-start: 1px solid var(--descent-line); }
`;
