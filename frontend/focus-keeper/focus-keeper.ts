/**
 * Sees to it that the keyboard keeps its place: where what has the focus is taken away, disabled or hidden, as a row by its
 * own button or a step by the last one, the focus goes to what is nearest, not to the top of the page.
 */
import { nearestOf, trailOf, type Trail } from './trail';

/** How soon it is noticed, in milliseconds: before a next key. */
const PAUSE = 150;

let trail: Trail | undefined;
let timer = 0;

/** What moves within a shadow is told in that shadow alone. */
const watched = new WeakSet<ShadowRoot>();

function remember(event: Event): void {
  for (const root of event.composedPath()) {
    if (!(root instanceof ShadowRoot) || watched.has(root)) continue;
    watched.add(root);
    root.addEventListener('focusin', remember, true);
  }
  const element = event.composedPath()[0];
  if (!(element instanceof HTMLElement) || element.id === 'page') return;
  trail = trailOf(element);
  timer ||= window.setInterval(look, PAUSE);
}

function look(): void {
  if (!trail || document.activeElement !== document.body) return;
  const { element } = trail;
  if (canHaveFocus(element)) {
    trail = undefined; // left by its own will, as by a click beside it
    clearInterval(timer);
    timer = 0;
    return;
  }
  const next = nearestOf(trail, canHaveFocus) ?? document.getElementById('page');
  trail = undefined;
  next?.focus({ preventScroll: true });
}

function canHaveFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled, [disabled], [inert], [inert] *')
    && element.checkVisibility({ visibilityProperty: true });
}

addEventListener('focusin', remember, true);
