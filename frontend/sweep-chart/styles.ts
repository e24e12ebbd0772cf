import { css } from 'lit';

export const sweepStyles = css`
  :host { display: block; min-inline-size: 0; font-size: 13.5px; font-variant-numeric: tabular-nums; }
  p { margin: 0 0 8px; color: var(--descent-soft); line-height: 1.4; text-wrap: pretty; }
  .plot { position: relative; }
  .plot, .numbers { transition: opacity 150ms; }
  [data-stale] { opacity: 0.55; }
  canvas { display: block; inline-size: 100%; block-size: 250px; border-radius: 8px; outline: none;
    touch-action: pan-y; }
  canvas:focus-visible, .scroll:focus-visible, summary:focus-visible {
    outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  .tip b { font-weight: 600; }
  .tip descent-marker { margin-inline-end: 4px; vertical-align: -2px; }
  descent-marker { inline-size: 15px; block-size: 15px; flex: none; }
  .notice {
    position: absolute;
    inset: 35% 16px auto;
    padding: 8px 12px;
    border: 1px solid var(--descent-line);
    border-radius: 9px;
    background: var(--descent-card);
  }
  table { border-collapse: collapse; inline-size: 100%; }
  thead th { font-weight: 500; color: var(--descent-soft); padding-block: 4px; }
  th, td { text-align: end; padding: 4px 0 4px 9px; white-space: nowrap; }
  th:first-child { text-align: start; padding-inline-start: 0; }
  td, tbody th { border-block-start: 1px solid var(--descent-line); }
  tbody th { font-weight: 600; }
  .best { margin-block-start: 8px; }
  .best tbody th { white-space: normal; line-height: 1.25; }
  .best tbody th span { display: inline-flex; align-items: center; gap: 5px; }
  .best td { block-size: 30px; }
  button {
    font: inherit;
    min-inline-size: 54px;
    min-block-size: 28px;
    padding: 2px 8px;
    border: 1px solid var(--descent-line);
    border-radius: 7px;
    background: none;
    color: var(--descent-accent);
    cursor: pointer;
  }
  button:hover { border-color: var(--descent-accent); }
  button:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  @media (pointer: coarse) {
    button { min-block-size: 44px; }
  }
  details { margin-block-start: 10px; color: var(--descent-soft); }
  summary { cursor: pointer; inline-size: fit-content; border-radius: 4px; }
  .scroll { max-block-size: 260px; overflow: auto; margin-block-start: 6px; color: var(--descent-ink); }
  .scroll thead th { position: sticky; inset-block-start: 0; background: var(--descent-card); }
`;
