/** How a series of a run ended, and in which words the views say so. */

export type Outcome = 'finished' | 'converged' | 'diverged' | 'cancelled' | 'budget-spent';

/** How a run ended, with all its series. */
export interface RunEnd {
  outcome: 'finished' | 'cancelled' | 'failed';
  message?: string | null;
}

/** For a table, and for a sentence that begins with the optimizer's name. */
export const ENDS: Record<Outcome, { word: string; clause: string }> = {
  finished: { word: 'finished', clause: 'has finished' },
  converged: { word: 'converged', clause: 'has converged' },
  diverged: { word: 'diverged', clause: 'has diverged' },
  cancelled: { word: 'cancelled', clause: 'was cancelled' },
  'budget-spent': { word: 'stopped', clause: 'was stopped' },
};

/** False also for what has no end yet. */
export function diverged(end: { outcome: Outcome } | undefined): boolean {
  return end?.outcome === 'diverged';
}

/** Whether somebody or something stopped it, rather than its own way. */
export function interrupted(outcome: Outcome): boolean {
  return outcome === 'cancelled' || outcome === 'budget-spent';
}
