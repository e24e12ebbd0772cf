/**
 * A point as the hand moves it, ahead of what the page makes of it, and the news of it: the start, ahead of the race that will
 * begin there, or a guess.
 */
import { tellHand, tellRest } from '../hand/hand-move';
import { HandNews } from '../hand/hand-news';

export interface PointChange {
  x1: number;
  x2: number;
  final: boolean;
}

/** How long to believe in a point that the page does not take up. */
const FAITH = 3000;

export class HeldPoint {
  private readonly news: HandNews;
  private readonly follow?: { host: EventTarget; parameter: string };
  private moved?: readonly [number, number];
  private movedAt = 0;
  private last: readonly [number, number] = [NaN, NaN];

  /**
   * @param emit tells of it
   * @param follow the element that shows an experiment's point, and the parameter that it is
   */
  constructor(emit: (change: PointChange) => void, follow?: { host: EventTarget; parameter: string }) {
    this.follow = follow;
    this.news = new HandNews((final) => {
      if (final && follow) tellRest(follow.host);
      emit({ x1: this.last[0], x2: this.last[1], final });
    });
  }

  /** Where to show the point, given where the page has it. */
  of(settled: readonly [number, number] | undefined): readonly [number, number] | undefined {
    return this.moved ?? settled;
  }

  /** The page has it somewhere; if that is where the hand left it, or the hand is long gone, the page is right. */
  arrived(settled: readonly [number, number]): void {
    if (!this.moved) return;
    const same = this.moved[0] === settled[0] && this.moved[1] === settled[1];
    if (same || performance.now() - this.movedAt > FAITH) this.moved = undefined;
  }

  move(x1: number, x2: number, final: boolean): void {
    this.last = [x1, x2];
    this.moved = this.last;
    this.movedAt = performance.now();
    const { follow } = this;
    this.news.moved(
      follow !== undefined && tellHand(follow.host, { parameter: follow.parameter, value: `${x1},${x2}` }), true);
    if (final) this.news.rest();
  }

  /** The hand has left the point where it is. */
  settle(): void {
    this.news.rest();
  }

  stop(): void {
    this.news.stop();
    this.moved = undefined;
  }
}
