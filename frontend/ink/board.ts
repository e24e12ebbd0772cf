/** The ink on the plot of a race: what the room's stream tells of it, and what the hand on this page does ahead of that. */
import type { Window } from '../race/trace';
import type { Viewport } from '../race-surface/viewport';
import { Ink, type InkNews, type Place, type Stroke } from './ink';
import { Pointer, type Spot } from './pointer';

/** Places are heard of about so many milliseconds apart. */
const APART = 80;
/** How long to believe in a stroke that the room does not show. */
const FAITH = 5000;

export class InkBoard {
  /** Set by what draws it. */
  redraw: () => void = () => {};
  /** Which part of the plane is shown, set by what shows it. */
  viewport: () => Viewport | undefined = () => undefined;
  /** Brings what shows it to what the teacher looks at, all of the race if undefined; set by what shows it. */
  follow: (view: Window | undefined) => void = () => {};
  /** Told of the part of the plane that the reader has chosen, of all of the race if undefined; set by what tells the room. */
  looked: (view: Window | undefined) => void = () => {};
  /** A name of this window, whose pointer is seen where the hand has it. */
  hand = '';
  private readonly ink = new Ink();
  private own: (Stroke & { movedAt: number })[] = [];
  private readonly others = new Pointer(APART);
  private readonly mine = new Pointer(0);
  private readonly watchers = new Set<() => void>();

  /** The surface whose ink it is; empty where there is none, or nothing is heard yet. */
  get field(): string {
    return this.ink.field;
  }

  /** @param news of the room's ink; undefined if they are none */
  hear(news: InkNews | undefined, now: number): void {
    if (!news) return;
    const { ink } = this;
    const { aim, field } = news;
    if (field !== ink.field) this.own = [];
    const { view, field: before } = ink;
    ink.hear(news);
    if (!this.hand && !(before === field && same(view, ink.view))) this.follow(ink.view);
    if (aim) this.others.aim(aim.hand === this.hand ? undefined : aim.at, now);
    const shown = new Map(ink.strokes.map((stroke) => [stroke.id, stroke.points.length]));
    this.own = this.own.filter(({ id, points, movedAt }) =>
      (shown.get(id) ?? 0) < points.length && now - movedAt < FAITH);
    this.changed();
  }

  // The hand

  aim(at: Place | undefined, now: number): void {
    this.mine.aim(at, now);
    this.changed();
  }

  /** The hand draws a stroke, or draws it on. */
  draw(stroke: Stroke, now: number): void {
    const points = [...stroke.points];
    this.own = [...this.own.filter(({ id }) => id !== stroke.id), { id: stroke.id, points, movedAt: now }];
    this.changed();
  }

  /** What is not in the room yet will not come there. */
  takeBack(): void {
    this.own = [];
    this.changed();
  }

  // What is seen

  /** As ink on another surface, it is not on this one. */
  strokesOn(field: string): readonly Stroke[] {
    if (this.ink.field !== field) return [];
    const own = new Set(this.own.map(({ id }) => id));
    return [...this.ink.strokes.filter(({ id }) => !own.has(id)), ...this.own];
  }

  /** Who leads looks where they like. */
  viewOn(field: string): Window | undefined {
    return this.hand || this.ink.field !== field ? undefined : this.ink.view;
  }

  spotsOn(field: string, now: number, reducedMotion: boolean): Spot[] {
    if (this.ink.field !== field) return [];
    return [this.others, this.mine].flatMap((pointer) => pointer.spot(now, reducedMotion) ?? []);
  }

  /** Milliseconds until it is to be drawn again though nothing comes; undefined if it need not be. */
  rests(now: number, reducedMotion: boolean): number | undefined {
    const waits = [this.others, this.mine].flatMap((pointer) => pointer.rests(now, reducedMotion) ?? []);
    return waits.length > 0 ? Math.min(...waits) : undefined;
  }

  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  private changed(): void {
    this.redraw();
    this.watchers.forEach((watcher) => watcher());
  }
}

function same(one: Window | undefined, other: Window | undefined): boolean {
  return one === other || one !== undefined && other !== undefined && one.every((edge, i) => edge === other[i]);
}
