import { css } from 'lit';

export const searchStyles = css`
  :host { display: block; min-inline-size: 0; margin-block-start: 18px; container-type: inline-size; font-size: 14px; line-height: 1.45; }
  h2 { margin: 0; font-size: 14px; }
  .head { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; margin-block-end: 8px; }
  .state { flex: 1 1 12em; color: var(--descent-soft); min-block-size: 1.4em; font-variant-numeric: tabular-nums; }
  [data-stale] { opacity: 0.55; }
  p { margin: 8px 0 0; text-wrap: pretty; }
  .soft { color: var(--descent-soft); }
  .scroll { overflow-x: auto; margin-block-start: 10px; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { padding: 4px 14px 4px 0; border-block-end: 1px solid var(--descent-line); text-align: start; font-weight: normal; vertical-align: middle; }
  .study th, .study td { white-space: nowrap; }
  thead th { color: var(--descent-soft); }
  th descent-marker { inline-size: 14px; block-size: 14px; margin-inline-end: 6px; vertical-align: -2px; }
  ul { display: flex; flex-wrap: wrap; gap: 6px; margin: 0; padding: 0; list-style: none; }
  button {
    font: inherit;
    min-block-size: 28px;
    padding: 2px 10px;
    border: 1px solid var(--descent-line);
    border-radius: 7px;
    background: none;
    color: var(--descent-accent);
    cursor: pointer;
  }
  button:hover { border-color: var(--descent-accent); }
  button small { color: var(--descent-soft); font-size: 12.5px; }
  button:focus-visible, .scroll:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  @media (pointer: coarse) { button { min-block-size: 44px; } }
  @media print { button, .state { display: none; } }
`;
