/** Asks the server for what is wanted once it rests, and only for the latest; again later where the server is too busy. */
const PATIENCE = 2000;
const TOO_MANY_REQUESTS = 429;

export class LatestQuery {
  private readonly path: string;
  private readonly rest: number;
  private readonly take: (response: Response, query: string) => Promise<void>;
  private readonly failed: (message: string) => void;
  /** The latest; empty if nothing is. */
  wanted = '';
  private timer = 0;
  private abort?: AbortController;

  /**
   * @param path where it is, as api/heat.json
   * @param rest how long nothing else must have been wanted, in milliseconds; the first time it is asked at once
   * @param take takes an answer that is one
   * @param failed told of what went wrong
   */
  constructor(
    path: string, rest: number, take: (response: Response, query: string) => Promise<void>, failed: (message: string) => void,
  ) {
    this.path = path;
    this.rest = rest;
    this.take = take;
    this.failed = failed;
  }

  /** Asks, in place of whatever was asked for before. */
  want(query: string): void {
    if (query === this.wanted) return;
    const first = this.wanted === '';
    this.stop();
    this.wanted = query;
    this.later(first ? 0 : this.rest);
  }

  /** Nobody looks any more: the server computes no further. */
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
      if (!response.ok) {
        const problem = await response.json() as { detail?: string };
        throw new Error(problem.detail ?? `The server answered ${response.status}.`);
      }
      await this.take(response, query);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.wanted = '';
      this.failed(error instanceof Error ? error.message : String(error));
    }
  }
}
