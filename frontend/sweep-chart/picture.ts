/** A sweep as a picture of a size, on a page or on paper. */
import { decadesIn } from '../drawing/axis';
import { colorOf, lookOf } from '../palette/palette';
import { plain } from '../numbers/numbers';
import type { Entry } from '../paper/printed';
import type { Paint } from '../theme/scheme';
import { drawGround, drawLines, drawStartName, type Ground, type SweepLine } from './draw';
import { scalesFor, spotOf, type Scales } from './sweep';
import type { Swept } from './swept';

const MARGIN = { left: 46, right: 12, top: 8, bottom: 26 };
const LANES_NAME = 72;
const LABEL_GAP = 56;

/** Where everything is, for whoever points at it. */
export interface SweepPicture {
  scales: Scales;
  lines: SweepLine[];
}

export function drawSweep(
  context: CanvasRenderingContext2D, swept: Swept, width: number, height: number, paint: Paint, family: string,
): SweepPicture {
  const scales = scalesFor(swept.runs, swept.start, {
    left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom,
  });
  const lines = swept.runs.map((_, i) => lineOf(swept, i, scales, paint.dark));
  const startSpot = spotOf(scales, 0, { lr: 1, f: swept.start, outcome: 'finished' });
  const ground: Ground = {
    rates: decadesIn(scales.x, width / LABEL_GAP),
    start: startSpot.kind === 'inside' ? startSpot.y : NaN,
    below: lines.some(({ spots }) => spots.some(({ kind }) => kind === 'below')),
    nameLanes: lines.every(({ spots }) => spots.every(
      ({ kind, x }) => kind !== 'diverged' || x > scales.room.left + LANES_NAME)),
    family,
  };
  drawGround(context, scales, ground, paint);
  drawLines(context, scales, lines, paint);
  drawStartName(context, scales, ground, paint);
  return { scales, lines };
}

/** For its legend: with the rates of the race, at which the lines are marked. */
export function entriesOf({ series }: Swept): Entry[] {
  return series.map(({ name, optimizer, appearance, now }) => ({
    name: now.lr > 0 && !saysRate(name, now.lr) ? `${name} ${plain(now.lr, 6)}` : name, optimizer, appearance,
  }));
}

/** Of two of one kind the names do. */
function saysRate(name: string, lr: number): boolean {
  return name.endsWith(`(${lr})`) || name.endsWith(` at ${lr}`);
}

function lineOf(swept: Swept, i: number, scales: Scales, dark: boolean): SweepLine {
  const { optimizer, appearance, now } = swept.series[i];
  const look = lookOf(optimizer, appearance);
  const current = now.lr > 0 ? spotOf(scales, i, now) : undefined;
  return {
    spots: swept.runs[i].points.map((point) => spotOf(scales, i, point)),
    current: current && current.kind !== 'none' && current.x >= scales.room.left - 1
      && current.x <= scales.room.right + 1 ? current : undefined,
    color: colorOf(optimizer, dark),
    shape: look.shape,
    hollow: look.hollow,
    dash: look.dash,
  };
}
