/** Where a pointer is seen: it glides to where it was aimed, draws a trail behind it, and is gone soon after nothing is heard. */
import type { Place } from './ink';

/** How long the trail is seen, in milliseconds. */
const TRAIL = 420;
/** A pointer that nothing was heard of for so long is gone: its window tells of it each second, also at rest. */
const GONE = 2000;

export interface Spot {
  at: Place;
  /** Oldest first, each with how much of it is left to be seen, from 0 to 1. */
  trail: { at: Place; left: number }[];
}

export class Pointer {
  private readonly glide: number;
  private from: Place = [0, 0];
  private to?: Place;
  private since = 0;
  private past: { at: Place; when: number }[] = [];

  /** @param glide milliseconds from one place to the next, about as long as they are apart */
  constructor(glide: number) {
    this.glide = glide;
  }

  /** @param at nowhere if undefined */
  aim(at: Place | undefined, now: number): void {
    if (at && this.isSeen(now)) this.from = this.placeAt(now);
    else if (at) {
      this.from = at;
      this.past = [];
    }
    this.to = at;
    this.since = now;
  }

  /** How it is seen now; undefined if it is not. */
  spot(now: number, reducedMotion: boolean): Spot | undefined {
    if (!this.to || !this.isSeen(now)) return undefined;
    if (reducedMotion) return { at: this.to, trail: [] };
    const at = this.placeAt(now);
    this.past = this.past.filter(({ when }) => now - when < TRAIL);
    const last = this.past.at(-1)?.at;
    if (!last || last[0] !== at[0] || last[1] !== at[1]) this.past.push({ at, when: now });
    return { at, trail: this.past.map((one) => ({ at: one.at, left: 1 - (now - one.when) / TRAIL })) };
  }

  /** Milliseconds until it looks otherwise though nothing is heard; undefined if it does not. */
  rests(now: number, reducedMotion: boolean): number | undefined {
    if (!this.to || !this.isSeen(now)) return undefined;
    const moves = now - this.since < this.glide || this.past.length > 1;
    return moves && !reducedMotion ? 0 : this.since + GONE - now;
  }

  private isSeen(now: number): boolean {
    return this.to !== undefined && now - this.since < GONE;
  }

  private placeAt(now: number): Place {
    const { from, to = from } = this;
    const part = this.glide > 0 ? Math.min(1, (now - this.since) / this.glide) : 1;
    return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
  }
}
