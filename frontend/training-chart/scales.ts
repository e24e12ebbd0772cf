/** Axes with round ticks, and series thinned for drawing. */

export interface Axis {
  min: number;
  max: number;
  /** Intervals between ticks. */
  ticks: number;
}

/** The next of 1, 2, 5 times a power of ten that is not below the value. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const mantissa = least / power;
  const round = mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10;
  return round * power;
}

/** An axis that holds low to high, with about `ticks` intervals. */
export function linearAxis(low: number, high: number, ticks: number): Axis {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const step = roundStep(span / ticks);
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.max(Math.ceil(high / step - 1e-9) * step, min + step);
  return { min, max, ticks: Math.round((max - min) / step) };
}

/**
 * How many of the epochs an axis shows of a run that has come so far: in steps of 1, 2, 5, so that the beginning of a
 * long run is seen, and not a point at the edge.
 */
export function epochsShown(epochs: number, farthest: number): number {
  return Math.min(epochs, Math.max(1, farthest > 0 ? roundStep(2 * farthest) : 0));
}

/** The part of a decade between ticks of a log axis: 10^(k/10), 10^(k/5), 10^(k/2) and whole decades look round. */
const LOG_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** The same for logarithms to base ten. */
export function logAxis(low: number, high: number, ticks: number): Axis {
  const step = LOG_STEPS.find((candidate) => (high - low) / candidate <= ticks) ?? 200;
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.max(Math.ceil(high / step - 1e-9) * step, min + step);
  return { min, max, ticks: Math.round((max - min) / step) };
}

/** The round number at a tick of a log axis; those within a decade are rounded by less than one percent. */
export function logLabel(exponent: number): number {
  const decade = Math.floor(exponent + 1e-6);
  const tenth = Math.round(10 * (exponent - decade));
  return Number(`${LOG_LABELS[tenth]}e${decade}`);
}

const LOG_LABELS = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8];

/**
 * At most `limit` of the points: first and last, and of each stretch between them its least and its greatest, so that
 * no spike is lost. Points where y is not finite are left out.
 */
export function thin(x: ArrayLike<number>, y: ArrayLike<number>, limit: number): [number, number][] {
  const finite: number[] = [];
  for (let i = 0; i < y.length; i++) {
    if (Number.isFinite(y[i])) finite.push(i);
  }
  return kept(finite, y, limit).map((i) => [x[i], y[i]]);
}

function kept(indices: number[], y: ArrayLike<number>, limit: number): number[] {
  if (indices.length <= limit) return indices;
  const stretches = Math.floor((limit - 2) / 2);
  const inner = indices.length - 2;
  const chosen = [indices[0]];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = 1 + Math.floor((stretch * inner) / stretches);
    const to = 1 + Math.floor(((stretch + 1) * inner) / stretches);
    let least = indices[from];
    let greatest = indices[from];
    for (let at = from + 1; at < to; at++) {
      if (y[indices[at]] < y[least]) least = indices[at];
      if (y[indices[at]] > y[greatest]) greatest = indices[at];
    }
    if (least === greatest) chosen.push(least);
    else chosen.push(Math.min(least, greatest), Math.max(least, greatest));
  }
  chosen.push(indices[indices.length - 1]);
  return chosen;
}
