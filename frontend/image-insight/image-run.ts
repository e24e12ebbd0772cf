/** What is known of a training on pictures so far. Grows with the stream; knows nothing of drawing. */
import { followRun, type Rows } from '../stream/frames';

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

interface SeriesHeader {
  spec: string;
  optimizer: string;
  title: string;
  columns: string[];
}

interface Header {
  classes: string[];
  layers: string[];
  epochs: number;
  series: SeriesHeader[];
}

interface Detail {
  series: number;
  filters: Filters | null;
  test: Test | null;
}

interface Progress {
  series: number;
  examples: number;
  total: number;
  secondsPerEpoch: number | null;
  secondsLeft: number | null;
}

export class ImageSeries {
  readonly header: SeriesHeader;
  /** By epoch, from 0. */
  readonly tests: Test[] = [];
  filters?: Filters;
  progress?: Progress;
  ended = false;
  private readonly layerNames: string[];
  private last?: Float64Array;
  private first?: Float64Array;

  constructor(header: SeriesHeader, layerNames: string[]) {
    this.header = header;
    this.layerNames = layerNames;
  }

  add(rows: Rows): void {
    const at = rows.values.length - rows.stride;
    if (at < 0) return;
    this.first ??= rows.values.slice(0, rows.stride);
    this.last = rows.values.slice(at);
  }

  /** Each layer at the last point. */
  get layers(): LayerState[] {
    return this.at(this.last);
  }

  /** Each layer at the first point, to compare with. */
  get layersAtFirst(): LayerState[] {
    return this.at(this.first);
  }

  get latest(): Test | undefined {
    return this.tests.at(-1);
  }

  private at(row: Float64Array | undefined): LayerState[] {
    if (!row) return [];
    const value = (name: string) => row[this.header.columns.indexOf(name)];
    return this.layerNames.map((name) => ({
      name,
      gradient: value(`${name}.gradient`),
      rates: [value(`${name}.rate05`), value(`${name}.rate50`), value(`${name}.rate95`)],
    }));
  }

  /** Pictures a second of training time, where known. */
  get speed(): number | null {
    const { progress } = this;
    const epochs = progress && progress.secondsPerEpoch ? progress : null;
    return epochs && this.epochSize ? this.epochSize / (epochs.secondsPerEpoch as number) : null;
  }

  epochSize = 0;
}

export class ImageRun {
  classes: string[] = [];
  epochs = 0;
  series: ImageSeries[] = [];

  /** Reads the run to its end, or until the signal aborts; `changed` is called after each frame. */
  async follow(url: string, changed: () => void, signal: AbortSignal): Promise<void> {
    try {
      await followRun<Header & { examples: number }, Progress, { series: number }, object>(url, {
        header: (header) => {
          this.classes = header.classes;
          this.epochs = header.epochs;
          this.series = header.series.map((series) => new ImageSeries(series, header.layers));
          this.series.forEach((series) => { series.epochSize = header.examples; });
          changed();
        },
        rows: (rows) => { this.series[rows.series]?.add(rows); changed(); },
        progress: (progress) => { this.set(progress.series, (series) => { series.progress = progress; }); changed(); },
        detail: (told) => { this.take(told as Detail); changed(); },
        seriesEnd: (end) => { this.set(end.series, (series) => { series.ended = true; }); changed(); },
        end: () => changed(),
      }, signal);
    } catch {
      // The chart beside tells of a run that is gone or broken.
    }
  }

  private take(detail: Detail): void {
    this.set(detail.series, (series) => {
      if (detail.filters) series.filters = detail.filters;
      if (detail.test) series.tests.push(detail.test);
    });
  }

  private set(index: number, change: (series: ImageSeries) => void): void {
    const series = this.series[index];
    if (series) change(series);
  }
}

/** Bytes of a text in base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The pair of classes most often taken one for the other, or undefined where there is no mistake. */
export function worstConfusion(test: Test, classes: string[]): { label: string; takenFor: string; count: number } | undefined {
  let worst = -1;
  test.confusion.forEach((count, at) => {
    const mistaken = Math.floor(at / classes.length) !== at % classes.length;
    if (mistaken && count > 0 && (worst < 0 || count > test.confusion[worst])) worst = at;
  });
  return worst < 0 ? undefined : {
    label: classes[Math.floor(worst / classes.length)],
    takenFor: classes[worst % classes.length],
    count: test.confusion[worst],
  };
}
