/** What is told of a step that the pointer rests at. */
import { html } from 'lit';
import '../descent-marker/descent-marker';
import { tabular } from '../numbers/numbers';
import { saidAt } from '../race/said';
import type { Series, Trace } from '../race/trace';
import { nearestStep, type Path } from './draw-paths';
import type { Viewport } from './viewport';

export interface Tip {
  series: Series;
  step: number;
  /** In pixels of the plot. */
  x: number;
  y: number;
}

const REACH = 12;
const WIDEST = 220;
const HIGHEST = 90;

/** What to tell of a pixel: the step nearest to it, if one lies within reach. The paths are those of the trace. */
export function tipAt(
  paths: readonly Path[], trace: Trace, viewport: Viewport, x: number, y: number,
): Tip | undefined {
  let best: (Tip & { distance: number }) | undefined;
  paths.forEach((path, i) => {
    const near = nearestStep(path, viewport, x, y, REACH);
    if (near && (!best || near.distance < best.distance)) best = { ...near, series: trace.series[i] };
  });
  return best;
}

/** The tip beside its point, on the side where there is room. */
export function renderTip({ series, step, x, y }: Tip, trace: Trace, plotWidth: number) {
  const aside = x < plotWidth - WIDEST ? '14px' : 'calc(-100% - 14px)';
  const up = y < HIGHEST ? '10px' : 'calc(-100% - 10px)';
  return html`<div class="tip" style="transform: translate(${x}px, ${y}px) translate(${aside}, ${up})">
    <descent-marker optimizer=${series.header.optimizer} appearance=${series.appearance}
      ></descent-marker><b>${trace.nameOf(series)}</b>,
    step ${step}<br>
    <span>x =</span> (${tabular(saidAt(series, step, 'x1'), 2)}, ${tabular(saidAt(series, step, 'x2'), 2)})<br>
    <span>f =</span> ${tabular(saidAt(series, step, 'f'), 3)}
  </div>`;
}
