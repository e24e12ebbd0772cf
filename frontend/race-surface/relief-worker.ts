/** Contours beside the page's own thread: some ten milliseconds that the hand would feel. */
import { reliefOf } from './bands';
import type { Field } from './field';
import type { Scale } from './levels';

export interface Asked {
  id: number;
  field: Field;
  earlier?: Scale;
  leastStart?: number;
}

addEventListener('message', ({ data: { id, field, earlier, leastStart } }: MessageEvent<Asked>) => {
  const relief = reliefOf(field, earlier, leastStart);
  const rings = [...relief.bands.flatMap((band) => band.rings), ...relief.undefinedRings, ...relief.startRings ?? []];
  const buffers = rings.map((ring) => ring.buffer);
  postMessage({ id, relief }, { transfer: buffers });
});
