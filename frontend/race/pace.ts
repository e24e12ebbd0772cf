/** How fast a race is played: short ones in about three seconds, ten thousand steps in about ten. */

const SHORT = { steps: 20, seconds: 3 };
const LONG = { steps: 10_000, seconds: 10 };
const LEAST_SECONDS = 0.8;

/** Seconds that a whole race takes at speed 1. */
export function durationOf(steps: number): number {
  if (steps <= SHORT.steps) return Math.max(LEAST_SECONDS, (SHORT.seconds * steps) / SHORT.steps);
  const share = Math.log(steps / SHORT.steps) / Math.log(LONG.steps / SHORT.steps);
  return SHORT.seconds + (LONG.seconds - SHORT.seconds) * share;
}
