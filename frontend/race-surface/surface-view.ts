/** Which part of the plane the canvas shows: all of the race at first, then what the reader chose. */
import { Glide } from '../motion/glide';
import type { RaceHeader, Window } from '../race/trace';
import { misfits } from './framing';
import { fit, fromX, fromY, panned, sameWindow, zoomed, type Viewport } from './viewport';

const CLOSEST = 1e4;
const FARTHEST = 50;
/** A bare plot of this height has type of the usual size; it is never less enlarged than the least. */
const BARE = { height: 350, least: 1.45, most: 2.6 };

export class SurfaceView {
  /** How many pixels of the page one of the view covers: a small picture, enlarged, has large type and lines. */
  magnification = 1;
  private readonly onChange: () => void;
  private readonly glide = new Glide<Window>((window) => this.look(window));
  private objective?: RaceHeader['objective'];
  /** What holds all of the race, whatever the canvas. */
  private wanted?: Window;
  /** Whether the reader has moved the view. */
  private chosen = false;
  /** What somebody who leads looks at, until the reader moves the view. */
  private led?: Window;
  private shown?: Window;
  private home?: Window;
  private width = 0;
  private height = 0;

  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  get viewport(): Viewport | undefined {
    return this.shown && this.width > 0 ? { width: this.width, height: this.height, window: this.shown } : undefined;
  }

  /** The same, or where it is gliding to. */
  get goal(): Viewport | undefined {
    const { viewport, glide } = this;
    return viewport && glide.goal ? { ...viewport, window: glide.goal } : viewport;
  }

  /**
   * Shows all of a race if its objective is another one; a race on the same objective keeps the view, until it may be
   * fitted.
   *
   * @param wanted what holds all of it
   */
  show({ objective }: RaceHeader, wanted: Window): void {
    const before = this.objective;
    this.objective = objective;
    this.wanted = wanted;
    if (!before || before.name !== objective.name || !sameWindow(before.window, objective.window)) this.reset();
  }

  /** Glides to where all of the race is seen, if it is not and the reader has not chosen otherwise. */
  refit(): void {
    const home = this.homeNow();
    if (!home || !this.shown || this.chosen || this.led || !misfits(this.shown, home)) return;
    this.home = home;
    this.glide.to(this.shown, home);
    this.onChange();
  }

  /** Shows all again. */
  reset(): void {
    const home = this.homeNow();
    if (!home) return;
    this.glide.stop();
    this.chosen = false;
    this.led = undefined;
    this.home = home;
    this.look(home);
  }

  /** What the reader has moved the view to; undefined while it shows all of the race. */
  get choice(): Window | undefined {
    return this.chosen ? this.shown : undefined;
  }

  /** Glides to what somebody who leads looks at; back to all of the race if they look at nothing more. */
  follow(view: Window | undefined): void {
    const home = this.homeNow();
    if (!home || !this.shown || !view && !this.led) return;
    this.led = view;
    this.chosen = false;
    this.home = home;
    this.glide.to(this.shown, view ? fit(view, this.width, this.height) : home);
    this.onChange();
  }

  stop(): void {
    this.glide.stop();
  }

  /** Fits the view to a canvas of a size on the page, enlarged if it is bare; false if nothing has changed. */
  cover(width: number, height: number, bare: boolean): boolean {
    this.magnification = bare ? Math.min(BARE.most, Math.max(BARE.least, height / BARE.height)) : 1;
    return this.resize(width / this.magnification, height / this.magnification);
  }

  private resize(width: number, height: number): boolean {
    const [oldWidth, oldHeight] = [this.width, this.height];
    if (width === oldWidth && height === oldHeight) return false;
    this.width = width;
    this.height = height;
    const { led } = this;
    if (!this.chosen || !this.shown || oldWidth === 0) {
      this.reset();
      if (led && this.shown) {
        this.led = led;
        this.look(fit(led, width, height));
      }
    } else if (width > 0 && height > 0) {
      // A unit keeps its length; the canvas shows more or less around the same middle.
      const [left, right, bottom, top] = this.shown;
      const dx = ((right - left) * (width / oldWidth - 1)) / 2;
      const dy = ((top - bottom) * (height / oldHeight - 1)) / 2;
      this.home = this.homeNow();
      this.look([left - dx, right + dx, bottom - dy, top + dy]);
    }
    return true;
  }

  pan(dx: number, dy: number): void {
    if (this.viewport) this.choose(panned(this.viewport, dx, dy));
  }

  /** Zooms about a pixel, the middle if none is given. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    const { viewport, home } = this;
    if (!viewport || !home) return;
    const [left, right] = viewport.window;
    const closeness = ((home[1] - home[0]) / (right - left)) * factor;
    if ((closeness > CLOSEST && factor > 1) || (closeness < 1 / FARTHEST && factor < 1)) return;
    this.choose(zoomed(viewport.window, factor, fromX(viewport, x), fromY(viewport, y)));
  }

  private homeNow(): Window | undefined {
    if (!this.wanted || this.width === 0 || this.height === 0) return undefined;
    return fit(this.wanted, this.width, this.height);
  }

  private choose(window: Window): void {
    this.glide.stop();
    this.chosen = true;
    this.led = undefined;
    this.look(window);
  }

  private look(window: Window): void {
    this.shown = window;
    this.onChange();
  }
}
