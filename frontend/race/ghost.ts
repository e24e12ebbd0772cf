/** A race that was pinned, to be seen pale under the ones that follow: kept for as long as the browser's tab is. */
import { plain } from '../numbers/numbers';
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

/** What the pinned race had otherwise, in words; empty where both are the same. */
export function differences({ query, trace }: Ghost, now: string): string[] {
  const here = pairsOf(now);
  return [...pairsOf(query)].filter(([name, value]) => here.get(name) !== value).map(([name, value]) => said(name, value, trace));
}

/** A pinned race in a few words. */
export function ghostLabel(ghost: Ghost, now: string): string {
  const all = differences(ghost, now);
  const named = all.slice(0, MOST_NAMED).join(', ');
  if (all.length === 0) return 'Pinned: the same race';
  return `Pinned: ${named}${all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : ''}`;
}

function said(name: string, value: string, trace: Trace): string {
  const run = /^run (\d+)$/.exec(name);
  if (run) {
    const header = trace.series[Number(run[1]) - 1]?.header;
    if (!header) return value;
    return header.lr === null || header.title.endsWith(` at ${header.lr}`) ? header.title : `${header.title} ${plain(header.lr, 6)}`;
  }
  switch (name) {
    case 'objective': return `on ${trace.header.objective.title}`;
    case 'f': return `f = ${value}`;
    case 'rotate': return `turned by ${value}\u00b0`;
    case 'start': return `from (${value.replace(',', ', ')})`;
    case 'steps': return `${value} steps`;
    default: return `${name} ${value}`;
  }
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
