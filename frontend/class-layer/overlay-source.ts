/** Keeps everyone's trajectories fetched: again for each new revision, twice a second at most, one at a time. */
import { pathsOf, type ClassPath } from './class-paths';

export interface OverlayListener {
  arrived(paths: ClassPath[]): void;
  failed(message: string): void;
}

export interface Surroundings {
  /** The status, and what was answered if that is 200. */
  get(url: string, signal: AbortSignal): Promise<{ status: number; answer?: unknown }>;
  now(): number;
  later(milliseconds: number, action: () => void): () => void;
}

const INTERVAL = 500;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 30_000;

export class OverlaySource {
  private readonly listener: OverlayListener;
  private readonly around: Surroundings;
  private url = '';
  private revision?: number;
  private wanted = false;
  private startedAt = -Infinity;
  private retry = FIRST_RETRY;
  private cancel?: () => void;
  private abort?: AbortController;

  constructor(listener: OverlayListener, around: Surroundings = BROWSER) {
    this.listener = listener;
    this.around = around;
  }

  /** Shows the paths at an address, none for an empty one; of another address than before, nothing is kept. */
  want(url: string, revision: number): void {
    if (url === this.url && revision === this.revision) return;
    if (url !== this.url) {
      this.stop();
      this.listener.arrived([]);
    }
    this.url = url;
    this.revision = revision;
    this.wanted = url !== '';
    this.retry = FIRST_RETRY;
    this.plan(0);
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.abort?.abort();
    this.abort = undefined;
    this.url = '';
    this.revision = undefined;
    this.wanted = false;
  }

  private plan(pause: number): void {
    if (!this.wanted || this.abort) return;
    this.cancel?.();
    const wait = Math.max(pause, this.startedAt + INTERVAL - this.around.now());
    if (wait > 0) this.cancel = this.around.later(wait, () => void this.fetch());
    else void this.fetch();
  }

  private async fetch(): Promise<void> {
    const abort = new AbortController();
    this.cancel = undefined;
    this.abort = abort;
    this.wanted = false;
    this.startedAt = this.around.now();
    let again = false;
    try {
      const { status, answer } = await this.around.get(this.url, abort.signal);
      if (abort.signal.aborted) return;
      again = status >= 500 || status === 429;
      if (status !== 200) throw new Error(`The server answered ${status}.`);
      this.listener.arrived(pathsOf(answer));
      this.retry = FIRST_RETRY;
    } catch (error) {
      if (abort.signal.aborted) return;
      again ||= error instanceof TypeError; // no answer at all
      this.listener.failed(error instanceof Error ? error.message : String(error));
    }
    this.abort = undefined;
    const fresh = this.wanted;
    this.wanted ||= again;
    this.plan(fresh ? 0 : this.retry);
    if (again) this.retry = Math.min(2 * this.retry, LONGEST_RETRY);
  }
}

const BROWSER: Surroundings = {
  get: async (url, signal) => {
    const response = await fetch(url, { signal, cache: 'no-store' });
    return { status: response.status, answer: response.ok ? await response.json() : undefined };
  },
  now: () => performance.now(),
  later: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
