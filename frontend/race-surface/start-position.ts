/** The start as the hand moves it, ahead of the race that will begin there, and the news of it, not too many. */

export interface StartChange {
  x1: number;
  x2: number;
  final: boolean;
}

const THROTTLE = 70;
/** How long to believe in a start whose race does not come. */
const FAITH = 3000;

export class StartPosition {
  private readonly emit: (change: StartChange) => void;
  private moved?: readonly [number, number];
  private movedAt = 0;
  private timer = 0;
  private sentAt = 0;
  private unsaid = false;

  constructor(emit: (change: StartChange) => void) {
    this.emit = emit;
  }

  /** Where to show the start, given where the shown race began. */
  of(raceStart: readonly [number, number] | undefined): readonly [number, number] | undefined {
    return this.moved ?? raceStart;
  }

  /** A race has arrived; once it begins where the hand left the start, or the hand is long gone, it is right. */
  arrived(raceStart: readonly [number, number]): void {
    if (!this.moved) return;
    const same = this.moved[0] === raceStart[0] && this.moved[1] === raceStart[1];
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

  /** The hand has left the start where it is. */
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
