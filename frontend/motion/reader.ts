/** A reader who does nothing for so long, in milliseconds, gets the rest of the page all the same. */
const PATIENCE = 8000;
const SIGNS = ['keydown', 'pointerdown', 'scroll', 'focusin'];

let begun: Promise<void> | undefined;

/** Comes when somebody is there to read the page: at the first key, touch or scroll, or after a while. */
export function reader(): Promise<void> {
  begun ??= new Promise((done) => {
    const begin = () => {
      SIGNS.forEach((sign) => removeEventListener(sign, begin, true));
      done();
    };
    SIGNS.forEach((sign) => addEventListener(sign, begin, { capture: true, passive: true }));
    setTimeout(begin, PATIENCE);
  });
  return begun;
}

/** Comes in a task of its own, so that the page can answer in between. */
export function nextTask(): Promise<void> {
  return new Promise((done) => { setTimeout(done); });
}

/** Comes when the browser has nothing else to do, or, if it is never idle, after half a second. */
export function idle(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 500 });
    else setTimeout(done, 50);
  });
}
