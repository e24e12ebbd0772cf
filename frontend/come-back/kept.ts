/** What a page looked like when it was left, so that it can look so again where its server has forgotten it. */

export interface KeptField {
  /** Which field: see `keyOf`. */
  key: string;
  value: string;
}

export interface KeptRace {
  /** The query of what was shown. */
  query: string;
  step: number;
  playing: boolean;
}

export interface Kept {
  /** Which of the server's sessions knew the page. */
  session: string;
  /** Path and query. */
  address: string;
  /** When, in milliseconds. */
  at: number;
  scroll: number;
  fields: KeptField[];
  /** The key of the field that had the keyboard. */
  focus?: string;
  races: KeptRace[];
}

/** As long as that a page is remembered: a lesson's break. */
const LONGEST = 30 * 60_000;
/** What is typed is shorter, as a rule; a browser gives a tab some megabytes for all that it keeps. */
const MOST_CHARACTERS = 200_000;

/** The text that says so; undefined if it is too much to keep. */
export function write(kept: Kept): string | undefined {
  const text = JSON.stringify(kept);
  return text.length <= MOST_CHARACTERS ? text : undefined;
}

/** What a text says; undefined if it says nothing of this kind. */
export function read(text: string | null): Kept | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept> | null;
    return typeof kept?.session === 'string' && typeof kept.address === 'string' && typeof kept.at === 'number'
      && typeof kept.scroll === 'number' && Array.isArray(kept.fields) && Array.isArray(kept.races)
      ? kept as Kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a page that has come up is the one that was left, and its server knows nothing of it: the same address soon after,
 * in another session. One that its reader loads again begins anew, as asked.
 */
export function wasLost(kept: Kept, session: string, address: string, now: number): boolean {
  return kept.session !== session && kept.address === address && now >= kept.at && now - kept.at <= LONGEST;
}
