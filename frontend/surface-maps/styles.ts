import { css } from 'lit';

/** What the maps of the surface lab share. */
export const mapStyles = css`
  :host { display: block; min-inline-size: 0; font-size: 13.5px; font-variant-numeric: tabular-nums; }
  :host([hidden]) { display: none; }
  p { margin: 0 0 8px; color: var(--descent-soft); line-height: 1.4; text-wrap: pretty; }
  p.says { color: var(--descent-ink); }
  .choices { display: flex; flex-wrap: wrap; gap: 6px 14px; margin-block-end: 10px; align-items: center; }
  .choices label { display: inline-flex; align-items: center; gap: 6px; color: var(--descent-soft); }
  select, button {
    font: inherit;
    min-block-size: 30px;
    padding: 2px 8px;
    border: 1px solid var(--descent-line);
    border-radius: 7px;
    background: var(--descent-card);
    color: var(--descent-ink);
    max-inline-size: 100%;
  }
  button { color: var(--descent-accent); cursor: pointer; }
  button:hover, select:hover { border-color: var(--descent-accent); }
  select:focus-visible, button:focus-visible, input:focus-visible, a:focus-visible, summary:focus-visible,
  canvas:focus-visible, .scroll:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  input { accent-color: var(--descent-accent); inline-size: 16px; block-size: 16px; margin: 0; }
  .plot { position: relative; transition: opacity 150ms; }
  [data-stale] { opacity: 0.55; }
  canvas { display: block; inline-size: 100%; block-size: 270px; border-radius: 8px; outline: none; touch-action: pan-y; }
  table { border-collapse: collapse; inline-size: 100%; }
  thead th { font-weight: 500; color: var(--descent-soft); }
  th, td { text-align: end; padding: 4px 0 4px 9px; white-space: nowrap; }
  th:first-child { text-align: start; padding-inline-start: 0; }
  td, tbody th { border-block-start: 1px solid var(--descent-line); }
  tbody th { font-weight: 600; }
  .swatch { display: inline-block; inline-size: 15px; block-size: 15px; border-radius: 4px; vertical-align: -2px;
    margin-inline-end: 7px; }
  .ramp { display: flex; align-items: center; gap: 8px; margin-block: 4px 10px; color: var(--descent-soft); }
  .ramp i { flex: 1; block-size: 12px; border-radius: 4px; min-inline-size: 40px; }
  descent-marker { inline-size: 15px; block-size: 15px; flex: none; vertical-align: -2px; }
  .notice { color: var(--descent-ink); border-inline-start: 3px solid var(--descent-warn); padding-inline-start: 10px; }
  details { margin-block-start: 10px; color: var(--descent-soft); }
  summary { cursor: pointer; inline-size: fit-content; border-radius: 4px; }
  .scroll { max-block-size: 260px; overflow: auto; margin-block-start: 6px; color: var(--descent-ink); }
  .foot { margin: 10px 0 0; }
  a { color: var(--descent-accent); }
  @media (pointer: coarse) {
    select, button { min-block-size: 44px; }
    input { inline-size: 22px; block-size: 22px; }
    .choices label { min-block-size: 44px; }
  }
  @media (prefers-reduced-motion: reduce) { .plot { transition: none; } }
`;
