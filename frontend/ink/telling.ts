/** When to tell what a pointer and a pen do: about fourteen times a second at most, of a pointer only the newest. */
import type { Place, Stroke } from './ink';

export type Mark =
  | { kind: 'aim'; places: number[] }
  | { kind: 'pen'; stroke: string; from: number; places: number[] }
  | { kind: 'look'; places: number[] }
  | { kind: 'undo' }
  | { kind: 'wipe' };

export interface Clock {
  now(): number;
  later(milliseconds: number, action: () => void): () => void;
}

const INTERVAL = 70;
/** A pointer at rest is told of again, as it is taken for gone otherwise. */
const AGAIN = 1000;
/** Points that are told at once, at most. */
const CHUNK = 60;
/** A stroke of more points goes on as another. */
const LONGEST = 400;

export class Telling {
  private readonly hand: string;
  private readonly emit: (mark: Mark) => void;
  private readonly clock: Clock;
  private queue: Mark[] = [];
  private toldAt = -Infinity;
  private cancel?: () => void;
  private aimed?: Place;
  private count = 0;

  /** @param hand a name of the window, of which those of its strokes are made */
  constructor(hand: string, emit: (mark: Mark) => void, clock: Clock = BROWSER) {
    this.hand = hand;
    this.emit = emit;
    this.clock = clock;
  }

  /** @param at nowhere if undefined */
  aim(at: Place | undefined): void {
    if (!at && !this.aimed) return;
    this.aimed = at;
    this.queue = this.queue.filter(({ kind }) => kind !== 'aim');
    this.queue.push({ kind: 'aim', places: at ? [...at] : [] });
    this.due();
  }

  /** @param view edges of a part of the plane; none for all of the race */
  look(view: readonly number[]): void {
    this.queue = this.queue.filter(({ kind }) => kind !== 'look');
    this.queue.push({ kind: 'look', places: [...view] });
    this.due();
  }

  begin(at: Place): Stroke {
    this.count += 1;
    const stroke = { id: `${this.hand}/${this.count}`, points: [] };
    return this.draw(stroke, at);
  }

  /** @returns the stroke to be drawn on from there: another one if it is too long */
  draw(stroke: Stroke, at: Place): Stroke {
    const from = stroke.points.length / 2;
    if (from >= LONGEST) {
      const last: Place = [stroke.points[stroke.points.length - 2], stroke.points[stroke.points.length - 1]];
      return this.draw(this.begin(last), at);
    }
    stroke.points.push(...at);
    const last = this.queue.at(-1);
    if (last?.kind === 'pen' && last.stroke === stroke.id && last.places.length < 2 * CHUNK) last.places.push(...at);
    else this.queue.push({ kind: 'pen', stroke: stroke.id, from, places: [...at] });
    this.due();
    return stroke;
  }

  undo(): void {
    this.queue.push({ kind: 'undo' });
    this.due();
  }

  /** What was to be drawn need not be told any more. */
  wipe(): void {
    this.queue = this.queue.filter(({ kind }) => kind === 'aim' || kind === 'look');
    this.queue.push({ kind: 'wipe' });
    this.due();
  }

  /** Forgets what is not told yet, as it was drawn on what is seen no more. */
  forget(): void {
    this.queue = [];
    this.aimed = undefined;
    this.plan();
  }

  stop(): void {
    this.forget();
    this.cancel?.();
    this.cancel = undefined;
  }

  private due(): void {
    if (this.clock.now() - this.toldAt >= INTERVAL) this.tell();
    else this.plan();
  }

  private tell(): void {
    const next = this.queue.shift() ?? (this.aimed && { kind: 'aim' as const, places: [...this.aimed] });
    if (next) {
      this.toldAt = this.clock.now();
      this.emit(next);
    }
    this.plan();
  }

  private plan(): void {
    this.cancel?.();
    this.cancel = undefined;
    if (this.queue.length === 0 && !this.aimed) return;
    const wait = this.toldAt + (this.queue.length > 0 ? INTERVAL : AGAIN) - this.clock.now();
    this.cancel = this.clock.later(Math.max(0, wait), () => this.tell());
  }
}

const BROWSER: Clock = {
  now: () => performance.now(),
  later: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
