import { css } from 'lit';

export const styles = css`
  :host {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .sheet {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    pointer-events: auto;
    touch-action: none;
  }
  .sheet.pointer { cursor: none; }
  .sheet.pen { cursor: crosshair; }
  .tools {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 56px;
    display: flex;
    overflow: hidden;
    border: 1px solid var(--descent-line);
    border-radius: 9px;
    background: color-mix(in srgb, var(--descent-card) 86%, transparent);
    pointer-events: auto;
  }
  button {
    all: unset;
    box-sizing: border-box;
    min-inline-size: 34px;
    block-size: 34px;
    padding-inline: 8px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    color: var(--descent-ink);
    font-size: 13.5px;
    cursor: pointer;
  }
  button + button { border-inline-start: 1px solid var(--descent-line); }
  button:hover { background: color-mix(in srgb, var(--descent-accent) 12%, var(--descent-card)); }
  button[aria-pressed='true'] { background: var(--descent-accent); color: var(--descent-on-accent); }
  button:disabled { color: var(--descent-soft); opacity: 0.6; cursor: default; background: none; }
  button:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: -3px; border-radius: 9px; }
  button[aria-pressed='true']:focus-visible { outline-color: var(--descent-on-accent); }
  svg {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  svg .full { fill: currentColor; stroke: none; }
  @media (pointer: coarse) {
    .tools { inset-inline-end: 66px; }
    button { min-inline-size: 44px; block-size: 44px; }
  }
  @media (max-width: 600px) {
    button span { display: none; }
  }
`;
