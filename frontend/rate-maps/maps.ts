/** The rates of a network's first layer, decoded, and which of them are shown when. Knows nothing of drawing. */
import type { Levels, RateMap } from '../training-chart/rate-map';
import type { TrainingSeries } from '../training-chart/training-run';

/** What the pictures are of. */
export type Quantity = 'rates' | 'squares';

/** A moment's pictures as logarithms to base 10; NaN where there is none. */
export interface Decoded {
  rates: Float32Array;
  squares: Float32Array;
  /** Whether eps decides the rate of a weight. */
  capped: readonly boolean[];
}

/** Least and greatest logarithm that a color stands for. */
export interface Range {
  low: number;
  high: number;
}

/** Logarithms that differ by less are one number: a level is about so wide. */
const ALIKE = 1e-6;

const MOST_DECADES = 8;

const decodings = new WeakMap<RateMap, Decoded>();

export function decoded(map: RateMap): Decoded {
  let found = decodings.get(map);
  if (!found) {
    found = { rates: numbersIn(map.rates), squares: numbersIn(map.squares), capped: bitsIn(map.capped, map.units * map.side ** 2) };
    decodings.set(map, found);
  }
  return found;
}

function bytesIn(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function numbersIn({ low, step, values }: Levels): Float32Array {
  return Float32Array.from(bytesIn(values), (byte) => (byte === 0 ? NaN : low + (byte - 1) * step));
}

function bitsIn(base64: string, count: number): boolean[] {
  const bytes = bytesIn(base64);
  return Array.from({ length: count }, (_, i) => ((bytes[i >> 3] >> (i & 7)) & 1) === 1);
}

/** All epochs at which any series was taken down, in order. */
export function momentsOf(series: readonly Pick<TrainingSeries, 'rateMaps'>[]): number[] {
  return [...new Set(series.flatMap(({ rateMaps }) => rateMaps.map(({ epoch }) => epoch)))].sort((a, b) => a - b);
}

/** What is known of a series at an epoch: the last picture before it, or else the first. */
export function mapAt({ rateMaps }: Pick<TrainingSeries, 'rateMaps'>, epoch: number): RateMap | undefined {
  return rateMaps.filter((map) => map.epoch <= epoch).at(-1) ?? rateMaps[0];
}

/** One scale for all series and all times, so that pictures can be compared; whole tenths of a decade, and no more than eight. */
export function rangeOf(series: readonly Pick<TrainingSeries, 'rateMaps'>[], quantity: Quantity): Range {
  let [low, high] = [Infinity, -Infinity];
  for (const map of series.flatMap(({ rateMaps }) => rateMaps)) {
    for (const value of decoded(map)[quantity]) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (!(low <= high)) return { low: -1, high: 1 };
  // Sums of a single small square are many decades below all others, which would then have one color.
  const above = Math.ceil(10 * high - ALIKE) / 10;
  const below = Math.max(Math.floor(10 * low + ALIKE) / 10, above - MOST_DECADES);
  return above > below ? { low: below, high: above } : { low: below - 0.5, high: above + 0.5 };
}

/** The only rate that all weights have, or undefined where they differ. */
export function oneRate(map: RateMap): number | undefined {
  const { low, step } = map.rates;
  const { rates } = decoded(map);
  return step * 254 < ALIKE && !rates.some(Number.isNaN) ? 10 ** low : undefined;
}

/** A unit's part of some numbers. */
export function unitOf<T>(values: ArrayLike<T>, map: RateMap, unit: number): T[] {
  const size = map.side ** 2;
  return Array.from({ length: size }, (_, i) => values[unit * size + i]);
}

/** Another pixel, a key's step away; the same at the border, undefined for keys that do not move. */
export function moved(pixel: number, side: number, key: string): number | undefined {
  const [row, column] = [Math.floor(pixel / side), pixel % side];
  const within = (value: number) => Math.min(Math.max(value, 0), side - 1);
  switch (key) {
    case 'ArrowLeft': return row * side + within(column - 1);
    case 'ArrowRight': return row * side + within(column + 1);
    case 'ArrowUp': return within(row - 1) * side + column;
    case 'ArrowDown': return within(row + 1) * side + column;
    default: return undefined;
  }
}
