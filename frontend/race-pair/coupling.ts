/** Two races that go by one clock: that of the longer, which the other follows as far as it goes. */
import type { RaceModel } from '../race/race-model';
import { saidAt } from '../race/said';

export interface FinalHeight {
  /** 1 or 2. */
  race: number;
  name: string;
  steps: number;
  /** NaN where there is none. */
  f: number;
  diverged: boolean;
}

export function longerOf(one: RaceModel, two: RaceModel): RaceModel {
  return two.lastStep > one.lastStep ? two : one;
}

/** Has one model show the step that another shows. */
export function follow(leader: RaceModel, follower: RaceModel): void {
  const step = Math.min(leader.step, follower.lastStep);
  if (follower.playing || follower.step !== step) follower.seek(step);
}

/** What f comes to in each series of each race. */
export function finalHeights(models: readonly RaceModel[]): FinalHeight[] {
  return models.flatMap(({ trace }, i) => (trace?.series ?? []).map((series) => ({
    race: i + 1,
    name: trace?.nameOf(series) ?? '',
    steps: series.lastStep,
    f: saidAt(series, series.lastStep, 'f'),
    diverged: series.divergedBy(series.lastStep),
  })));
}
