/** What an element tells while the hand moves something of the experiment that it stands in, before the page is told. */
import type { Move } from './moved-query';

export const HAND_MOVE = 'hand-move';
/** The hand has come to rest; the page is told next. */
export const HAND_REST = 'hand-rest';

/**
 * Tells that the hand has moved something. Whoever draws what would become of it says so by taking the event, and then the page
 * need be told only once the hand rests.
 *
 * @returns whether somebody follows
 */
export function tellHand(from: EventTarget, move: Move): boolean {
  return !from.dispatchEvent(new CustomEvent(HAND_MOVE, { detail: move, bubbles: true, composed: true, cancelable: true }));
}

export function tellRest(from: EventTarget): void {
  from.dispatchEvent(new CustomEvent(HAND_REST, { bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap {
    'hand-move': CustomEvent<Move>;
    'hand-rest': CustomEvent<void>;
  }
}
