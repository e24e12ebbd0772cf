import { css } from 'lit';

export const bandStyles = css`
  .bands {
    margin-top: 14px;
  }

  /* Loss and bands are seen together on a laptop. */
  .plot.shared {
    min-height: clamp(220px, 30vh, 600px);
  }

  .bands h3 {
    margin: 0 0 8px;
    font-size: 14px;
    font-weight: 600;
  }

  .bands h3 span,
  .bands figcaption span {
    color: var(--descent-soft);
    font-size: 13.5px;
    font-weight: 400;
  }

  .bands h3 b {
    color: var(--descent-ink);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .reader {
    display: flex;
    align-items: center;
    gap: 10px;
    max-width: 420px;
    margin: 0 0 8px;
    color: var(--descent-soft);
    font-size: 13.5px;
  }

  .reader output {
    min-width: 5.4em;
    color: var(--descent-ink);
    font-variant-numeric: tabular-nums;
  }

  .panels {
    display: grid;
    grid-template-columns: repeat(var(--panels), minmax(0, 1fr));
    gap: 14px 16px;
  }

  @container (max-width: 720px) {
    .panels {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @container (max-width: 440px) {
    .panels {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .panels > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
  }

  .bands figure {
    min-width: 0;
    margin: 0;
  }

  .bands figcaption {
    margin-bottom: 8px;
    line-height: 1.3;
  }

  .bands figcaption b {
    display: block;
    font-weight: 600;
  }

  .frame {
    position: relative;
    height: clamp(96px, 15vh, 150px);
    margin-inline: 26px 6px;
  }

  .frame > svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: hidden;
  }

  .frame > svg path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }

  .frame .rule {
    stroke: var(--descent-line);
    stroke-width: 1;
  }

  .frame .one {
    stroke: var(--descent-soft);
    stroke-dasharray: 3 4;
  }

  .frame .probe {
    stroke: var(--descent-soft);
    stroke-width: 1;
  }

  .frame .line {
    stroke-width: 2.2;
    stroke-linejoin: round;
  }

  .tick {
    position: absolute;
    inset-inline-end: calc(100% + 5px);
    translate: 0 -50%;
  }

  .tick,
  .ends {
    color: var(--descent-soft);
    font-size: 12.5px;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }

  .mark {
    inline-size: 14px;
    block-size: 14px;
  }

  .head {
    position: absolute;
    width: 14px;
    height: 14px;
    translate: -50% -50%;
    line-height: 0;
    pointer-events: none;
  }

  .ends {
    display: flex;
    justify-content: space-between;
    margin: 6px 6px 0 26px;
  }

  .bands ul {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
    font-variant-numeric: tabular-nums;
  }

  .bands li {
    display: flex;
    align-items: center;
    gap: 4px;
    font-size: 13.5px;
  }
`;
