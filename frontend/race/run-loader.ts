/**
 * Loads the runs that a race is asked to show, the newest first in rank. A slider that is dragged asks for runs faster
 * than they arrive: what is under way may still come and be shown, so that the picture follows the hand, but never
 * after a newer one.
 */
import { followRun, RunGone } from '../stream/frames';
import type { RunEnd } from '../stream/outcome';
import { Trace, type RaceHeader, type SeriesEnd } from './trace';

const MOST_AT_ONCE = 3;
const PATIENCE = 600;

export interface LoaderListener {
  /** A run has arrived whole, or so much of it that waiting longer would seem dead. */
  arrived(trace: Trace, ticket: number): void;
  /** More of the run that has arrived last. */
  grew(before: number): void;
  /** The newest run cannot be had. */
  failed(message: string, gone: boolean): void;
}

interface Load {
  ticket: number;
  abort: AbortController;
}

export class RunLoader {
  private readonly listener: LoaderListener;
  private loads: Load[] = [];
  private newest = 0;
  private shown = 0;

  constructor(listener: LoaderListener) {
    this.listener = listener;
  }

  /** Begins to load a run; the ticket tells which one arrives. */
  load(url: string): number {
    const load: Load = { ticket: ++this.newest, abort: new AbortController() };
    this.loads.push(load);
    // The oldest is the next to arrive and the newest is what is wanted: the one between can go.
    if (this.loads.length > MOST_AT_ONCE) this.loads.splice(1, 1)[0].abort.abort();
    void this.follow(url, load);
    return load.ticket;
  }

  stop(): void {
    this.loads.forEach((load) => load.abort.abort());
    this.loads = [];
  }

  private async follow(url: string, load: Load): Promise<void> {
    let trace: Trace | undefined;
    const arrive = () => {
      if (trace && load.ticket > this.shown) {
        this.shown = load.ticket;
        this.loads.filter((other) => other.ticket < load.ticket).forEach((other) => other.abort.abort());
        this.loads = this.loads.filter((other) => other.ticket >= load.ticket);
        this.listener.arrived(trace, load.ticket);
      }
    };
    const impatience = setTimeout(arrive, PATIENCE);
    try {
      await followRun<RaceHeader, unknown, SeriesEnd, RunEnd>(url, {
        header: (header) => { trace = new Trace(header); },
        rows: (rows) => this.change(load, trace, () => trace?.append(rows)),
        seriesEnd: (end) => this.change(load, trace, () => trace?.endSeries(end)),
        end: (end) => {
          if (end.outcome === 'failed' && load.ticket === this.newest) {
            this.listener.failed(end.message ?? 'The run has failed.', false);
            return;
          }
          this.change(load, trace, () => { if (trace) trace.complete = true; });
          arrive();
        },
      }, load.abort.signal);
    } catch (error) {
      if (load.ticket === this.newest && !load.abort.signal.aborted) {
        this.listener.failed(error instanceof Error ? error.message : String(error), error instanceof RunGone);
      }
    } finally {
      clearTimeout(impatience);
      this.loads = this.loads.filter((other) => other !== load);
    }
  }

  private change(load: Load, trace: Trace | undefined, apply: () => void): void {
    const before = trace?.lastStep ?? 0;
    apply();
    if (load.ticket === this.shown) this.listener.grew(before);
  }
}
