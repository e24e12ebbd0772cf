/** A race as options for ApexCharts. */
import { plain, powerOfTen } from '../numbers/numbers';
import { chartDashes, chartMarks } from '../palette/chart-marks';
import type { Look } from '../palette/palette';
import { heightOf, type Curve, type HeightAxis } from './curve';

// Not by an import statement, of which the bundling would make a need at the page's start.
type ApexOptions = import('apexcharts').ApexOptions;

export interface ChartLine extends Curve {
  name: string;
  look: Look;
  color: string;
}

export interface ChartLook {
  dark: boolean;
  card: string;
  soft: string;
  line: string;
  family: string;
}

/** A number far outside the axis is drawn just outside it: what is beyond cannot be seen, and 1e300 breaks paths. */
const BEYOND = 3;
/** This chart is small. */
const MARK = 0.8;

export function seriesOf(lines: readonly ChartLine[], axis: HeightAxis) {
  const range = axis.max - axis.min;
  return lines.map(({ name, points }) => ({
    name,
    data: points.map(({ step, f }) => {
      const y = heightOf(f, axis.log);
      return {
        x: step,
        y: y === null ? null : Math.min(axis.max + BEYOND * range, Math.max(axis.min - BEYOND * range, y)),
      };
    }),
  }));
}

/** The parts of the options that follow the data and the color scheme. */
export function optionsOf(
  lines: readonly ChartLine[], axis: HeightAxis, lastStep: number, look: ChartLook,
): ApexOptions {
  return {
    colors: lines.map((line) => line.color),
    stroke: { width: 2.2, curve: 'straight', lineCap: 'round', dashArray: chartDashes(lines.map((line) => line.look)) },
    grid: {
      borderColor: look.line, padding: { left: 14, right: 10, top: -14, bottom: -4 },
      xaxis: { lines: { show: false } }, yaxis: { lines: { show: true } },
    },
    theme: { mode: look.dark ? 'dark' : 'light' },
    xaxis: {
      type: 'numeric',
      min: 0,
      max: Math.max(1, lastStep),
      tickAmount: tickAmount(lastStep),
      decimalsInFloat: 0,
      labels: { style: { colors: look.soft, fontSize: '12px', fontFamily: look.family }, hideOverlappingLabels: true },
      axisBorder: { color: look.line },
      axisTicks: { show: false },
      tooltip: { enabled: false },
      crosshairs: { stroke: { color: look.soft } },
    },
    yaxis: {
      min: axis.min,
      max: axis.max,
      tickAmount: axis.intervals,
      labels: {
        style: { colors: look.soft, fontSize: '12px', fontFamily: look.family },
        formatter: (height: number) => (axis.log ? powerOfTen(Math.round(height)) : plain(height)),
      },
    },
    annotations: {
      points: chartMarks(lines.map(({ look: drawn, color, points }) => ({
        look: drawn, color, points: points.map(({ step, f }) => [step, heightOf(f, axis.log)] as const),
      })), axis.min, axis.max, look.card, MARK),
    },
    tooltip: {
      shared: true,
      intersect: false,
      theme: look.dark ? 'dark' : 'light',
      style: { fontSize: '13px', fontFamily: look.family },
      x: { formatter: (step: number) => `step ${step}` },
      y: { formatter: (height: number | null) => valueText(height, axis) },
    },
  };
}

/** The parts that never change. */
export function fixedOptions(family: string): ApexOptions {
  return {
    chart: {
      type: 'line',
      height: '100%',
      width: '100%',
      fontFamily: family,
      background: 'transparent',
      animations: { enabled: false },
      toolbar: { show: false },
      zoom: { enabled: false },
      selection: { enabled: false },
      redrawOnParentResize: false,
      redrawOnWindowResize: false,
    },
    legend: { show: false },
    markers: { size: 0, hover: { size: 4 } },
    dataLabels: { enabled: false },
  };
}

function valueText(height: number | null | undefined, axis: HeightAxis): string {
  if (height === null || height === undefined) return '\u2013';
  if (height >= axis.max + BEYOND * (axis.max - axis.min)) return 'beyond the chart';
  return plain(axis.log ? 10 ** height : height);
}

function tickAmount(lastStep: number): number {
  if (lastStep <= 5) return Math.max(1, lastStep);
  return [5, 4, 6, 3].find((amount) => lastStep % amount === 0) ?? 5;
}
