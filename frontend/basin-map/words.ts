/** What a basin map says, in words. */
import { plain, point } from '../numbers/numbers';
import type { Basins, Minimum } from './basins';
import type { ColoredBy } from './colors';
import { percent, type Tally } from './tally';

const MOST_NAMED = 4;
const ROUNDING = 1e-12;

/** Thousands apart, as 40,000. */
export function counted(count: number): string {
  return count.toLocaleString('en-US');
}

/** A number of a minimum as people are told: what is less than the rounding of what it is computed of is 0. */
export function saidOfMinimum(value: number): number {
  return Math.abs(value) < ROUNDING ? 0 : value;
}

/** Where it is. */
export function placeInWords({ x1, x2 }: Minimum): string {
  return point(saidOfMinimum(x1), saidOfMinimum(x2));
}

/** What becomes of the starts, in a sentence or two. */
export function basinsInWords(basins: Basins, tally: Tally, by: ColoredBy): string {
  const of = `Of ${counted(tally.starts)} starts`;
  const away = [
    ...(tally.away > 0 ? [`${percent(tally.away, tally.starts)} are near none after ${basins.steps} steps`] : []),
    ...(tally.diverged > 0 ? [`${percent(tally.diverged, tally.starts)} run away`] : []),
  ];
  if (basins.minima.length === 0) {
    return `No minimum is known here. ${of}, ${tally.diverged === 0 ? 'none runs away' : away[away.length - 1]}.`;
  }
  if (by === 'time') {
    const within = `within ${plain(basins.tolerance)} of the lowest f, ${plain(saidOfMinimum(basins.minima[0].f))}`;
    return tally.reached === 0
      ? `${of}, none comes ${within}, in ${basins.steps} steps.`
      : `${of}, ${percent(tally.reached, tally.starts)} come ${within}: after ${plain(tally.median, 4)} steps by the median, `
        + `the quickest after ${tally.least}, the slowest after ${tally.most}.`;
  }
  const near = tally.near
    .map((count, i) => ({ count, place: basins.minima[i] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const named = near.slice(0, MOST_NAMED)
    .map(({ count, place }) => `${percent(count, tally.starts)} end near ${placeInWords(place)}`);
  const rest = near.slice(MOST_NAMED).reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) named.push(`${percent(rest, tally.starts)} near ${near.length - MOST_NAMED} others`);
  return `${of}, ${[...named, ...away].join(', ')}.`;
}
