/** Where the error of a band is drawn. Knows arrays only. */
import { linear, type Scale } from '../drawing/scale';
import { roundedTo } from '../numbers/numbers';
import { thin } from './scales';

const MOST_POINTS = 160;
/** Errors above this are not worth their room: at 1 nothing is learned. */
const HIGHEST = 1.6;
const STEP = 0.2;

/** The top of an axis from 0 that all panels share: 1, or more where errors go beyond. */
export function errorTop(errors: ArrayLike<number>[]): number {
  let high = 1;
  for (const values of errors) {
    for (let i = 0; i < values.length; i++) {
      if (Number.isFinite(values[i])) high = Math.max(high, values[i]);
    }
  }
  return Math.min(HIGHEST, Math.ceil(high / STEP - 0.05) * STEP);
}

/** A square of 100 by 100: epoch to the right, error upwards. */
export interface Panel {
  x: Scale;
  y: Scale;
}

export function panelOf(epochs: number, top: number): Panel {
  return { x: linear([0, epochs], [0, 100]), y: linear([0, top], [100, 0]) };
}

/** A line in a panel; empty without points. */
export function errorPath(epoch: ArrayLike<number>, error: ArrayLike<number>, { x, y }: Panel): string {
  return thin(epoch, error, MOST_POINTS)
    .map(([at, height], i) => `${i ? 'L' : 'M'}${roundedTo(x(at), 2)} ${roundedTo(y(height), 2)}`)
    .join('');
}

/** Index of the point nearest to an epoch; -1 where there is none yet. */
export function nearest(epoch: ArrayLike<number>, wanted: number): number {
  let low = -1;
  let high = epoch.length - 1;
  while (low < high) {
    const middle = low + ((high - low + 1) >> 1);
    if (epoch[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  const next = low + 1 < epoch.length && (low < 0 || epoch[low + 1] - wanted < wanted - epoch[low]);
  return next ? low + 1 : low;
}
