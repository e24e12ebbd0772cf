/** Asks how a step was computed: one question under way at most, and of those that come meanwhile the newest. */
import { anatomyQuery, type Anatomy } from '../race/anatomy';

const PATIENCE = 1500;
const TOO_MANY_REQUESTS = 429;

interface Wanted {
  query: string;
  series: number;
  step: number;
}

export interface SourceListener {
  arrived(query: string, anatomy: Anatomy): void;
  failed(message: string): void;
}

export class AnatomySource {
  private readonly listener: SourceListener;
  private wanted?: Wanted;
  private underWay?: AbortController;
  private timer = 0;

  constructor(listener: SourceListener) {
    this.listener = listener;
  }

  want(query: string, series: number, step: number): void {
    this.wanted = { query, series, step };
    if (!this.underWay && !this.timer) void this.ask();
  }

  /** What was asked for is not wanted any more, or known. */
  forget(): void {
    this.wanted = undefined;
  }

  stop(): void {
    this.forget();
    clearTimeout(this.timer);
    this.timer = 0;
    this.underWay?.abort();
    this.underWay = undefined;
  }

  private async ask(): Promise<void> {
    const { wanted } = this;
    if (!wanted) return;
    const abort = new AbortController();
    this.underWay = abort;
    try {
      // As a form: a race of long runs may be longer than a link.
      const body = new URLSearchParams(anatomyQuery(wanted.query, wanted.series, wanted.step));
      const response = await fetch('api/anatomy.json', { method: 'POST', body, signal: abort.signal });
      if (response.status === TOO_MANY_REQUESTS) {
        this.timer = window.setTimeout(() => this.next(), PATIENCE);
        return;
      }
      const answer = await response.json() as Anatomy & { detail?: string };
      if (this.wanted === wanted) this.wanted = undefined;
      if (response.ok) this.listener.arrived(wanted.query, answer);
      else if (!this.wanted) this.listener.failed(answer.detail ?? `The server answered ${response.status}.`);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.wanted = undefined;
      this.listener.failed(error instanceof Error ? error.message : String(error));
    } finally {
      if (this.underWay === abort) this.underWay = undefined;
      if (!this.timer) void this.ask();
    }
  }

  private next(): void {
    this.timer = 0;
    void this.ask();
  }
}
