/** What a sweep says, in words. */
import { plain } from '../numbers/numbers';
import { diverged, ENDS } from '../stream/outcome';
import { best, divergesFrom, roundRate, type SweepPoint } from './sweep';
import type { Swept } from './swept';

/** How a rate ended: f = 0.0123, or diverged. */
export function endOf(point: SweepPoint): string {
  if (diverged(point)) return ENDS.diverged.word;
  return point.f === null ? 'no value' : `f = ${plain(point.f)}`;
}

/** The whole plot in sentences, for those who do not see it. */
export function summary(swept: Swept | undefined): string {
  if (!swept) return 'Final f against learning rate; loading.';
  const sentences = swept.runs.map((run, i) => {
    const { name, now } = swept.series[i];
    const lowest = best([now, ...run.points]);
    const from = divergesFrom(run);
    const parts = [
      lowest ? `lowest, f = ${plain(lowest.f!)}, at ${plain(roundRate(lowest.lr))}` : 'diverges at every rate',
      ...(lowest && from !== undefined ? [`diverges from ${plain(roundRate(from))} on`] : []),
      `the race has ${plain(now.lr)}, where ${endOf(now)}`,
    ];
    return `${name}: ${parts.join('; ')}.`;
  });
  return `Final f against learning rate. ${sentences.join(' ')}`
    + ' Left and right change the rate, up and down the optimizer, Enter races at it.';
}
