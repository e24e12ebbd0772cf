/** What the marks of a class mean; its scale of colors is also the keyboard's way through the trajectories. */
import { html, nothing } from 'lit';
import { ENDS } from '../stream/outcome';
import type { ClassLayer } from './class-layer';
import { pathInWords } from './class-paths';
import { rampGradient } from './ramp';

export interface LegendTarget {
  look(path: number): void;
  pick(path: number): void;
}

export function renderLegend(layer: ClassLayer, dark: boolean, bare: boolean, target: LegendTarget) {
  const { paths, cloud, secondCloud } = layer;
  if (paths.length === 0 && cloud.length === 0 && secondCloud.length === 0) return nothing;
  const rounds = secondCloud.length > 0;
  return html`<div class="legend">
    ${cloud.length > 0 ? html`<span aria-hidden="true"><i class="dot"></i>${rounds ? 'first round: ' : ''}${
      cloud.length}${rounds ? '' : cloud.length === 1 ? ' guess' : ' guesses'}</span>` : nothing}
    ${rounds ? html`<span aria-hidden="true"><i class="dot hollow"></i>second round: ${secondCloud.length}</span>`
      : nothing}
    ${paths.length > 0 ? renderScale(layer, dark, bare, target) : nothing}
  </div>`;
}

function renderScale(layer: ClassLayer, dark: boolean, bare: boolean, target: LegendTarget) {
  const { paths, looking } = layer;
  const ramp = html`<span class="ramp" style="background: ${rampGradient(dark)}">${
    looking >= 0 && paths.length > 1
      ? html`<i style="inset-inline-start: ${(100 * looking) / (paths.length - 1)}%"></i>` : nothing}</span>`;
  const lost = paths.some(({ diverged }) => diverged)
    ? html`<span aria-hidden="true"><i class="cross">×</i>${ENDS.diverged.word}</span>` : nothing;
  if (bare) return html`<span aria-hidden="true">best ${ramp} worst</span>${lost}`;
  const go = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = paths.length - 1;
    const to: Record<string, number> = {
      ArrowRight: Math.min(looking + 1, last), ArrowUp: Math.min(looking + 1, last),
      ArrowLeft: Math.max(looking - 1, 0), ArrowDown: Math.max(looking - 1, 0), Home: 0, End: last,
    };
    if (event.key in to) target.look(to[event.key]);
    else if (event.key === 'Enter' && looking >= 0) target.pick(looking);
    else if (event.key === 'Escape' && looking >= 0) target.look(-1);
    else return;
    event.preventDefault();
  };
  const shown = looking >= 0 ? pathInWords(paths[looking], paths.length) : undefined;
  return html`<span class="scale" role="slider" tabindex="0" aria-label="Paths from the best to the worst"
    title="Arrow keys go through the paths, Enter chooses one" aria-valuemin="1" aria-valuemax=${paths.length}
    aria-valuenow=${Math.max(looking, 0) + 1}
    aria-valuetext=${shown ? `${shown.name}: ${shown.end}` : `${paths.length} paths`}
    @keydown=${go} @blur=${() => target.look(-1)}>best ${ramp} worst</span>${lost}`;
}
