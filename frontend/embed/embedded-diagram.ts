/** A diagram that asks the server for its curves by itself: `data-of` has the link that says them. */
import '../line-diagram/line-diagram';
import type { Diagram } from '../line-diagram/diagram';
import { fetchJson } from '../spectrum-lab/portrait';

const DIAGRAM = 'diagram/';

/** Shows the diagram of a link, as diagram/steps-by-condition?kappa=40; the one before stays where that cannot be had. */
export async function showDiagram(element: Element, link: string): Promise<void> {
  const [name, query = ''] = link.slice(DIAGRAM.length).split('?');
  const figure = element as HTMLElement & { diagram?: Diagram };
  figure.dataset.of = link;
  try {
    const diagram = await fetchJson<Diagram>(`stream/diagram?of=${name}&${query}`);
    if (figure.dataset.of === link) figure.diagram = diagram;
  } catch (failure) {
    say(figure, failure instanceof Error ? failure.message : String(failure));
  }
}

function say(figure: Element, words: string): void {
  const line = document.createElement('p');
  line.className = 'embed-warn';
  line.setAttribute('role', 'alert');
  line.textContent = words;
  figure.parentElement?.querySelector('.embed-warn')?.remove();
  figure.after(line);
}

document.querySelectorAll('line-diagram[data-of]').forEach((each) => {
  void showDiagram(each, (each as HTMLElement).dataset.of ?? '');
});
