/** Reliefs of fields, computed beside the page's own thread where the browser allows it. */
import { reliefOf, type Relief } from './bands';
import type { Field } from './field';
import type { Scale } from './levels';
import type { Asked } from './relief-worker';

interface Waiting extends Asked {
  done: (relief: Relief) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | 'none' | undefined;
let last = 0;

/** The relief of a field, on the scale of the same objective's earlier fields if there is one. */
export function reliefLater(field: Field, earlier?: Scale, leastStart?: number): Promise<Relief> {
  worker ??= started();
  const own = worker;
  if (own === 'none') return Promise.resolve(reliefOf(field, earlier, leastStart));
  return new Promise((done) => {
    const asked = { id: ++last, field, earlier, leastStart };
    waiting.set(asked.id, { ...asked, done });
    own.postMessage(asked);
  });
}

function started(): Worker | 'none' {
  try {
    const made = new Worker(new URL('./relief-worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data: { id, relief } }: MessageEvent<{ id: number; relief: Relief }>) => {
      waiting.get(id)?.done(relief);
      waiting.delete(id);
    };
    made.onerror = () => {
      worker = 'none';
      waiting.forEach(({ field, earlier, leastStart, done }) => done(reliefOf(field, earlier, leastStart)));
      waiting.clear();
    };
    return made;
  } catch {
    return 'none'; // a page that may start none
  }
}
