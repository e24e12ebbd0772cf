/** Which elements draw plots; each of them gives what it shows, or draws it as SVG. */
const PLOTS = new Set([
  'race-surface', 'race-chart', 'sweep-chart', 'heat-map', 'noise-cloud', 'spectrum-plane', 'training-chart', 'line-diagram', 'landscape-panel',
]);

/** The plots in a part of the page, those within other elements too, in the page's order. */
export function plotsIn(root: ParentNode): Element[] {
  const found: Element[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (PLOTS.has(element.localName)) found.push(element);
    if (element.shadowRoot) found.push(...plotsIn(element.shadowRoot));
  }
  return found;
}
