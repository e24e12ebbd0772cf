/** What of a race can be dragged, in words. */
import type { Move } from '../hand/moved-query';

export interface Hint {
  /** What it stands below, as a selector. */
  target: string;
  words: string;
  /** Pixels that it needs to the left of its middle. */
  reach: number;
}

const START: Hint = { target: 'race-surface', words: 'Drag the start: the paths follow your hand.', reach: 178 };
const RATE: Hint = { target: 'descent-log-range', words: 'Drag a rate.', reach: 60 };
const ANGLE: Hint = { target: 'angle-slider', words: 'Drag to turn it.', reach: 80 };

export const HINTS: readonly Hint[] = [ANGLE, RATE, START];

/** The hint that has been followed. */
export function hintOf(move: Move): Hint | undefined {
  if ('lr' in move) return RATE;
  return { start: START, rotate: ANGLE }[move.parameter];
}
