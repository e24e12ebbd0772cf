import { css } from 'lit';

/** How wide a slider's thumb is, in pixels. */
export const THUMB = 18;

/** Sliders in the look of all the labs, where they are plain inputs. */
export const rangeStyles = css`
  input[type='range'] {
    appearance: none;
    flex: 1;
    min-width: 80px;
    min-height: var(--descent-slider-height, 28px);
    margin: 0;
    background: none;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 4px;
    border-radius: 9px;
    background: var(--descent-line);
  }
  input[type='range']::-moz-range-track {
    height: 4px;
    border-radius: 9px;
    background: var(--descent-line);
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    box-sizing: border-box;
    width: ${THUMB}px;
    height: ${THUMB}px;
    margin-top: -7px;
    border: 3px solid var(--descent-accent);
    border-radius: 50%;
    background: var(--descent-card);
  }
  input[type='range']::-moz-range-thumb {
    box-sizing: border-box;
    width: ${THUMB}px;
    height: ${THUMB}px;
    border: 3px solid var(--descent-accent);
    border-radius: 50%;
    background: var(--descent-card);
  }
  input[type='range']:focus-visible {
    outline: 2px solid var(--descent-accent);
    outline-offset: 1px;
    border-radius: 8px;
  }
`;
