/** What a class adds to a surface: a guess, everyone's guesses with the truth over them, everyone's trajectories. */
import { point } from '../numbers/numbers';
import { setSize } from '../race-surface/canvas';
import { HeldPoint, type PointChange } from '../race-surface/held-point';
import type { Viewport } from '../race-surface/viewport';
import type { Paint } from '../theme/scheme';
import { pathsInWords, type ClassPath } from './class-paths';
import { cloudInWords, pointIn, pointsOf, truthInWords, type Point, type Truth } from './cloud';
import { drawCloud, drawGuess, drawTruth, drawWithin } from './draw-marks';
import { drawOverlay, nearestLine, type Line } from './draw-overlay';
import { OverlaySource } from './overlay-source';
import { rampColor } from './ramp';

/** What the page sets. */
export interface ClassMarks {
  guess: string | null;
  cloud: unknown;
  secondCloud: unknown;
  truth: string | null;
  truthLabel: string;
  truthWithin: number | null;
  overlay: string | null;
  overlayRevision: number;
  emphasis: number | null;
}

export interface ClassListener {
  /** The picture is no longer right, and perhaps the words. */
  changed(): void;
  failed(message: string): void;
  picked(guess: PointChange): void;
}

const LABELLED = 40;

export class ClassLayer {
  /** The guess as the hand moves it. */
  readonly hand: HeldPoint;
  paths: readonly ClassPath[] = [];
  cloud: readonly Point[] = [];
  secondCloud: readonly Point[] = [];
  truth?: Truth;
  /** Of a path that is looked at, its place in the list; -1 for none. */
  private looked = -1;
  private settled?: Point;
  private emphasis: number | null = null;
  private readonly listener: ClassListener;
  private readonly source: OverlaySource;
  private readonly canvas = document.createElement('canvas');
  private drawn?: { viewport: Viewport; scale: number; paint: Paint };

  constructor(listener: ClassListener) {
    this.listener = listener;
    this.hand = new HeldPoint((guess) => listener.picked(guess));
    this.source = new OverlaySource({
      arrived: (paths) => {
        const id = this.paths[this.looked]?.id;
        this.paths = paths;
        this.looked = paths.findIndex((path) => path.id === id);
        this.stale();
      },
      failed: (message) => listener.failed(message),
    });
  }

  take(marks: ClassMarks): void {
    this.settled = pointIn(marks.guess);
    if (this.settled) this.hand.arrived(this.settled);
    this.cloud = pointsOf(marks.cloud);
    this.secondCloud = pointsOf(marks.secondCloud);
    const at = pointIn(marks.truth);
    this.truth = at && { at, label: marks.truthLabel, within: marks.truthWithin ?? 0 };
    this.emphasis = marks.emphasis;
    this.source.want(marks.overlay ?? '', marks.overlayRevision); // none, once its attribute is taken away
    this.stale();
  }

  stop(): void {
    this.source.stop();
    this.hand.stop();
  }

  get guess(): Point | undefined {
    return this.hand.of(this.settled);
  }

  get looking(): number {
    return this.looked;
  }

  /** Looks at a path; -1 for none. */
  look(path: number): void {
    if (path === this.looked) return;
    this.looked = path;
    this.stale();
  }

  pathAt(viewport: Viewport, x: number, y: number, reach: number): number {
    // The best lie on top, and the list begins with them.
    const back = nearestLine([...this.paths].reverse(), viewport, x, y, reach);
    return back < 0 ? -1 : this.paths.length - 1 - back;
  }

  /** The trajectories, which lie under the optimizers' ways. */
  drawUnder(context: CanvasRenderingContext2D, viewport: Viewport, scale: number, paint: Paint, family: string): void {
    if (this.paths.length === 0) return;
    const { drawn } = this;
    if (drawn?.viewport.window !== viewport.window || drawn.viewport.width !== viewport.width
      || drawn.viewport.height !== viewport.height || drawn.scale !== scale || drawn.paint !== paint) {
      const own = this.canvas.getContext('2d');
      if (!own) return;
      setSize(this.canvas, viewport.width, viewport.height, scale);
      own.setTransform(scale, 0, 0, scale, 0, 0);
      own.clearRect(0, 0, viewport.width, viewport.height);
      drawOverlay(own, viewport, this.lines(paint), { halo: paint.card, ink: paint.ink, family });
      this.drawn = { viewport, scale, paint };
    }
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.canvas, 0, 0);
    context.restore();
  }

  /** The clouds, and the truth over them. */
  drawOver(context: CanvasRenderingContext2D, viewport: Viewport, paint: Paint, family: string): void {
    const { truth } = this;
    if (truth && truth.within > 0) drawWithin(context, viewport, truth.at, truth.within, paint);
    drawCloud(context, viewport, this.cloud, false, paint);
    drawCloud(context, viewport, this.secondCloud, true, paint);
    if (truth) drawTruth(context, viewport, truth.at, truth.label, paint, family);
  }

  drawPin(context: CanvasRenderingContext2D, viewport: Viewport, held: boolean, paint: Paint, family: string): void {
    if (this.guess) drawGuess(context, viewport, this.guess, held, paint, family);
  }

  inWords(): string[] {
    const { cloud, secondCloud, truth, guess } = this;
    const rounds = secondCloud.length > 0;
    return [
      ...(guess ? [`Your guess is ${point(...guess)}.`] : []),
      ...(truth ? [truthInWords(truth)] : []),
      ...cloudInWords(cloud, rounds ? 'First round' : '', truth),
      ...cloudInWords(secondCloud, 'Second round', truth),
      ...pathsInWords(this.paths),
    ];
  }

  private stale(): void {
    this.drawn = undefined;
    this.listener.changed();
  }

  /** The worst first, to lie under the better ones. */
  private lines(paint: Paint): Line[] {
    const labelled = this.paths.length <= LABELLED;
    return this.paths.map((path, i) => {
      const strong = this.looked >= 0 ? i === this.looked
        : path.id === this.emphasis || (this.emphasis === null && path.emphasis);
      return {
        points: path.points,
        color: path.rank === undefined ? paint.soft : rampColor(path.share, paint.dark),
        lost: path.diverged,
        strong,
        label: labelled || strong ? path.name : undefined,
      };
    }).reverse();
  }
}
