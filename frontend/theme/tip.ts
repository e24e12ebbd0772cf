/** What is told of a point, beside it. */
import { css } from 'lit';

export const tipStyles = css`
  .tip {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    z-index: 1;
    pointer-events: none;
    white-space: nowrap;
    padding: 6px 10px;
    border: 1px solid var(--descent-line);
    border-radius: 9px;
    background: var(--descent-card);
    color: var(--descent-ink);
    line-height: 1.4;
    box-shadow: var(--tip-shadow);
  }
  .tip span { color: var(--descent-soft); }
`;
