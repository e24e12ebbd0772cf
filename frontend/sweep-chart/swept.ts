/** A sweep together with the race that it belongs to. */
import type { Trace } from '../race/trace';
import { optimizerOf, type SweepPoint, type SweepRun } from './sweep';

export interface SweptSeries {
  name: string;
  optimizer: string;
  /** How many of the same optimizer come before this one. */
  appearance: number;
  /** The rate of the race and how it ended at it. */
  now: SweepPoint;
}

export interface Swept {
  steps: number;
  /** f where all start. */
  start: number;
  runs: SweepRun[];
  series: SweptSeries[];
}

/** The sweep with what the race says of its optimizers; undefined if it is of others than those of the race. */
export function sweptOf(runs: readonly SweepRun[], trace: Trace): Swept | undefined {
  const fits = runs.length > 0 && runs.length === trace.series.length && trace.complete
    && trace.series.every((series, i) => series.header.optimizer === optimizerOf(runs[i].run) && series.rows > 0);
  if (!fits) return undefined;
  return {
    steps: trace.header.steps,
    start: trace.series[0].at(0, 'f'),
    runs: [...runs],
    series: trace.series.map((series) => ({
      name: trace.nameOf(series),
      optimizer: series.header.optimizer,
      appearance: series.appearance,
      now: {
        lr: series.header.lr ?? NaN,
        f: series.at(series.lastStep, 'f'),
        outcome: series.end?.outcome ?? 'finished',
      },
    })),
  };
}
