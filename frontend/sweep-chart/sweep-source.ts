/** Fetches sweeps: once the experiment rests, and only the latest. */
import type { SweepRun } from './sweep';

const REST = 250;
const PATIENCE = 2000;
const TOO_MANY_REQUESTS = 429;

export interface SourceListener {
  arrived(runs: SweepRun[], url: string): void;
  failed(message: string): void;
}

export class SweepSource {
  private readonly listener: SourceListener;
  private wanted = '';
  private timer = 0;
  private abort?: AbortController;

  constructor(listener: SourceListener) {
    this.listener = listener;
  }

  /** Asks for a sweep, in place of whatever was asked for before. */
  want(url: string): void {
    if (url === this.wanted) return;
    const first = this.wanted === '';
    this.stop();
    this.wanted = url;
    this.later(first ? 0 : REST);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.abort = undefined;
    this.wanted = '';
  }

  private later(wait: number): void {
    this.timer = window.setTimeout(() => void this.fetch(this.wanted), wait);
  }

  private async fetch(url: string): Promise<void> {
    const abort = new AbortController();
    this.abort = abort;
    try {
      // As a form: a range for each rate may make the sweep of a race longer than a link may be.
      const [path, query] = url.split('?', 2);
      const body = new URLSearchParams(query);
      const response = await fetch(path, { method: 'POST', body, signal: abort.signal });
      if (response.status === TOO_MANY_REQUESTS) {
        this.later(PATIENCE);
        return;
      }
      const answer = await response.json() as { runs?: SweepRun[]; detail?: string };
      if (!response.ok || !answer.runs) throw new Error(answer.detail ?? `The server answered ${response.status}.`);
      this.listener.arrived(answer.runs, url);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.wanted = '';
      this.listener.failed(error instanceof Error ? error.message : String(error));
    }
  }
}
