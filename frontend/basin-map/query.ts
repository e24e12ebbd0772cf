/** Which basin map is asked for of a race. */
import type { Window } from '../race/trace';
import { rounded } from '../numbers/numbers';

/** Steps of all starts together that the lab asks for at most: a second of a core, about. */
const MOST_STEPS = 12e6;
const ACROSS = [200, 100, 50, 25];
/** Steps after which a descent has usually come somewhere. */
const USUAL_STEPS = 200;
const MANY_STEPS = 1000;

export interface Wish {
  /** Which of the race's runs. */
  run: number;
  window: Window;
  steps: number;
  tolerance: number;
}

/** The numbers of steps that are offered beside those of the race. */
export function stepsOffered(race: number): number[] {
  return [...new Set([race, USUAL_STEPS, MANY_STEPS])].sort((a, b) => a - b);
}

export function usualSteps(race: number): number {
  return Math.max(race, USUAL_STEPS);
}

/** How many starts across can be had of so many steps. */
export function acrossFor(steps: number): number {
  return ACROSS.find((across) => across * across * steps <= MOST_STEPS) ?? ACROSS[ACROSS.length - 1];
}

/** The query of the map that is wished for, of the query of the race. */
export function basinQuery(query: string, { run, window, steps, tolerance }: Wish): string {
  const across = acrossFor(steps);
  let runs = -1;
  const pairs = query.split('&').filter((pair) => {
    if (pair.startsWith('run=')) return ++runs === run;
    return !/^(start|steps)=/.test(pair);
  });
  return [
    ...pairs, `steps=${steps}`, `window=${window.map((edge) => rounded(edge, 6)).join(',')}`,
    `columns=${across}`, `rows=${across}`, `tolerance=${tolerance}`,
  ].join('&');
}
