/** What a race has sent so far, in typed arrays: for each series one row a step, step 0 included. */
import { readFrames, type Rows } from '../stream/frames';
import { diverged, type Outcome, type RunEnd } from '../stream/outcome';

/** x1min, x1max, x2min, x2max. */
export type Window = readonly [number, number, number, number];

export interface RaceHeader {
  kind: 'race';
  steps: number;
  start: readonly [number, number];
  objective: {
    name: string;
    title: string;
    tex: string;
    window: Window;
    minima: readonly (readonly [number, number])[];
    kappa: number | null;
  };
  series: readonly SeriesHeader[];
}

export interface SeriesHeader {
  spec: string;
  optimizer: string;
  title: string;
  lr: number | null;
  memories: readonly string[];
  columns: readonly string[];
  /** Of one that hands over: where each stage begins. */
  stages?: readonly { from: number }[];
}

export interface SeriesEnd {
  series: number;
  outcome: Outcome;
  message: string | null;
  /** After a divergence, a rate at which the same run stays in bounds, if one is known. */
  suggestedRate?: number | null;
}

/** One optimizer's way. */
export class Series {
  readonly header: SeriesHeader;
  /** How many series of the same optimizer come before this one. */
  readonly appearance: number;
  /** Set when the series has ended. */
  end?: SeriesEnd;
  /** Row-major; only the first `rows * stride` are filled. */
  values: Float64Array;
  rows = 0;
  private readonly offsets: Map<string, number>;

  constructor(header: SeriesHeader, appearance: number, steps: number) {
    this.header = header;
    this.appearance = appearance;
    this.offsets = new Map(header.columns.map((name, i) => [name, i]));
    this.values = new Float64Array(Math.min(steps + 1, 1 << 16) * this.stride);
  }

  get stride(): number {
    return this.header.columns.length;
  }

  get lastStep(): number {
    return Math.max(0, this.rows - 1);
  }

  append(rows: Rows): void {
    if (rows.stride !== this.stride) return;
    const used = this.rows * this.stride;
    const needed = used + rows.values.length;
    if (needed > this.values.length) {
      const larger = new Float64Array(Math.max(needed, 2 * this.values.length));
      larger.set(this.values.subarray(0, used));
      this.values = larger;
    }
    this.values.set(rows.values, used);
    this.rows += Math.floor(rows.values.length / this.stride);
  }

  /** Where a column lies in a row, or -1. */
  offset(column: string): number {
    return this.offsets.get(column) ?? -1;
  }

  has(column: string): boolean {
    return this.offsets.has(column);
  }

  /** A value at a step; a series that has stopped keeps its last row. NaN where there is none. */
  at(step: number, column: string): number {
    const offset = this.offset(column);
    if (offset < 0 || this.rows === 0) return NaN;
    return this.values[Math.min(step, this.lastStep) * this.stride + offset];
  }

  /** Whether the series has come to its end by this step. */
  overAt(step: number): boolean {
    return this.end !== undefined && step >= this.lastStep;
  }

  divergedBy(step: number): boolean {
    return diverged(this.end) && this.overAt(step);
  }

  /** How the series ended if it did so by this step and not just because all steps were made. */
  stoppedBy(step: number): Outcome | undefined {
    return this.end && this.end.outcome !== 'finished' && this.overAt(step) ? this.end.outcome : undefined;
  }
}

/** All of a race. */
export class Trace {
  readonly header: RaceHeader;
  readonly series: Series[];
  complete = false;

  constructor(header: RaceHeader) {
    this.header = header;
    const seen = new Map<string, number>();
    this.series = header.series.map((one) => {
      const appearance = seen.get(one.optimizer) ?? 0;
      seen.set(one.optimizer, appearance + 1);
      return new Series(one, appearance, header.steps);
    });
  }

  /** The last step that any series reached. */
  get lastStep(): number {
    return this.series.reduce((last, one) => Math.max(last, one.lastStep), 0);
  }

  append(rows: Rows): void {
    this.series[rows.series]?.append(rows);
  }

  endSeries(end: SeriesEnd): void {
    const series = this.series[end.series];
    if (series) series.end = end;
  }

  /** Names that tell the series apart: the title, with the rate where an optimizer runs more than once. */
  nameOf(series: Series): string {
    const twins = this.series.filter((one) => one.header.title === series.header.title);
    if (twins.length < 2) return series.header.title;
    const rates = new Set(twins.map((one) => one.header.lr));
    return rates.size === twins.length && series.header.lr !== null
      ? `${series.header.title} (${series.header.lr})`
      : `${series.header.title} (${twins.indexOf(series) + 1})`;
  }
}

/** The race whose frames lie in bytes one after the other. */
export function traceOf(frames: Uint8Array): Trace | undefined {
  let trace: Trace | undefined;
  readFrames<RaceHeader, unknown, SeriesEnd, RunEnd>(frames, {
    header: (header) => { trace = new Trace(header); },
    rows: (rows) => trace?.append(rows),
    seriesEnd: (end) => trace?.endSeries(end),
    end: () => { if (trace) trace.complete = true; },
  });
  return trace;
}
