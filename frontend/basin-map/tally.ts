/** What the starts of a basin map come to in all. */
import { AWAY, DIVERGED, NEVER, type Basins } from './basins';

export interface Tally {
  starts: number;
  /** Starts that end near each minimum, in the order of the minima. */
  near: number[];
  away: number;
  diverged: number;
  /** Steps until f is within the tolerance: of those that come there the least, the median and the most; NaN if none does. */
  reached: number;
  least: number;
  median: number;
  most: number;
}

export function tallyOf(basins: Basins): Tally {
  const near = basins.minima.map(() => 0);
  const times: number[] = [];
  let away = 0;
  let diverged = 0;
  for (let place = 0; place < basins.count; place++) {
    const cell = basins.order[place];
    const end = basins.ends[cell];
    if (end === DIVERGED) diverged++;
    else if (end === AWAY || end >= near.length) away++;
    else near[end]++;
    if (basins.reached[cell] !== NEVER) times.push(basins.reached[cell]);
  }
  times.sort((a, b) => a - b);
  const middle = (times.length - 1) / 2;
  return {
    starts: basins.count,
    near,
    away,
    diverged,
    reached: times.length,
    least: times[0] ?? NaN,
    median: times.length > 0 ? (times[Math.floor(middle)] + times[Math.ceil(middle)]) / 2 : NaN,
    most: times[times.length - 1] ?? NaN,
  };
}

/** A share in percent, never 0 % of something nor 100 % of less than all. */
export function percent(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0\u202f%';
  const share = (100 * part) / whole;
  if (share < 0.1) return 'under 0.1\u202f%';
  if (part < whole && share > 99.9) return 'over 99.9\u202f%';
  return `${share >= 10 && share < 99 ? Math.round(share) : Number(share.toFixed(1))}\u202f%`;
}
