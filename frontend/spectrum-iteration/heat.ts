import { css, html } from 'lit';
import { shortComplex } from '../numbers/complex';
import type { Qr } from './source';

/** So many powers of ten below the largest entry a cell is blank. */
const DECADES = 6;

export const heatStyles = css`
  .heat {
    display: grid;
    gap: 3px;
  }
  .heat span {
    display: grid;
    place-items: center;
    min-width: 0;
    min-height: 40px;
    padding: 2px;
    border: 1px solid var(--descent-line);
    border-radius: 5px;
    background: color-mix(in srgb, var(--descent-accent) calc(var(--_heat) * 42%), var(--descent-card));
    font-size: 12.5px;
    line-height: 1.2;
    overflow-wrap: anywhere;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .heat .diagonal {
    font-weight: 600;
    border-color: var(--descent-accent);
  }
  .heat.large span {
    min-height: 30px;
    font-size: 11px;
  }
  .heat .block {
    border-style: dashed;
  }
`;

/** The entries of a step's matrix, the darker the larger on a log scale. For reading aloud there is the table. */
export function heat({ steps, blocks }: Qr, k: number) {
  const { matrix } = steps[k];
  const n = matrix.length;
  const scale = Math.max(Number.MIN_VALUE, ...steps[0].matrix.flat().map((z) => Math.hypot(...z)));
  const inBlock = (i: number, j: number) => blocks.some((row) => i >= row && i <= row + 1 && j >= row && j <= row + 1);
  return html`<div class="heat ${n > 4 ? 'large' : ''}" aria-hidden="true" style="grid-template-columns: repeat(${n}, minmax(0, 1fr))">
    ${matrix.map((row, i) => row.map((z, j) => {
      const share = 1 + Math.log10(Math.max(Math.hypot(...z) / scale, 1e-300)) / DECADES;
      return html`<span class="${i === j ? 'diagonal' : ''} ${inBlock(i, j) ? 'block' : ''}"
        style="--_heat: ${Math.min(1, Math.max(0, share)).toFixed(3)}">${shortComplex(z, n > 4 ? 2 : 3, scale)}</span>`;
    }))}
  </div>`;
}
