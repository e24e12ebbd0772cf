/**
 * The events of a room. The browser itself reconnects after most losses; where it gives up, as over a server that
 * restarts behind a proxy, this goes on, ever more patiently, unless the server refuses.
 */

export type Connection = 'connecting' | 'open' | 'lost' | 'refused' | 'closed';

export interface StreamListener {
  /** The data of a `scene`. */
  scene(data: string): void;
  /** The data of an `ink`. */
  ink(data: string): void;
  changed(connection: Connection, status?: number): void;
}

/** What is used of an EventSource. */
export interface Source {
  readonly readyState: number;
  addEventListener(name: string, listener: (event: { data?: string }) => void): void;
  close(): void;
}

export interface Surroundings {
  open(url: string): Source;
  /** The status with which the server answers for the address; undefined if it does not. */
  probe(url: string): Promise<number | undefined>;
  later(milliseconds: number, action: () => void): () => void;
  random(): number;
}

const GIVEN_UP = 2;
const REFUSALS = [401, 403, 404, 410];
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** Milliseconds to wait before the n-th try, from 0; spread, so that a class does not come back all at once. */
export function waitBefore(attempt: number, random: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.75 + random / 2);
}

export class RoomStream {
  private readonly url: string;
  private readonly listener: StreamListener;
  private readonly around: Surroundings;
  private source?: Source;
  private cancel?: () => void;
  private attempt = 0;
  private over = false;

  constructor(url: string, listener: StreamListener, around: Surroundings = BROWSER) {
    this.url = url;
    this.listener = listener;
    this.around = around;
  }

  start(): void {
    this.listener.changed('connecting');
    this.connect();
  }

  /** Tries at once, as when the network is back. */
  hurry(): void {
    if (this.over || this.source?.readyState === 1) return;
    this.attempt = 0;
    this.connect();
  }

  stop(): void {
    this.over = true;
    this.drop();
  }

  private connect(): void {
    this.drop();
    const source = this.around.open(this.url);
    this.source = source;
    const on = (name: string, action: (event: { data?: string }) => void) =>
      source.addEventListener(name, (event) => { if (source === this.source) action(event); });
    on('open', () => {
      this.attempt = 0;
      this.listener.changed('open');
    });
    on('scene', ({ data }) => this.listener.scene(data ?? ''));
    on('ink', ({ data }) => this.listener.ink(data ?? ''));
    on('closed', () => this.end('closed'));
    on('error', () => {
      this.listener.changed('lost');
      if (source.readyState === GIVEN_UP) void this.tryAgain(source);
    });
  }

  private async tryAgain(source: Source): Promise<void> {
    const status = await this.around.probe(this.url);
    if (source !== this.source) return;
    if (status !== undefined && REFUSALS.includes(status)) {
      this.end('refused', status);
      return;
    }
    this.cancel = this.around.later(waitBefore(this.attempt++, this.around.random()), () => this.connect());
  }

  private end(connection: Connection, status?: number): void {
    this.stop();
    this.listener.changed(connection, status);
  }

  private drop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.source?.close();
    this.source = undefined;
  }
}

const BROWSER: Surroundings = {
  open: (url) => new EventSource(url),
  probe: async (url) => {
    const abort = new AbortController();
    try {
      const response = await fetch(url, {
        headers: { Accept: 'text/event-stream' }, cache: 'no-store', redirect: 'manual', signal: abort.signal,
      });
      // Sent elsewhere, as to a sign-in, is refused.
      return response.type === 'opaqueredirect' ? 403 : response.status;
    } catch {
      return undefined;
    } finally {
      abort.abort();
    }
  },
  later: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};
