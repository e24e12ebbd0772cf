/** A page in another site's frame: brings the elements that it shows, and tells the page around how high it is. */
import './embedded-race';
import { listener, sizeOf } from './size';

/** What stands within a training's chart. */
const PANELS: Record<string, () => Promise<unknown>> = {
  'landscape-panel': () => import('../landscape-panel/landscape-panel'),
  'curvature-panel': () => import('../curvature-panel/curvature-panel'),
  'rate-maps': () => import('../rate-maps/rate-maps'),
};

/** What a page may show, and what brings it: whatever holds a model before what reads it. */
const ELEMENTS: Record<string, () => Promise<unknown>> = {
  'descent-race': async () => {
    await import('../race/descent-race');
    await Promise.all([import('../race-surface/race-surface'), import('../race-timeline/race-timeline')]);
  },
  'training-chart': async () => {
    await import('../training-chart/training-chart');
    await bringAll(PANELS);
  },
  'spectrum-lab': async () => {
    await import('../spectrum-lab/spectrum-lab');
    await Promise.all([import('../spectrum-plane/spectrum-plane'), import('../spectrum-facts/spectrum-facts')]);
  },
  'line-diagram': () => import('./embedded-diagram'),
  'descent-formula': () => import('./formulas'),
  'embedded-part': () => import('./embedded-part'),
  '[data-link-text]': () => import('./embedded-handles'),
};

/** Brings those that the page has. */
async function bringAll(elements: Record<string, () => Promise<unknown>>): Promise<void> {
  await Promise.all(Object.entries(elements).map(([selector, bring]) => (document.querySelector(selector) ? bring() : undefined)));
}

void bringAll(ELEMENTS);

const around = (location as Location & { ancestorOrigins?: DOMStringList }).ancestorOrigins;
const told = listener(document.body.dataset.origins ?? '', location.origin, around, document.referrer);
if (told !== undefined && window.parent !== window) {
  let last = 0;
  new ResizeObserver(() => {
    const size = sizeOf(document.documentElement.scrollHeight, window.innerHeight, last);
    if (!size) return;
    last = size.height;
    window.parent.postMessage(size, told);
  }).observe(document.body);
}
