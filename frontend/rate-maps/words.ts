/** What the pictures of rates say in words, and their diagrams. Knows nothing of drawing. */
import type { Curve, Diagram, Panel } from '../line-diagram/diagram';
import { compact, decimals, plain } from '../numbers/numbers';
import type { RateMap } from '../training-chart/rate-map';
import type { TrainingHeader, TrainingSeries } from '../training-chart/training-run';
import { fullName } from '../training-chart/words';
import { decoded, mapAt, oneRate, type Range } from './maps';

/** How often pixels are lit, by the bands that medians are told of. */
export const BANDS: readonly string[] = ['under 1 %', '1 to 10 %', '10 to 50 %', 'over 50 %'];

const EDGES = [0.01, 0.1, 0.5];
const RARE = 0;
const FREQUENT = 3;

/** 0.3 % for 0.003. */
export function percent(share: number): string {
  if (share === 0) return '0 %';
  return `${share < 0.01 ? plain(100 * share, 2) : decimals(100 * share, share < 0.1 ? 1 : 0)} %`;
}

/** A series at a moment in a sentence. */
export function sentence(series: TrainingSeries, map: RateMap): string {
  const name = fullName(series);
  const one = oneRate(map);
  if (one !== undefined) return `${name}: one rate for all weights, ${compact(one)}.`;
  const capped = map.cappedShare > 0 ? ` On ${percent(map.cappedShare)} of the weights ε decides it, and not the pictures (hatched).` : '';
  if (map.pixels.length === 0) return `${name}: each weight has its own rate.${capped}`;
  const medians = [[RARE, 'in under 1 % of the pictures'], [FREQUENT, 'in more than half of them']] as const;
  const said = medians.filter(([band]) => map.medians[band] !== null)
    .map(([band, where]) => `${plain(map.medians[band]!, 2)} on pixels that are lit ${where}`).join(', ');
  const correlation = map.correlation === null
    ? '' : `; its logarithm and that of how often a pixel is lit have a correlation of ${decimals(map.correlation, 2)}`;
  return `${name}: the median rate is ${said || 'known of no pixels'}${correlation}.${capped}`;
}

/** A pixel, as each series has it. */
export function pixelSentence(series: readonly TrainingSeries[], epoch: number, pixel: number, lit?: readonly number[]): string {
  const states = series.flatMap((one) => {
    const map = mapAt(one, epoch);
    if (!map) return [];
    const { rates, capped } = decoded(map);
    const places = Array.from({ length: map.units }, (_, unit) => unit * map.side ** 2 + pixel);
    const known = places.map((at) => rates[at]).filter((value) => !Number.isNaN(value)).map((value) => 10 ** value);
    const by = places.filter((at) => capped[at]).length;
    const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)].map((value) => plain(value, 2)) : ['none', 'none'];
    const eps = by > 0 ? `, ε decides ${by} of ${map.units}` : '';
    return [`${fullName(one)} ${least === most ? least : `${least} to ${most}`}${eps}`];
  });
  const side = series.flatMap(({ rateMaps }) => rateMaps)[0]?.side ?? 1;
  const often = lit ? `, lit in ${percent(lit[pixel])}` : '';
  return `Row ${Math.floor(pixel / side) + 1}, column ${(pixel % side) + 1}${often}: ${states.join('; ')}.`;
}

/** The rates against how often pixels are lit at a moment, and their medians over time; undefined where weights are not on pixels. */
export function rateDiagram(
  series: readonly TrainingSeries[], { lit, epochs }: TrainingHeader, epoch: number, range: Range, says: string,
): Diagram | undefined {
  const least = Math.min(...(lit ?? []).filter((share) => share > 0));
  if (!lit || !Number.isFinite(least)) return undefined;
  const y = { name: 'effective learning rate', log: true, low: 10 ** range.low, high: 10 ** range.high };
  const panels: Panel[] = [{
    title: 'Rate of a pixel’s weights against how often it is lit',
    x: { name: 'share of the pictures', log: true, low: least, high: 1 },
    y,
    curves: series.flatMap((one) => {
      const map = mapAt(one, epoch);
      if (!map) return [];
      const rate = oneRate(map);
      return rate === undefined ? [cloud(one, map, lit), steps(one, map, least)] : [level(one, rate, least)];
    }),
  }, {
    title: 'Median rates over time',
    x: { name: 'epoch', log: false, low: 0, high: epochs },
    y,
    curves: series.filter(({ rateMaps }) => rateMaps.length > 0)
      .flatMap((one) => (one.rateMaps.every((map) => oneRate(map) !== undefined)
        ? [medians(one, FREQUENT, 'all pixels', 'LINE')]
        : [medians(one, RARE, 'lit in under 1 %', 'LINE'), medians(one, FREQUENT, 'in over 50 %', 'DASHED')])),
  }];
  return { says, panels, numbers: {} };
}

function cloud(series: TrainingSeries, map: RateMap, lit: readonly number[]): Curve {
  const shown = lit.map((_, pixel) => pixel).filter((pixel) => lit[pixel] > 0 && (map.pixels[pixel] ?? null) !== null);
  return {
    name: fullName(series),
    look: series.header.optimizer,
    style: 'DOTS',
    x: shown.map((pixel) => lit[pixel]),
    y: shown.map((pixel) => 10 ** map.pixels[pixel]!),
  };
}

function level(series: TrainingSeries, rate: number, least: number): Curve {
  return { name: fullName(series), look: series.header.optimizer, style: 'LINE', x: [least, 1], y: [rate, rate] };
}

/** The medians of the bands, a level piece each. */
function steps(series: TrainingSeries, map: RateMap, least: number): Curve {
  const edges = [least, ...EDGES, 1];
  const there = map.medians.map((_, band) => band).filter((band) => edges[band] < edges[band + 1]);
  return {
    name: `${fullName(series)}, medians`,
    look: series.header.optimizer,
    style: 'DASHED',
    x: there.flatMap((band) => [edges[band], edges[band + 1]]),
    y: there.flatMap((band) => [map.medians[band], map.medians[band]]),
  };
}

function medians(series: TrainingSeries, band: number, where: string, style: Curve['style']): Curve {
  return {
    name: `${fullName(series)}, ${where}`,
    look: series.header.optimizer,
    style,
    x: series.rateMaps.map(({ epoch }) => epoch),
    y: series.rateMaps.map((map) => map.medians[band] ?? null),
    measured: true,
  };
}
