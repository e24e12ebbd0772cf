/** Keeps a place of the page in sight while what is above it takes its height by and by. */

const PAUSE = 300;
/** Long pages come by and by, and a busy server takes its time between two parts of one. */
const LONGEST = 30_000;
/** For so long the page itself may still scroll elsewhere, as it does when the router has gone there; later only its reader does. */
const COMING_UP = 3_000;
/** Whoever moves wants to be elsewhere. */
const SIGNS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

let letGo = (): void => {};

/**
 * Scrolls there, and again whenever it has moved, until its reader does something; in place of an earlier place.
 *
 * @param place the id of an element that is there or comes, or how far down the page
 */
export function hold(place: string | number): void {
  letGo();
  const begun = performance.now();
  let at: number | undefined;
  let left = scrollY;
  const look = (): void => {
    const age = performance.now() - begun;
    const now = placeOf(place);
    const moved = Math.abs(scrollY - left) > 2;
    if (age > LONGEST || (age > COMING_UP && now === at && moved)) letGo();
    else if (now !== undefined && (now !== at || moved)) {
      scrollTo({ top: now, behavior: 'instant' });
      [at, left] = [now, scrollY];
    }
  };
  const timer = setInterval(look, PAUSE);
  letGo = () => {
    clearInterval(timer);
    SIGNS.forEach((sign) => removeEventListener(sign, letGo, { capture: true }));
  };
  // Not by the click that brought one here.
  const mine = letGo;
  setTimeout(() => { if (letGo === mine) SIGNS.forEach((sign) => addEventListener(sign, mine, { capture: true, passive: true })); });
  look();
}

/** How far down the page it is, as far as the page goes. */
function placeOf(place: string | number): number | undefined {
  const page = document.documentElement;
  const end = page.scrollHeight - page.clientHeight;
  if (typeof place === 'number') return Math.min(place, end);
  const part = document.getElementById(place);
  if (!part) return undefined;
  const margin = parseFloat(getComputedStyle(part).scrollMarginTop) || 0;
  return Math.min(Math.round(part.getBoundingClientRect().top + scrollY - margin), end);
}

/** What the page's server asks for: the id of an element. */
addEventListener('hold-place', (event) => hold((event as CustomEvent<string>).detail));
