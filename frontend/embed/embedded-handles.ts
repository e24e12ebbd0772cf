/** What a lesson's page does as a number of its text is moved, done without one: the figure shows what its link then says. */
import '../text-number/text-number';
import type { HandleMove } from '../text-number/text-number';
import type { SpectrumLab } from '../spectrum-lab/spectrum-lab';
import { surfaceOf } from '../hand/moved-query';
import { leadTo, showRace } from './embedded-race';
import { showDiagram } from './embedded-diagram';
import { filled, watched } from './links';

/** Stands in a handle's own link for its value. */
const HOLE = '{}';

function show(figure: HTMLElement, values: ReadonlyMap<string, number>): void {
  const text = figure.dataset.linkText ?? '';
  const link = filled(text, values);
  const query = link.slice(link.indexOf('?') + 1);
  const race = figure.querySelector('descent-race');
  const chart = figure.querySelector('training-chart');
  const spectrum = figure.querySelector<SpectrumLab>('spectrum-lab');
  const diagram = figure.querySelector('line-diagram');
  if (race) showRace(race, query, surfaceOf(query));
  if (chart) chart.run = watched(link);
  if (spectrum) spectrum.matrix = new URLSearchParams(query).get('matrix') ?? '';
  if (diagram) void showDiagram(diagram, link);
  else leadTo(link);
  // Each handle's own link has the others where they are now.
  for (const name of values.keys()) {
    const others = new Map([...values].filter(([other]) => other !== name));
    figure.setAttribute(`data-link-${name}`, filled(text, others).replaceAll(`{${name}}`, HOLE));
  }
}

document.querySelectorAll<HTMLElement>('[data-link-text]').forEach((figure) => {
  const values = new Map([...new URLSearchParams(figure.dataset.values)].map(([name, value]) => [name, Number(value)]));
  document.addEventListener('handle-move', (event) => {
    const { figure: name, name: handle, value, told } = (event as CustomEvent<HandleMove>).detail;
    if (name !== figure.dataset.figure) return;
    values.set(handle, value);
    if (told) show(figure, values);
  });
});
