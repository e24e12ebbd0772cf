/** What a leader's screen shows, and when to tell of it: at once, or soon with what has come by then. */

export interface Shown {
  step: number;
  playing: boolean;
  speed: number;
}

export interface Clock {
  now(): number;
  later(milliseconds: number, action: () => void): () => void;
}

/** Ten times a second at most while steps are sought by hand. */
const INTERVAL = 100;

export class Telling {
  private readonly look: () => Shown | undefined;
  private readonly emit: (shown: Shown) => void;
  private readonly clock: Clock;
  private told?: Shown;
  private toldAt = -Infinity;
  private cancel?: () => void;
  private hushed = false;

  /** @param look what is shown now, if anything */
  constructor(look: () => Shown | undefined, emit: (shown: Shown) => void, clock: Clock = BROWSER) {
    this.look = look;
    this.emit = emit;
    this.clock = clock;
  }

  /** Something may have changed. What begins or ends is told at once; a step at rest when its turn comes. */
  changed(): void {
    const shown = this.look();
    if (this.hushed || !shown || !this.differs(shown)) return;
    const wait = this.toldAt + INTERVAL - this.clock.now();
    const pressed = this.told && (shown.playing !== this.told.playing || shown.speed !== this.told.speed);
    if (pressed || wait <= 0) this.say(shown);
    else this.cancel ??= this.clock.later(wait, () => this.due());
  }

  /**
   * Brings what is shown to what the room shows by another hand: that is known there, and is not told back. That a
   * play has come to its end meanwhile is.
   */
  heard(of: Pick<Shown, 'step' | 'playing'>, bring: () => void): void {
    this.hushed = true;
    try {
      bring();
    } finally {
      this.hushed = false;
    }
    this.cancel?.();
    this.cancel = undefined;
    const shown = this.look();
    const ended = shown && of.playing && !shown.playing;
    this.told = shown && { ...shown, ...(ended ? { step: of.step, playing: true } : {}) };
    this.changed();
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.told = undefined;
  }

  private due(): void {
    this.cancel = undefined;
    const shown = this.look();
    if (shown && this.differs(shown)) this.say(shown);
  }

  private say(shown: Shown): void {
    this.cancel?.();
    this.cancel = undefined;
    this.told = shown;
    this.toldAt = this.clock.now();
    this.emit(shown);
  }

  /** Steps that pass while playing are no news. */
  private differs(shown: Shown): boolean {
    const { told } = this;
    return !told || shown.playing !== told.playing || shown.speed !== told.speed
      || (!shown.playing && shown.step !== told.step);
  }
}

const BROWSER: Clock = {
  now: () => performance.now(),
  later: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
