/** What ApexCharts draws, from arrays alone. */
import { axisOf, type Axis } from '../drawing/axis';
import { compact, roundedTo } from '../numbers/numbers';
import { chartDashes, chartMarks } from '../palette/chart-marks';
import { colorOf, lookOf } from '../palette/palette';
import type { Paint } from '../theme/scheme';
import type { Axes } from './over-chart';
import { logAxis, logLabel, thin } from './scales';

// Types alone, and not by an import statement: see training-chart.ts.
type ApexOptions = import('apexcharts').ApexOptions;

const MOST_POINTS = 500;
const WORDS = 13;
/** About so many between the labels of an axis. */
const INTERVALS = 6;
/** A diverged loss may reach any height: what is drawn ends at this many times the highest first loss. */
const HEADROOM = 2;
const LOG_HEADROOM = 1e4;
const LOG_FLOOR = 1e-16;

export interface ChartSeries {
  name: string;
  optimizer: string;
  appearance: number;
  epoch: Float64Array;
  loss: Float64Array;
}

export interface ChartLook {
  /** Pixels of its words; 13 unless it is read from afar. */
  words?: number;
  paint: Pick<Paint, 'dark' | 'card' | 'soft'>;
  log: boolean;
  epochs: number;
  /** A loss to compare with, drawn as a line across. */
  reference?: { loss: number; label: string };
  /** Losses that the axis holds too, of a chart beside this one. */
  beside?: readonly Pick<ChartSeries, 'loss'>[];
}

/** How far above the axis, in its lengths, a point is drawn at most: a browser's paths hold no number of any size. */
const DRAWN_ABOVE = 1000;

/** Everything that changes while a run goes on. */
export function chartOptions(series: ChartSeries[], look: ChartLook): ApexOptions {
  const height = (loss: number) => (look.log ? Math.log10(Math.max(loss, LOG_FLOOR)) : loss);
  const points = series.map((one) => thin(one.epoch, one.loss.map(height), MOST_POINTS));
  const colors = series.map((one) => colorOf(one.optimizer, look.paint.dark));
  const looks = series.map((one) => lookOf(one.optimizer, one.appearance));
  const lines = looks.map((each, i) => ({ look: each, color: colors[i], points: points[i] }));
  const losses = lossAxis([...series, ...(look.beside ?? [])], look);
  const ceiling = losses.max + DRAWN_ABOVE * (losses.max - losses.min);
  const epochs = axisOf(0, look.epochs, INTERVALS);
  const words = { fontSize: `${look.words ?? WORDS}px` };
  return {
    series: series.map((one, i) => ({ name: one.name, data: points[i].map(([x, y]) => [x, Math.min(y, ceiling)]) })),
    colors,
    stroke: {
      width: 2.4,
      curve: 'straight',
      lineCap: 'round',
      dashArray: chartDashes(looks),
    },
    markers: { size: 0, strokeWidth: 0, hover: { size: 5 } },
    xaxis: {
      ...shared.xaxis,
      title: { ...shared.xaxis.title, style: { ...words, fontWeight: 400 } },
      // Larger ones would touch those of the other axis.
      labels: { ...shared.xaxis.labels, style: words, offsetY: look.words ? look.words / 3 : 0 },
      min: epochs.min,
      max: epochs.max,
      tickAmount: epochs.intervals,
    },
    yaxis: {
      ...shared.yaxis,
      min: losses.min,
      max: losses.max,
      tickAmount: losses.intervals,
      labels: { ...shared.yaxis.labels, style: words, formatter: (value: number) => tick(value, losses, look.log) },
    },
    tooltip: {
      ...shared.tooltip,
      theme: look.paint.dark ? 'dark' : 'light',
      y: {
        formatter: (drawn?: number, place?: { seriesIndex: number; dataPointIndex: number }) => {
          const value = place ? points[place.seriesIndex]?.[place.dataPointIndex]?.[1] ?? drawn : drawn;
          return value === undefined ? '' : compact(look.log ? 10 ** value : value);
        },
      },
    },
    annotations: { yaxis: reference(look, height), points: chartMarks(lines, -Infinity, losses.max, look.paint.card) },
  };
}

/** What the edges of the drawn grid stand for. */
export function axesOf({ xaxis, yaxis }: ApexOptions): Axes {
  const { min = NaN, max = NaN } = xaxis ?? {};
  const losses = Array.isArray(yaxis) ? yaxis[0] : yaxis;
  return { epochs: { min, max }, losses: { min: Number(losses?.min), max: Number(losses?.max) } };
}

/** What stays the same from the first drawing on. */
export function firstOptions(): ApexOptions {
  return {
    chart: {
      type: 'line',
      height: '100%',
      width: '100%',
      fontFamily: 'inherit',
      background: 'transparent',
      animations: { enabled: false },
      toolbar: { show: false },
      zoom: { enabled: false },
      selection: { enabled: false },
      redrawOnParentResize: true,
      redrawOnWindowResize: false,
    },
    fill: { opacity: 1 },
    legend: { show: false },
    dataLabels: { enabled: false },
    grid: { padding: { left: 8, right: 12, top: -12, bottom: 0 } },
    noData: { text: '' },
  };
}

const shared = {
  xaxis: {
    type: 'numeric' as const,
    decimalsInFloat: 2,
    title: { text: 'epoch', offsetY: -4 },
    labels: { formatter: (value: string) => compact(roundedTo(Number(value), 6)) },
    axisBorder: { show: false },
    axisTicks: { show: false },
    crosshairs: { show: true },
    tooltip: { enabled: false },
  },
  yaxis: {
    labels: { minWidth: 34 },
  },
  tooltip: {
    shared: true,
    intersect: false,
    x: { formatter: (value: number) => `epoch ${compact(value)}` },
  },
};

function lossAxis(series: readonly Pick<ChartSeries, 'loss'>[], look: ChartLook): Axis {
  let low = look.reference?.loss ?? Infinity;
  let high = look.reference?.loss ?? -Infinity;
  let first = 0;
  for (const one of series) {
    if (one.loss.length > 0 && Number.isFinite(one.loss[0])) first = Math.max(first, one.loss[0]);
    for (const loss of one.loss) {
      if (!Number.isFinite(loss)) continue;
      low = Math.min(low, loss);
      high = Math.max(high, loss);
    }
  }
  if (low > high) return look.log ? { min: -2, max: 0, intervals: 4 } : { min: 0, max: 1, intervals: 5 };
  high = Math.min(high, Math.max(first * (look.log ? LOG_HEADROOM : HEADROOM), look.reference?.loss ?? 0) || high);
  low = Math.min(low, high);
  return look.log
    ? logAxis(Math.log10(Math.max(low, LOG_FLOOR)), Math.log10(Math.max(high, LOG_FLOOR)), INTERVALS)
    : axisOf(Math.min(low, 0), high, INTERVALS);
}

function tick(value: number, axis: Axis, log: boolean): string {
  if (log) return compact(logLabel(value));
  const step = (axis.max - axis.min) / axis.intervals;
  return compact(Math.abs(value) < step / 1e6 ? 0 : value);
}

function reference(look: ChartLook, height: (loss: number) => number): YAxisAnnotations[] {
  if (!look.reference) return [];
  const { loss, label } = look.reference;
  return [{
    y: height(loss),
    borderColor: look.paint.soft,
    strokeDashArray: 5,
    label: {
      text: label,
      position: 'right',
      textAnchor: 'end',
      borderWidth: 0,
      offsetY: -3,
      style: { background: 'transparent', color: look.paint.soft, fontSize: `${look.words ?? WORDS}px` },
    },
  }];
}
