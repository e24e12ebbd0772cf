/** Fetches the rows of a map: once the experiment rests, and only the latest. */
const REST = 250;
const PATIENCE = 2000;
const TOO_MANY_REQUESTS = 429;

export interface MapRun<P> {
  run: string;
  points: P[];
}

export class RowsSource<P> {
  private readonly path: string;
  private readonly arrived: (runs: MapRun<P>[], query: string) => void;
  private readonly failed: (message: string) => void;
  private wanted = '';
  private timer = 0;
  private abort?: AbortController;

  /** @param path where the rows are, as api/heat.json */
  constructor(path: string, arrived: (runs: MapRun<P>[], query: string) => void, failed: (message: string) => void) {
    this.path = path;
    this.arrived = arrived;
    this.failed = failed;
  }

  /** Asks for a map, in place of whatever was asked for before. */
  want(query: string): void {
    if (query === this.wanted) return;
    const first = this.wanted === '';
    this.stop();
    this.wanted = query;
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

  private async fetch(query: string): Promise<void> {
    const abort = new AbortController();
    this.abort = abort;
    try {
      // As a form: ranges may make a query longer than a link may be.
      const response = await fetch(this.path, { method: 'POST', body: new URLSearchParams(query), signal: abort.signal });
      if (response.status === TOO_MANY_REQUESTS) {
        this.later(PATIENCE);
        return;
      }
      const answer = await response.json() as { runs?: MapRun<P>[]; detail?: string };
      if (!response.ok || !answer.runs) throw new Error(answer.detail ?? `The server answered ${response.status}.`);
      this.arrived(answer.runs, query);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.wanted = '';
      this.failed(error instanceof Error ? error.message : String(error));
    }
  }
}
