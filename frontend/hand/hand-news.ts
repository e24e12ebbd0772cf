/**
 * When to tell the page what the hand moves: once it rests, where somebody draws what would become of it meanwhile; else a few
 * times a second and at rest.
 */
const THROTTLE = 80;
/** Keys come one by one; when none came for so long, the hand rests. */
const REST = 400;
/** By these somebody turns to something else, which may depend on where things are now. */
const ELSEWHERE = ['pointerdown', 'focusin'];

export class HandNews {
  private readonly tell: (final: boolean) => void;
  private throttle = 0;
  private resting = 0;
  private moving = false;
  private untold = false;

  /** @param tell tells the page where things are now, and whether the hand has come to rest */
  constructor(tell: (final: boolean) => void) {
    this.tell = tell;
  }

  /**
   * The hand has moved it.
   *
   * @param followed whether somebody draws what would become of it
   * @param held whether the hand will say when it lets go; else it rests after a while
   */
  moved(followed: boolean, held: boolean): void {
    this.moving = true;
    this.untold = true;
    clearTimeout(this.resting);
    if (!held) {
      this.resting = setTimeout(this.turned, REST);
      ELSEWHERE.forEach((way) => addEventListener(way, this.turned, true));
    }
    if (followed) return;
    if (this.throttle) return;
    this.say();
    this.throttle = setTimeout(() => {
      this.throttle = 0;
      if (this.untold) this.say();
    }, THROTTLE);
  }

  private readonly turned = (): void => this.rest();

  /** The hand has let go. */
  rest(): void {
    if (!this.moving) return;
    this.stop();
    this.tell(true);
  }

  /** What is untold stays so. */
  stop(): void {
    clearTimeout(this.throttle);
    clearTimeout(this.resting);
    ELSEWHERE.forEach((way) => removeEventListener(way, this.turned, true));
    this.throttle = 0;
    this.moving = false;
    this.untold = false;
  }

  private say(): void {
    this.untold = false;
    this.tell(false);
  }
}
