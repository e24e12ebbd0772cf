/**
 * Reads a run's log: frames of [u32 length][u8 type][payload], little-endian, over one chunked response.
 * A broken connection is taken up again at the next row of each series: rows are the same wherever a run is computed,
 * frames are not. What is told beside rows may come twice.
 */
export const FrameType = {
  HEADER: 1,
  ROWS: 2,
  PROGRESS: 3,
  SERIES_END: 4,
  END: 5,
  DETAIL: 6,
  PLACE: 7,
} as const;

export interface Rows {
  /** Which series of the run these rows belong to. */
  series: number;
  /** Values in a row. */
  stride: number;
  /** Row-major values. */
  values: Float64Array;
}

/** Where a run stands in the line of those that wait for their turn. */
export interface Place {
  /** From 1; 0 once it waits no more. */
  place: number;
  of: number;
}

export interface RunListener<Header, Progress, SeriesEnd, End> {
  header(header: Header): void;
  rows(rows: Rows): void;
  progress?(progress: Progress): void;
  seriesEnd(end: SeriesEnd): void;
  /** What only some kinds of runs tell of; whoever listens knows of which. */
  detail?(detail: unknown): void;
  /** Where the run stands in line; may come before the header, and again later. */
  place?(place: Place): void;
  end(end: End): void;
}

/** The server does not know the run: it never was, or its time is over. */
export class RunGone extends Error {}

const LENGTH = 4;
const ENVELOPE = LENGTH + 1;
const ROWS_HEAD = 4;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 8000;

/** Follows a run from its first frame to its end, or until the signal aborts. Throws RunGone if there is none. */
export async function followRun<H, P, S, E>(
  url: string,
  listener: RunListener<H, P, S, E>,
  signal: AbortSignal,
): Promise<void> {
  const had: number[] = [];
  let begun = false;
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    try {
      const response = await fetch(`${url}${url.includes('?') ? '&' : '?'}from=${had.length > 0 ? Array.from(had, (count = 0) => count).join() : 0}`, { signal, cache: 'no-store' });
      if (response.status === 404) {
        throw new RunGone('The run is no longer on the server.');
      }
      if (!response.ok || !response.body) {
        throw new Error(`The server answered ${response.status}.`);
      }
      const reader = response.body.getReader();
      const queue = new ByteQueue();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        queue.push(value);
        for (let frame = queue.takeFrame(); frame; frame = queue.takeFrame()) {
          wait = FIRST_WAIT;
          if (frame[LENGTH] === FrameType.HEADER && begun) continue;
          begun ||= frame[LENGTH] === FrameType.HEADER;
          count(frame, had);
          if (dispatch(frame, listener)) {
            await reader.cancel();
            return;
          }
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof RunGone) throw error;
    }
    await pause(wait, signal);
    wait = Math.min(2 * wait, LONGEST_WAIT);
  }
}

/** Counts the rows that have come of a series. */
function count(frame: Uint8Array, had: number[]): void {
  if (frame[LENGTH] !== FrameType.ROWS) return;
  const head = new DataView(frame.buffer, frame.byteOffset + ENVELOPE, ROWS_HEAD);
  const series = head.getUint16(0, true);
  const values = (frame.length - ENVELOPE - ROWS_HEAD) / Float64Array.BYTES_PER_ELEMENT;
  had[series] = (had[series] ?? 0) + values / head.getUint16(2, true);
}

/** Hands all frames to the listener that lie in bytes one after the other. */
export function readFrames<H, P, S, E>(bytes: Uint8Array, listener: RunListener<H, P, S, E>): void {
  const queue = new ByteQueue();
  queue.push(bytes);
  for (let frame = queue.takeFrame(); frame; frame = queue.takeFrame()) dispatch(frame, listener);
}

/** Hands a frame to the listener; true if it was the last. */
export function dispatch<H, P, S, E>(frame: Uint8Array, listener: RunListener<H, P, S, E>): boolean {
  const payload = frame.subarray(ENVELOPE);
  switch (frame[LENGTH]) {
    case FrameType.HEADER:
      listener.header(json(payload));
      return false;
    case FrameType.ROWS:
      listener.rows(decodeRows(payload));
      return false;
    case FrameType.PROGRESS:
      listener.progress?.(json(payload));
      return false;
    case FrameType.SERIES_END:
      listener.seriesEnd(json(payload));
      return false;
    case FrameType.DETAIL:
      listener.detail?.(json(payload));
      return false;
    case FrameType.PLACE:
      listener.place?.(json(payload));
      return false;
    case FrameType.END:
      listener.end(json(payload));
      return true;
    default:
      return false; // a newer server may say more than this page knows
  }
}

function decodeRows(payload: Uint8Array): Rows {
  const head = new DataView(payload.buffer, payload.byteOffset, ROWS_HEAD);
  // The copy also aligns the doubles, which a view into the middle of the stream would not be.
  const values = new Float64Array(payload.slice(ROWS_HEAD).buffer);
  return { series: head.getUint16(0, true), stride: head.getUint16(2, true), values };
}

function json<T>(payload: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(payload)) as T;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

/** Bytes as they arrive, handed out in whole frames. */
export class ByteQueue {
  private bytes = new Uint8Array(0);
  private start = 0;

  push(chunk: Uint8Array): void {
    const rest = this.bytes.subarray(this.start);
    const joined = new Uint8Array(rest.length + chunk.length);
    joined.set(rest);
    joined.set(chunk, rest.length);
    this.bytes = joined;
    this.start = 0;
  }

  /** The next whole frame with its envelope, or undefined until more bytes came. */
  takeFrame(): Uint8Array | undefined {
    const left = this.bytes.length - this.start;
    if (left < ENVELOPE) return undefined;
    const length = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.start, LENGTH).getUint32(0, true);
    if (left < ENVELOPE + length) return undefined;
    const frame = this.bytes.subarray(this.start, this.start + ENVELOPE + length);
    this.start += ENVELOPE + length;
    return frame;
  }
}
