/**
 * Moves of the hand as they come, where the browser tells them: `pointermove` and a slider's `input` wait for the next picture, and
 * what is asked about them then is answered for the one after.
 */

/** What comes closer than so many milliseconds is told by the next one, or by the browser's own event. */
const BETWEEN = 3;

/** Whether the browser tells moves early; it does so on pages that came over a safe connection. */
export const TOLD_EARLY = 'onpointerrawupdate' in globalThis;

/** A listener to `pointerrawupdate` that passes on as many of its events as can matter. */
export function sparsely(moved: (event: PointerEvent) => void): (event: Event) => void {
  let last = -Infinity;
  return (event) => {
    if (event.timeStamp - last < BETWEEN) return;
    last = event.timeStamp;
    moved(event as PointerEvent);
  };
}

/** A slider's way from its left to its right end, for the middle of its thumb. */
export interface Way {
  left: number;
  length: number;
}

/** Where on its way, from 0 to 1, a pointer puts a slider's thumb. */
export function placeOn({ left, length }: Way, x: number): number {
  return length > 0 ? Math.min(1, Math.max(0, (x - left) / length)) : 0;
}

/**
 * Tells where a mouse or pen has a slider, from its press on until it lets go, ahead of the slider's own events. Those say the same,
 * or nothing: what was told stands in the slider already, and then it need not tell of its end either.
 *
 * @param press of the pointer on the slider
 * @param thumb its width in pixels
 * @param moved is told where on its way it is, from 0 to 1
 * @param released is told that the hand has let go
 */
export function tellEarly(press: PointerEvent, thumb: number, moved: (place: number) => void, released: () => void): void {
  if (press.button !== 0 || press.pointerType === 'touch') return;
  const { left, width } = (press.currentTarget as HTMLElement).getBoundingClientRect();
  const way = { left: left + thumb / 2, length: width - thumb };
  const over = new AbortController();
  const options = { signal: over.signal, capture: true };
  addEventListener('pointerrawupdate', sparsely((event) => {
    if (event.pointerId === press.pointerId) moved(placeOn(way, event.clientX));
  }), options);
  const end = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    over.abort();
    released();
  };
  addEventListener('pointerup', end, options);
  addEventListener('pointercancel', end, options);
}
