/** What of a race can be dragged, in words. */
import type { Move } from '../hand/moved-query';

export interface Hint {
  /** What it stands beside, as a selector. */
  target: string;
  words: string;
  /** What stands on its line and belongs to it, as a selector. */
  with?: string;
}

const START: Hint = { target: 'race-surface', words: 'Drag the start: the paths follow your hand.' };
const RATE: Hint = { target: 'descent-log-range', words: 'Drag a rate.', with: '.log-slider-text' };
const ANGLE: Hint = { target: 'angle-slider', words: 'Drag to turn it.' };

export const HINTS: readonly Hint[] = [ANGLE, RATE, START];

/** The hint that has been followed. */
export function hintOf(move: Move): Hint | undefined {
  if ('lr' in move) return RATE;
  return { start: START, rotate: ANGLE }[move.parameter];
}
