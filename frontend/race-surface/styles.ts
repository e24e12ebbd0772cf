import { css } from 'lit';

export const surfaceStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-inline-size: 0;
    min-block-size: 220px;
    block-size: 100%;
    border-radius: var(--descent-plot-radius, 8px);
    font-variant-numeric: tabular-nums;
  }
  .stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
    border-radius: inherit;
  }
  .runs {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 13.5px;
    line-height: 20px;
  }
  .runs li { display: flex; align-items: center; gap: 7px; min-inline-size: 0; }
  .runs .picks { cursor: pointer; }
  .runs descent-marker { inline-size: 34px; block-size: 17px; }
  .runs svg { inline-size: 34px; block-size: 17px; stroke: var(--descent-soft); stroke-width: 2; stroke-dasharray: 2 5;
    stroke-linecap: round; }
  .runs .pinned { color: var(--descent-soft); }
  .runs i { font-style: normal; color: var(--descent-soft); }
  :host([bare]) .runs { font-size: 1.15em; line-height: 1.4; gap: 2px 1.4em; }
  :host([bare]) .runs descent-marker { inline-size: 2.6em; block-size: 1.3em; }
  @media (max-width: 600px) {
    :host { gap: 6px; }
    .runs { gap: 0 12px; font-size: 12.5px; line-height: 18px; }
    .runs li { gap: 5px; }
    .runs descent-marker { inline-size: 28px; block-size: 14px; }
  }
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    cursor: crosshair;
    touch-action: pan-y;
    outline: none;
  }
  :host([start-fixed]:not([picking])) canvas { cursor: default; }
  :host([bare]) canvas { pointer-events: none; }
  canvas[data-path] { cursor: pointer; }
  canvas[data-over='point'] { cursor: grab; }
  canvas[data-holding='point'], canvas[data-holding='ground'][data-panning] { cursor: grabbing; }
  canvas:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  .zoom {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 10px;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    border: 1px solid var(--descent-line);
    border-radius: 9px;
    background: color-mix(in srgb, var(--descent-card) 86%, transparent);
  }
  .zoom button {
    all: unset;
    box-sizing: border-box;
    inline-size: 34px;
    block-size: 34px;
    display: grid;
    place-items: center;
    color: var(--descent-ink);
    cursor: pointer;
  }
  @media print { .zoom { display: none; } }
  .zoom button + button { border-block-start: 1px solid var(--descent-line); }
  .zoom button:hover { background: color-mix(in srgb, var(--descent-accent) 12%, var(--descent-card)); }
  .zoom button:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: -3px; border-radius: 9px; }
  .zoom svg { inline-size: 16px; block-size: 16px; fill: none; stroke: currentColor; stroke-width: 1.8;
    stroke-linecap: round; stroke-linejoin: round; }
  @media (pointer: coarse) {
    .zoom button { inline-size: 44px; block-size: 44px; }
  }
  .behind {
    position: absolute;
    inset-block-end: 34px;
    inset-inline-end: 12px;
    padding: 3px 10px;
    border-radius: 99px;
    background: var(--descent-card);
    color: var(--descent-soft);
    font-size: 13px;
    pointer-events: none;
    opacity: 0;
  }
  :host([data-behind]) .behind { opacity: 1; transition: opacity 120ms; }
  .tip { padding: 7px 11px; font-size: 13.5px; line-height: 1.45; }
  .go-on {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    z-index: 2;
    min-block-size: 36px;
    padding: 4px 12px;
    border: 1px solid var(--descent-line);
    border-radius: 9px;
    background: var(--descent-card);
    color: var(--descent-accent);
    font: inherit;
    font-size: 13.5px;
    font-weight: 600;
    white-space: nowrap;
    box-shadow: var(--tip-shadow);
    cursor: pointer;
  }
  .go-on:hover { border-color: var(--descent-accent); }
  .go-on:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 2px; }
  .tip b { font-weight: 600; }
  .tip descent-marker { inline-size: 15px; block-size: 15px; vertical-align: -2px; margin-inline-end: 4px; }
  .notice {
    position: absolute;
    inset-inline: 16px;
    inset-block-start: 50%;
    translate: 0 -50%;
    text-align: center;
    pointer-events: none;
  }
  .notice p {
    display: inline-block;
    margin: 0;
    padding: 10px 16px;
    border-radius: 9px;
    border: 1px solid var(--descent-line);
    background: var(--descent-card);
    color: var(--descent-ink);
  }
`;
