/** A race that was pinned, to be seen pale under the ones that follow: kept for as long as the browser's tab is. */
import type { Trace } from './trace';

export interface Ghost {
  /** Of the whole experiment. */
  query: string;
  trace: Trace;
}

const KEY = 'descent-ghost';
const MOST_NAMED = 3;

/** The query of the race that was pinned in this tab. */
export function pinnedQuery(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

export function keepPinned(query: string | undefined): void {
  if (query === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, query);
}

/** What the pinned race had otherwise, as it stands in links; empty where both are the same. */
export function differences(pinned: string, now: string): string[] {
  const there = pairsOf(pinned);
  const here = pairsOf(now);
  return [...there].filter(([name, value]) => here.get(name) !== value).map(([name, value]) =>
    (name.startsWith('run') ? value : `${name}=${value}`));
}

/** A pinned race in a few words. */
export function ghostLabel(pinned: string, now: string): string {
  const all = differences(pinned, now);
  const named = all.slice(0, MOST_NAMED).join(', ');
  if (all.length === 0) return 'Pinned: the same race';
  return `Pinned: ${named}${all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : ''}`;
}

/** Values by name; optimizers by their place. */
function pairsOf(query: string): Map<string, string> {
  const pairs = new Map<string, string>();
  let run = 0;
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    pairs.set(name === 'run' ? `run ${++run}` : name, decodeURIComponent(pair.slice(at + 1)));
  }
  return pairs;
}
