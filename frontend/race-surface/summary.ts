/** The plot in words, for those who do not see it. */
import { plain, point } from '../numbers/numbers';
import type { RaceModel } from '../race/race-model';
import { saidAt } from '../race/said';
import type { Trace } from '../race/trace';
import { ENDS } from '../stream/outcome';

/**
 * @param hand what the arrow keys move, if anything
 * @param walks whether keys walk along the paths
 */
export function plotLabel(
  trace: Trace | undefined, start: readonly [number, number], hand: 'start' | 'guess' | undefined, walks: boolean,
): string {
  if (!trace) return 'Plot of an objective; the race is loading.';
  const keys = hand === 'guess' ? 'A click places your guess; arrow keys move it, with Shift further. '
    : hand === 'start' ? 'Arrow keys move the start, with Shift further. ' : '';
  return `Contour plot of ${trace.header.objective.title}, start at ${point(start[0], start[1])}. `
    + `${keys}${walks ? 'Comma and period walk along a path, N goes to the next. ' : ''}Plus and minus zoom, 0 shows all again.`;
}

/** Which step is shown, and of the series that is looked at what it did. */
export function stepInWords({ trace, step, lastStep, explaining, looked, lookedStep }: RaceModel): string {
  const series = trace?.series[looked.series];
  const whole = `Step ${step} of ${lastStep}.`;
  if (!explaining || !trace || !series || lookedStep === undefined) return whole;
  const at = (row: number) => point(saidAt(series, row, 'x1'), saidAt(series, row, 'x2'));
  return `${whole} ${trace.nameOf(series)}, step ${lookedStep}: from ${at(lookedStep - 1)} to ${at(lookedStep)}.`;
}

/** Where the objective is lowest, if it is known. */
export function minimaOf(trace: Trace): string[] {
  const { minima } = trace.header.objective;
  const lie = minima.length === 1 ? 'The minimum lies' : 'Minima lie';
  return minima.length === 0 ? [] : [`${lie} at ${minima.map(([a, b]) => point(a, b)).join(', ')}.`];
}

/** Where each optimizer is at a step, one sentence each. */
export function placesAt(trace: Trace, step: number): string[] {
  return trace.series.map((series) => {
    const place = point(saidAt(series, step, 'x1'), saidAt(series, step, 'x2'));
    const stopped = series.stoppedBy(step);
    const height = `f = ${plain(saidAt(series, step, 'f'))}`;
    return stopped
      ? `${trace.nameOf(series)} ${ENDS[stopped].clause} after ${series.lastStep} steps at ${place}, ${height}.`
      : `${trace.nameOf(series)} is at ${place}, ${height}.`;
  });
}
