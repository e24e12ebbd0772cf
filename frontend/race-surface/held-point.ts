/**
 * A point as the hand moves it, ahead of what the page makes of it, and the news of it, not too many: the start, ahead
 * of the race that will begin there, or a guess.
 */

export interface PointChange {
  x1: number;
  x2: number;
  final: boolean;
}

const THROTTLE = 70;
/** How long to believe in a point that the page does not take up. */
const FAITH = 3000;

export class HeldPoint {
  private readonly emit: (change: PointChange) => void;
  private moved?: readonly [number, number];
  private movedAt = 0;
  private timer = 0;
  private sentAt = 0;
  private unsaid = false;

  constructor(emit: (change: PointChange) => void) {
    this.emit = emit;
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
    this.moved = [x1, x2];
    this.movedAt = performance.now();
    this.unsaid = true;
    clearTimeout(this.timer);
    const wait = final ? 0 : THROTTLE - (this.movedAt - this.sentAt);
    if (wait <= 0) this.say(final);
    else this.timer = window.setTimeout(() => this.say(false), wait);
  }

  /** The hand has left the point where it is. */
  settle(): void {
    if (!this.moved) return;
    clearTimeout(this.timer);
    this.unsaid = true;
    this.say(true);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.moved = undefined;
  }

  private say(final: boolean): void {
    if (!this.moved || !this.unsaid) return;
    this.unsaid = false;
    this.sentAt = performance.now();
    this.emit({ x1: this.moved[0], x2: this.moved[1], final });
  }
}
