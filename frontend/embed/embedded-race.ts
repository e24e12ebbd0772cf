/** What a page of ours would do as the start of a race is moved, done without one. */
import type { DescentRace } from '../race/descent-race';
import { startedAt, watched } from './links';

const SURFACE = 'lab/surface?';

/** Shows the race of a lab's link, and has the way into the application lead to it. */
export function showRace(race: DescentRace, query: string, field: string): void {
  const link = SURFACE + query;
  race.query = query;
  race.field = field;
  race.run = watched(link);
  leadTo(link);
}

/** Has the way into the application lead to a link. */
export function leadTo(link: string): void {
  document.querySelector('.embed-open')?.setAttribute('href', link);
}

document.addEventListener('start-change', (event) => {
  const { x1, x2, final } = (event as CustomEvent<{ x1: number; x2: number; final: boolean }>).detail;
  const race = (event.target as Element).closest('descent-race');
  if (final && race) showRace(race, startedAt(race.query, x1, x2), race.field);
});
