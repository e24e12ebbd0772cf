/** Keeps a place of the page in sight while what is above it takes its height by and by. */

const PAUSE = 300;
/** Whoever moves wants to be elsewhere. */
const SIGNS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

let letGo = (): void => {};

/**
 * Scrolls there, and again until the page has come to rest or its reader does something; in place of an earlier place.
 *
 * @param place an element, or how far down the page
 * @param looks how often it is seen to
 */
export function hold(place: Element | number, looks = 8): void {
  letGo();
  let left = looks;
  const look = (): void => {
    if (left-- <= 0 || (place instanceof Element && !place.isConnected)) letGo();
    else if (place instanceof Element) place.scrollIntoView();
    else scrollTo({ top: place, behavior: 'instant' });
  };
  const timer = setInterval(look, PAUSE);
  letGo = () => {
    clearInterval(timer);
    SIGNS.forEach((sign) => removeEventListener(sign, letGo, { capture: true }));
  };
  // Not by the click that brought one here.
  setTimeout(() => { if (left > 0) SIGNS.forEach((sign) => addEventListener(sign, letGo, { capture: true, passive: true })); });
  look();
}
