/**
 * The browser's own history as what undo and redo go through: each change of an experiment is an entry, which says in its state
 * where it stands among those of one page.
 */

/** Where an entry stands; entries of one visit to a page share its token. */
export interface Place {
  token: string;
  step: number;
}

/** The farthest place that was come to, since which others may have been gone back to. */
export interface Farthest extends Place {}

const KEY = 'descent-step';

export function placeOf(state: unknown): Place | undefined {
  const place = (state as Record<string, unknown> | null)?.[KEY] as Partial<Place> | undefined;
  return typeof place?.token === 'string' && typeof place.step === 'number' ? { token: place.token, step: place.step } : undefined;
}

/** The state of an entry with a place in it; what else it holds stays. */
export function withPlace(state: unknown, place: Place): object {
  return { ...(typeof state === 'object' ? state : undefined), [KEY]: place };
}

export function canUndo(place: Place | undefined): boolean {
  return place !== undefined && place.step > 0;
}

export function canRedo(place: Place | undefined, farthest: Farthest | undefined): boolean {
  return place !== undefined && farthest?.token === place.token && place.step < farthest.step;
}
