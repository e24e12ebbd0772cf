import { css, html } from 'lit';
import type { Player } from './player';

export const timelineStyles = css`
  .timeline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 12px 0 0;
  }
  .timeline button {
    min-width: 38px;
  }
  .timeline .play {
    min-width: 96px;
  }
  .timeline button[aria-disabled='true'] {
    opacity: 0.45;
  }
  .timeline input {
    flex: 1 1 160px;
  }
  .timeline output {
    min-width: 7.5em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  @media (pointer: coarse) {
    .timeline button {
      min-width: 44px;
      min-height: 44px;
    }
    .timeline input {
      min-height: 44px;
    }
  }
`;

/** Buttons and a slider for the shown step. A button with nothing to do keeps the focus: it is not disabled but says so. */
export function timeline(player: Player, name: string) {
  const { step, last, playing } = player;
  const button = (label: string, sign: string, to: number) => {
    const idle = to < 0 || to > last || to === step;
    return html`<button aria-label=${label} title=${label} aria-disabled=${idle ? 'true' : 'false'}
      @click=${() => { if (!idle) { player.pause(); player.seek(to); } }}>${sign}</button>`;
  };
  return html`<div class="timeline" role="group" aria-label="Steps of ${name}">
    ${button('To the start', '|\u2039', 0)}
    ${button('One step back', '\u2039', step - 1)}
    <button class="play" @click=${() => player.toggle()}>${playing ? '\u2016 Pause' : '\u25b6 Play'}</button>
    ${button('One step forward', '\u203a', step + 1)}
    <input type="range" min="0" max=${last} step="1" aria-label="Shown step" aria-valuetext="step ${step} of ${last}"
      .value=${String(step)} @input=${(e: Event) => { player.pause(); player.seek((e.target as HTMLInputElement).valueAsNumber); }} />
    <output aria-hidden="true">step ${step} of ${last}</output>
  </div>`;
}
