/** The state that the elements of a race share: its trace, the step that is shown, and whether it plays. */
import { stepLookedAt, type Anatomy, type Looked } from './anatomy';
import { durationOf } from './pace';
import { InkBoard } from '../ink/board';
import type { Ghost } from './ghost';
import { PlotOverlay } from './plot-layer';
import type { Trace, Window } from './trace';

/** What of the model has changed. */
export type Change = 'trace' | 'step' | 'playback' | 'field' | 'failure' | 'behind' | 'ghost'
  | 'looked' | 'anatomy';

/** Which part of the plane is shown, and on how fine a grid its heights are wanted while it changes under the hand. */
export interface View {
  window: Window;
  columns: number;
  rows: number;
}

/** The heights that came with a race, of the objective that a query names. */
export interface Ground {
  query: string;
  view: View;
  /** Float32, little-endian, row-major from (x1min, x2min). */
  bytes: Uint8Array;
}

export const SPEEDS = [0.25, 0.5, 1, 2] as const;

export class RaceModel {
  trace?: Trace;
  /** Where the frames of the shown race come from. */
  run = '';
  /** The objective's part of the query, from which the field of the contours is asked. */
  field = '';
  /** Set by what shows the plane. */
  view?: View;
  readonly overlay = new PlotOverlay();
  /** What a teacher points at and has drawn. */
  readonly ink = new InkBoard();
  private ground?: Ground;
  /** Whether the hand moves something of the experiment. */
  held = false;
  /** Whether the hand is ahead of what is shown. */
  behind = false;
  /** The query of the whole experiment that is shown, where one can be pinned. */
  query = '';
  /** What was pinned. */
  ghost?: Ghost;
  /** Which step of which series is looked at closely. */
  looked: Looked = { series: 0 };
  /** Whether somebody tells how that step was computed. */
  explaining = false;
  private explained?: { query: string; anatomy: Anatomy };
  /** Why there is nothing to see, in words for people. */
  failure?: string;
  playing = false;
  speed = 1;
  /** The shown place in the race; between two whole steps while playing. */
  private position = 0;
  private readonly listeners = new Set<(change: Change) => void>();

  get step(): number {
    return Math.floor(this.position);
  }

  get lastStep(): number {
    return this.trace?.lastStep ?? 0;
  }

  /** Seconds that it plays on, at its speed. */
  get secondsLeft(): number {
    const steps = Math.max(1, this.trace?.header.steps ?? 1);
    return ((1 - this.position / steps) * durationOf(steps)) / this.speed;
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Shows another race. The first one plays from its start, and so does one on another objective; a race that differs
   * in a rate or a start takes the place of the old one at the shown step, or at its end if that was shown.
   *
   * @param still shows at its start, at rest, what would play
   */
  show(trace: Trace, field: string, animate: boolean, run = '', still = false): void {
    const before = this.trace;
    const atEnd = before !== undefined && this.step >= before.lastStep;
    this.trace = trace;
    this.run = run;
    this.failure = undefined;
    if (this.looked.series >= trace.series.length) this.looked = { series: 0 };
    if (!before || before.header.objective.name !== trace.header.objective.name) {
      this.position = animate || still ? 0 : trace.lastStep;
      this.playing = animate && !still && trace.header.steps > 0;
    } else if (!this.playing) {
      this.position = atEnd ? trace.lastStep : Math.min(this.step, trace.lastStep);
    } else {
      this.position = Math.min(this.position, trace.lastStep);
    }
    this.showField(field);
    this.notify('trace');
    this.notify('playback');
  }

  /** Shows what the race would be where the hand has moved something: at the same step, with the heights that belong to it. */
  follow(trace: Trace, field: string, ground: Ground | undefined): void {
    this.ground = field === this.field ? undefined : ground;
    this.show(trace, field, false, this.run);
  }

  /** The heights that came with the shown race, once. */
  takeGround(): Ground | undefined {
    const { ground } = this;
    this.ground = undefined;
    return ground?.query === this.field ? ground : undefined;
  }

  /** Keeps the shown race to be seen under those that follow, or no longer. */
  pin(ghost: Ghost | undefined): void {
    this.ghost = ghost;
    this.notify('ghost');
  }

  lookAt(looked: Looked): void {
    if (looked.series === this.looked.series && looked.step === this.looked.step) return;
    this.looked = looked;
    this.notify('looked');
  }

  /** The step that is looked at; undefined if there is none. */
  get lookedStep(): number | undefined {
    return stepLookedAt(this.trace, this.looked, this.step);
  }

  /** Takes how a step of the race that a query names was computed. */
  explain(query: string, anatomy: Anatomy): void {
    this.explained = { query, anatomy };
    this.notify('anatomy');
  }

  /** How the step that is looked at was computed, once it is known. */
  get anatomy(): Anatomy | undefined {
    const { explained } = this;
    return explained?.query === this.query && explained.anatomy.series === this.looked.series
      && explained.anatomy.step === this.lookedStep ? explained.anatomy : undefined;
  }

  /** The hand has come to rest: what was not asked for while it moved can be. */
  letGo(): void {
    this.held = false;
    this.notify('looked');
  }

  setBehind(behind: boolean): void {
    if (behind === this.behind) return;
    this.behind = behind;
    this.notify('behind');
  }

  showField(field: string): void {
    if (field === this.field) return;
    this.field = field;
    this.notify('field');
  }

  /** More rows of the shown race have come; one that had been shown to its end stays at its end. */
  grown(wasAt: number): void {
    if (!this.playing && this.step >= wasAt) this.position = this.lastStep;
    this.notify('trace');
  }

  fail(message: string): void {
    this.failure = message;
    this.notify('failure');
  }

  play(): void {
    if (!this.trace || this.playing || this.lastStep === 0) return;
    if (this.step >= this.lastStep) this.move(0);
    this.playing = true;
    this.notify('playback');
  }

  pause(): void {
    if (!this.playing) return;
    this.playing = false;
    this.position = this.step;
    this.notify('playback');
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** Goes to a step and stays there. */
  seek(step: number): void {
    this.pause();
    this.move(Math.round(step));
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    this.notify('playback');
  }

  /** Lets time pass while playing. */
  advance(seconds: number): void {
    const trace = this.trace;
    if (!this.playing || !trace) return;
    const steps = Math.max(1, trace.complete ? trace.lastStep : trace.header.steps);
    this.move(this.position + (seconds * this.speed * steps) / durationOf(steps));
    if (this.step >= trace.lastStep && trace.complete) this.pause();
  }

  private move(position: number): void {
    const before = this.step;
    this.position = Math.min(Math.max(0, position), this.lastStep);
    if (this.step !== before) this.notify('step');
  }

  private notify(change: Change): void {
    this.listeners.forEach((listener) => listener(change));
  }
}
