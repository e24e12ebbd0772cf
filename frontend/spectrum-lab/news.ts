/** When to tell of a matrix, or of how far it is on its way, that the hand changes: at once, then so often a second at most, and the last one always. */

export interface Clock {
  now(): number;
  later(milliseconds: number, action: () => void): () => void;
}

/** A class follows it: eight times a second. */
const INTERVAL = 125;

export class MatrixNews {
  private readonly tell: (matrix: string) => void;
  private readonly clock: Clock;
  private newest = '';
  private told = '';
  private toldAt = -Infinity;
  private cancel?: () => void;

  constructor(tell: (matrix: string) => void, clock: Clock = BROWSER) {
    this.tell = tell;
    this.clock = clock;
  }

  /** The hand has made that matrix. */
  made(matrix: string): void {
    this.newest = matrix;
    if (matrix === this.told || this.cancel) return;
    const wait = this.toldAt + INTERVAL - this.clock.now();
    if (wait <= 0) this.say();
    else this.cancel = this.clock.later(wait, () => this.say());
  }

  /** Another matrix is shown that others know already: what was to be told is old. */
  heard(matrix: string): void {
    this.stop();
    this.newest = matrix;
    this.told = matrix;
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  private say(): void {
    this.cancel = undefined;
    if (this.newest === this.told) return;
    this.told = this.newest;
    this.toldAt = this.clock.now();
    this.tell(this.newest);
  }
}

const BROWSER: Clock = {
  now: () => performance.now(),
  later: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
