/** What is known of a training run so far. Grows with the stream; knows nothing of drawing. */
import { followRun, RunGone, type Place, type Rows } from '../stream/frames';
import type { Outcome, RunEnd } from '../stream/outcome';
import { looksIn, type Look, type Portrait } from './curvature';
import { Landscapes, type Landscape, type LandscapeTold, type Looks, type SoFar } from './landscape';
import type { RateMap } from './rate-map';

export interface SeriesHeader {
  spec: string;
  optimizer: string;
  title: string;
  columns: string[];
}

/** Words of similar frequency, and the column that has the error of their weights. */
export interface Band {
  column: string;
  /** Ranks by falling frequency, from 1. */
  first: number;
  last: number;
  /** How many documents one of the words is in, on average. */
  documents: number;
}

export interface TrainingHeader {
  kind: 'training';
  data: string;
  model: string;
  examples: number;
  epochs: number;
  batch: number;
  /** From the most frequent words to the rarest; none where the data is no text. */
  bands?: Band[];
  /** What the pictures show, and the layers that learn to tell it; none where the data is a table. */
  classes?: string[];
  layers?: string[];
  /** Rows of somebody's own data that test. */
  tested?: number;
  /** What is lost without a model; only on somebody's own data. */
  baseline?: Baseline;
  /** Sentences on what was left out of it, dropped and filled. */
  told?: string[];
  /** Pictures over which the curvature is measured; none where it is not. */
  lookedAt?: number;
  /** In which share of the pictures each pixel is lit; none where the weights whose rates are told are on no pixels. */
  lit?: number[];
  /** In which plane the loss around the paths is drawn; none where it is not. */
  landscape?: string;
  series: SeriesHeader[];
}

/** What is lost by guessing the mean, or by the frequencies of the classes. */
export interface Baseline {
  loss: number;
  /** The same on the rows that test, where there are some. */
  test?: number;
  /** The share of them that is of the most frequent class. */
  accuracy?: number;
}

export interface SeriesProgress {
  series: number;
  /** Examples seen. */
  done: number;
  total: number;
  secondsPerEpoch: number | null;
  secondsLeft: number | null;
}

export interface SeriesEnd {
  series: number;
  outcome: Outcome;
  message: string | null;
  secondsPerEpoch: number | null;
  seconds: number | null;
}

/** Weights of a network's first layer. */
export interface Filters {
  count: number;
  side: number;
  /** Weight of a value of 1. */
  scale: number;
  /** Signed bytes in base64, one picture after the other. */
  values: string;
}

export interface Mistake {
  label: number;
  takenFor: number;
  /** Gray bytes in base64. */
  pixels: string;
}

/** What became of the test pictures. */
export interface Test {
  epoch: number;
  loss: number;
  accuracy: number;
  /** How many of class i were taken for class j, at i * classes + j. */
  confusion: number[];
  mistakes: Mistake[];
}

export interface LayerState {
  name: string;
  gradient: number;
  /** Quantiles of the effective learning rates: 5%, 50%, 95%. */
  rates: [number, number, number];
}

/** What a training on pictures tells besides its points. */
interface Detail {
  series: number;
  filters: Filters | null;
  test: Test | null;
  portrait?: Portrait | null;
  rateMap?: RateMap;
  /** Of all series together, and where it is of the paths so far. */
  landscape?: LandscapeTold;
  soFar?: SoFar;
  looks?: Looks;
}

/** Numbers that only ever grow in count. */
export class Column {
  private room = new Float64Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.room.length) {
      const wider = new Float64Array(2 * this.room.length);
      wider.set(this.room);
      this.room = wider;
    }
    this.room[this.length++] = value;
  }

  /** The values so far: a view, good until the next push. */
  get values(): Float64Array {
    return this.room.subarray(0, this.length);
  }

  get last(): number {
    return this.room[this.length - 1];
  }
}

export class TrainingSeries {
  readonly header: SeriesHeader;
  /** How many earlier series of the run have the same optimizer. */
  readonly appearance: number;
  readonly epoch = new Column();
  readonly loss = new Column();
  /** The error of each band's weights. */
  readonly errors: Column[];
  /** Of a network, by epoch from 0. */
  readonly tests: Test[] = [];
  filters?: Filters;
  /** The curvature on the way, and at the end. */
  readonly looks: Look[] = [];
  portrait?: Portrait;
  /** The rates as pictures, by epoch. */
  readonly rateMaps: RateMap[] = [];
  progress?: SeriesProgress;
  end?: SeriesEnd;
  private readonly errorColumns: number[];
  private readonly layerNames: string[];
  private readonly epochSize: number;
  private first?: Float64Array;
  private last?: Float64Array;

  constructor(header: SeriesHeader, appearance: number, { bands = [], layers = [], examples }: TrainingHeader) {
    this.header = header;
    this.appearance = appearance;
    this.errorColumns = bands.map((band) => header.columns.indexOf(band.column));
    this.errors = bands.map(() => new Column());
    this.layerNames = layers;
    this.epochSize = examples;
  }

  add(rows: Rows): void {
    const epoch = this.header.columns.indexOf('epoch');
    const loss = this.header.columns.indexOf('loss');
    this.looks.push(...looksIn(rows, this.header.columns));
    for (let at = 0; at + rows.stride <= rows.values.length; at += rows.stride) {
      // Before a network's first batch there is a test, but no loss to draw.
      if (Number.isNaN(rows.values[at + loss])) continue;
      this.epoch.push(rows.values[at + epoch]);
      this.loss.push(rows.values[at + loss]);
      this.errorColumns.forEach((column, band) => this.errors[band].push(rows.values[at + column]));
      this.last = rows.values.subarray(at, at + rows.stride);
      this.first ??= this.last;
    }
  }

  take(detail: Detail): void {
    if (detail.filters) this.filters = detail.filters;
    if (detail.portrait) this.portrait = detail.portrait;
    if (detail.rateMap) this.rateMaps.push(detail.rateMap);
    const { test } = detail;
    if (test && !this.tests.some(({ epoch }) => epoch === test.epoch)) this.tests.push(test);
  }

  get latestTest(): Test | undefined {
    return this.tests.at(-1);
  }

  /** Each layer at the last point. */
  get layers(): LayerState[] {
    return this.layersAt(this.last);
  }

  /** Each layer at the first point, to compare with. */
  get layersAtFirst(): LayerState[] {
    return this.layersAt(this.first);
  }

  private layersAt(row: Float64Array | undefined): LayerState[] {
    if (!row) return [];
    const value = (name: string) => row[this.header.columns.indexOf(name)];
    return this.layerNames.map((name) => ({
      name,
      gradient: value(`${name}.gradient`),
      rates: [value(`${name}.rate05`), value(`${name}.rate50`), value(`${name}.rate95`)],
    }));
  }

  /** Examples a second of training time, where known. */
  get speed(): number | null {
    const seconds = this.secondsPerEpoch;
    return seconds ? this.epochSize / seconds : null;
  }

  /** A column as last evaluated; NaN where there is none. */
  latest(column: string): number {
    const at = this.header.columns.indexOf(column);
    return this.last && at >= 0 ? this.last[at] : Number.NaN;
  }

  /** Loss as last evaluated; NaN before the first evaluation. */
  get latestLoss(): number {
    return this.loss.length > 0 ? this.loss.last : Number.NaN;
  }

  /** Seconds for one pass over the data, where known yet. */
  get secondsPerEpoch(): number | null {
    return this.end?.secondsPerEpoch ?? this.progress?.secondsPerEpoch ?? null;
  }

  /** Share of the work done, 0 to 1. */
  get done(): number {
    if (this.end) return 1;
    return this.progress && this.progress.total > 0 ? this.progress.done / this.progress.total : 0;
  }
}

export type RunState = 'waiting' | 'running' | RunEnd['outcome'] | 'gone';

export class TrainingRun {
  header?: TrainingHeader;
  series: TrainingSeries[] = [];
  state: RunState = 'waiting';
  message?: string | null;
  /** Where it stands in line; undefined where it does not wait. */
  place?: Place;
  private readonly landscapes = new Landscapes();
  private readonly listeners = new Set<() => void>();

  /** Has a listener told after each frame; returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Reads the run to its end, or until the signal aborts. */
  async follow(url: string, signal: AbortSignal): Promise<void> {
    const changed = () => this.listeners.forEach((listener) => listener());
    try {
      await followRun<TrainingHeader, SeriesProgress, SeriesEnd, RunEnd>(url, {
        header: (header) => { this.begin(header); changed(); },
        rows: (rows) => { this.series[rows.series]?.add(rows); changed(); },
        progress: (progress) => this.update(progress.series, (series) => { series.progress = progress; }, changed),
        detail: (told) => {
          const detail = told as Detail;
          if (detail.landscape) {
            this.landscapes.take(detail.landscape, detail.soFar, detail.looks);
            changed();
            return;
          }
          this.update(detail.series, (series) => series.take(detail), changed);
        },
        seriesEnd: (end) => this.update(end.series, (series) => { series.end = end; }, changed),
        place: (place) => { this.place = place.place > 0 ? place : undefined; changed(); },
        end: (end) => { this.place = undefined; this.state = end.outcome; this.message = end.message; changed(); },
      }, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.state = error instanceof RunGone ? 'gone' : 'failed';
      this.message = error instanceof Error ? error.message : String(error);
      changed();
    }
  }

  /** The loss around the paths of all series. */
  get landscape(): Landscape {
    return this.landscapes.latest;
  }

  /** The last epoch that any series was evaluated at. */
  get farthest(): number {
    return this.series.reduce((most, { epoch }) => (epoch.length > 0 ? Math.max(most, epoch.last) : most), 0);
  }

  /** Examples of the whole run, seen and in all. */
  get examples(): { seen: number; total: number } {
    const total = this.header ? this.header.examples * this.header.epochs : 0;
    const seen = this.series.reduce((sum, series) => sum + series.done * total, 0);
    return { seen: Math.round(seen), total: total * this.series.length };
  }

  get over(): boolean {
    return this.state !== 'waiting' && this.state !== 'running';
  }

  private begin(header: TrainingHeader): void {
    const seen = new Map<string, number>();
    this.header = header;
    this.state = 'running';
    this.series = header.series.map((series) => {
      const appearance = seen.get(series.optimizer) ?? 0;
      seen.set(series.optimizer, appearance + 1);
      return new TrainingSeries(series, appearance, header);
    });
  }

  private update(index: number, change: (series: TrainingSeries) => void, changed: () => void): void {
    const series = this.series[index];
    if (!series) return;
    change(series);
    changed();
  }
}
