import { css } from 'lit';

export const legendStyles = css`
  .legend {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-start: 40px;
    max-inline-size: calc(100% - 96px);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 14px;
    padding: 4px 11px;
    border: 1px solid var(--descent-line);
    border-radius: 9px;
    background: color-mix(in srgb, var(--descent-card) 88%, transparent);
    color: var(--descent-ink);
    font-size: 13.5px;
    line-height: 1.6;
    pointer-events: none;
  }
  .legend > span { white-space: nowrap; }
  .dot {
    box-sizing: border-box;
    display: inline-block;
    inline-size: 11px;
    block-size: 11px;
    margin-inline-end: 6px;
    border: 1.5px solid var(--descent-accent);
    border-radius: 50%;
    background: color-mix(in srgb, var(--descent-accent) 55%, transparent);
  }
  .dot.hollow { border: 2px solid var(--descent-ink); background: none; }
  .cross { font-style: normal; font-weight: 700; color: var(--descent-soft); margin-inline-end: 5px; }
  .scale { pointer-events: auto; border-radius: 6px; outline: none; cursor: default; }
  .scale:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 3px; }
  .ramp {
    position: relative;
    display: inline-block;
    inline-size: 84px;
    block-size: 10px;
    margin-inline: 5px;
    border-radius: 3px;
  }
  .ramp i {
    position: absolute;
    inset-block: -3px;
    inline-size: 3px;
    margin-inline-start: -1.5px;
    border-radius: 2px;
    background: var(--descent-ink);
    box-shadow: 0 0 0 1.5px var(--descent-card);
  }
  :host([bare]) .legend {
    inset-block-start: 14px;
    inset-inline-start: 62px;
    gap: 4px 22px;
    padding: 6px 16px;
    font-size: 21px;
  }
  :host([bare]) .dot { inline-size: 17px; block-size: 17px; border-width: 2.5px; }
  :host([bare]) .ramp { inline-size: 150px; block-size: 15px; }
`;
