/** How what stands within a training's chart follows the run that the chart reads. */
import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { trainingContext } from './training-context';
import type { TrainingRun, TrainingSeries } from './training-run';

const DRAWING_MILLISECONDS = 250;

/** What an element does besides being drawn. */
export interface Hearing {
  /** Another run has come: what was chosen of the one before means nothing any more. */
  joined?(): void;
  /** Hears of all that comes, before it is drawn; whether it has to be drawn at once. */
  urgent?(run: TrainingRun): boolean;
}

/**
 * Ties an element to the run of the chart that it stands in, for as long as it is connected: it is drawn anew soon after
 * something came, four times a second at most.
 */
export class TrainingLink implements ReactiveController {
  run?: TrainingRun;
  private readonly host: LitElement;
  private readonly hearing: Hearing;
  private leave?: () => void;
  private drawing?: ReturnType<typeof setTimeout>;

  constructor(host: LitElement, hearing: Hearing = {}) {
    this.host = host;
    this.hearing = hearing;
    host.addController(this);
    // Subscribed, as the chart begins each run with another.
    new ContextConsumer(host, { context: trainingContext, subscribe: true, callback: (run) => this.join(run) });
  }

  get series(): readonly TrainingSeries[] {
    return this.run?.series ?? [];
  }

  hostDisconnected(): void {
    this.leave?.();
    this.leave = undefined;
    this.run = undefined;
    clearTimeout(this.drawing);
    this.drawing = undefined;
  }

  private join(run: TrainingRun): void {
    if (run === this.run) return;
    this.leave?.();
    this.run = run;
    this.hearing.joined?.();
    this.leave = run.subscribe(() => this.heard(run)); // the consumer has the host drawn
  }

  private heard(run: TrainingRun): void {
    if (this.hearing.urgent?.(run)) this.host.requestUpdate();
    this.drawing ??= setTimeout(() => {
      this.drawing = undefined;
      this.host.requestUpdate();
    }, DRAWING_MILLISECONDS);
  }
}
