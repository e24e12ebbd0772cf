/** Moves numbers from where they are to where they are to be, in a moment that the eye can follow. */
const MILLISECONDS = 320;
const REDUCED = '(prefers-reduced-motion: reduce)';

export class Glide<T extends readonly number[]> {
  /** Where they are to be, while they move. */
  goal?: T;
  private readonly show: (values: T) => void;
  private frame = 0;

  constructor(show: (values: T) => void) {
    this.show = show;
  }

  /** At once for those who want no motion. */
  to(from: T, goal: T): void {
    this.stop();
    if (matchMedia(REDUCED).matches) {
      this.show(goal);
      return;
    }
    this.goal = goal;
    let begun: number | undefined;
    const move = (now: number) => {
      begun ??= now;
      const part = (now - begun) / MILLISECONDS;
      if (part < 1) {
        this.frame = requestAnimationFrame(move);
        this.show(between(from, goal, part));
      } else {
        this.stop();
        this.show(goal);
      }
    };
    this.frame = requestAnimationFrame(move);
  }

  /** Stays where it has got to. */
  stop(): void {
    cancelAnimationFrame(this.frame);
    this.goal = undefined;
  }
}

/** Slow at both ends. */
export function between<T extends readonly number[]>(from: T, goal: T, part: number): T {
  const eased = part * part * (3 - 2 * part);
  return from.map((value, i) => value + (goal[i] - value) * eased) as unknown as T;
}
