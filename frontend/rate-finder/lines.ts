/** Reads an answer of JSON documents, one on each line, while it is computed. */
import { LatestQuery } from '../stream/latest-query';

const REST = 400;

/** Texts between line feeds, from pieces that may break anywhere, even within a character. */
export class LineQueue {
  private readonly decoder = new TextDecoder();
  private rest = '';

  /** The lines that have become whole, without those that are empty. */
  push(bytes: Uint8Array): string[] {
    const lines = (this.rest + this.decoder.decode(bytes, { stream: true })).split('\n');
    this.rest = lines.pop()!;
    return lines.filter((line) => line !== '');
  }
}

/** Asks for the latest of what is wanted, and hands on what comes of it line by line. */
export class LinesSource<L> extends LatestQuery {
  /** @param ended told when an answer is whole */
  constructor(path: string, told: (line: L, query: string) => void, ended: () => void, failed: (message: string) => void) {
    super(path, REST, async (response, query) => {
      const reader = response.body!.getReader();
      const queue = new LineQueue();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        for (const line of queue.push(value)) told(JSON.parse(line) as L, query);
      }
      ended();
    }, failed);
  }
}
