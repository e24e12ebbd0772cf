import { css } from 'lit';

export const mapStyles = css`
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 20px; margin-block: 6px; }
  .when { display: flex; flex: 1 1 220px; align-items: center; gap: 10px; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .picker label { min-block-size: 24px; }
  .maps { border-radius: 8px; }
  .maps:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 4px; }
  .maps h3 { margin: 10px 0 4px; font-size: 13.5px; font-weight: 600; }
  .maps h3 descent-marker { margin-inline-end: 6px; inline-size: 14px; block-size: 14px; vertical-align: -2px; }
  .strip { display: flex; flex-wrap: wrap; gap: 8px; }
  .strip figure { inline-size: 84px; }
  .strip figcaption { color: var(--descent-soft); font-size: 12px; }
  .strip canvas { inline-size: 84px; block-size: 84px; box-sizing: border-box; image-rendering: auto; cursor: crosshair; }
  .scale { display: flex; flex-wrap: wrap; align-items: start; gap: 6px 20px; margin-block: 12px 4px; }
  .scale div { flex: 0 1 340px; min-inline-size: 200px; }
  .scale p { margin: 0 0 4px; }
  #bar { inline-size: 100%; block-size: 34px; border: 0; border-radius: 0; background: none; }
  #hatch { inline-size: 26px; block-size: 14px; display: inline-block; vertical-align: -2px; border: 0; margin-inline-end: 6px; }
  .key { color: var(--descent-soft); }
  .readout { min-block-size: 2.8em; margin: 4px 0 10px; font-variant-numeric: tabular-nums; }
  #bands { inline-size: 100%; border: 0; background: none; }

  @container (max-width: 460px) {
    .strip { gap: 6px; }
    .strip figure { inline-size: 60px; }
    .strip canvas { inline-size: 60px; block-size: 60px; }
    .strip figcaption { font-size: 11px; }
  }
`;
