/** At the step of a path to which one has gone: the offer to go on from there with something else. */
import { html } from 'lit';
import type { Trace } from '../race/trace';
import { toX, toY, type Viewport } from './viewport';

export interface Offer {
  /** The number of the path. */
  run: number;
  step: number;
}

const WIDEST = 190;
const HIGHEST = 52;

/** What may be offered: nothing is to go on from at the start, or where a path ends. */
export function offerAt(trace: Trace, run: number, step: number): Offer | undefined {
  return step > 0 && step < (trace.series[run]?.lastStep ?? 0) ? { run, step } : undefined;
}

/** Beside its point, where there is room, and away from what is told of the point. */
export function renderOffer({ run, step }: Offer, trace: Trace, viewport: Viewport, take: () => void) {
  const x = toX(viewport, trace.series[run].at(step, 'x1') ?? NaN);
  const y = toY(viewport, trace.series[run].at(step, 'x2') ?? NaN);
  const aside = x < viewport.width - WIDEST ? '14px' : 'calc(-100% - 14px)';
  const down = y < viewport.height - HIGHEST ? '12px' : 'calc(-100% - 12px)';
  return html`<button class="go-on" style="transform: translate(${x}px, ${y}px) translate(${aside}, ${down})"
    @click=${take}>Go on from step ${step} with\u2026</button>`;
}
