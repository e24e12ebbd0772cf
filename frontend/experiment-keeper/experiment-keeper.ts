import { thumbnailOf } from './thumbnail';

const REST_MILLIS = 4000;
const PLOTS = 'race-surface, spectrum-plane, training-chart';

/**
 * Waits until what a lab shows has rested for some seconds after a change, and tells so, with a small picture of it:
 * `experiment-rested`. Going back in the browser's history is no change.
 */
export class ExperimentKeeper extends HTMLElement {
  private timer = 0;

  private readonly still = (): void => clearTimeout(this.timer);

  connectedCallback(): void {
    this.hidden = true;
    addEventListener('popstate', this.still);
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this.still);
    this.still();
  }

  changed(): void {
    this.still();
    this.timer = window.setTimeout(() => void this.tell(), REST_MILLIS);
  }

  /** A picture of the plot that is shown, as a data: address; empty if there is none. */
  async thumbnail(): Promise<string> {
    try {
      const plot = document.querySelector(PLOTS);
      const root = plot?.shadowRoot ?? plot;
      const background = getComputedStyle(document.documentElement).getPropertyValue('--descent-card').trim();
      const canvas = root?.querySelector('canvas');
      if (canvas) return thumbnailOf(canvas, canvas.width, canvas.height, colorOf(background));
      const svg = root?.querySelector<SVGSVGElement>('svg.apexcharts-svg') ?? plot?.querySelector<SVGSVGElement>('svg.apexcharts-svg');
      return svg ? await ofChart(svg, colorOf(background)) : '';
    } catch {
      return ''; // a browser that lets no picture be made of this
    }
  }

  private async tell(): Promise<void> {
    const thumbnail = await this.thumbnail();
    if (this.isConnected) this.dispatchEvent(new CustomEvent('experiment-rested', { detail: { thumbnail } }));
  }
}

/** What a color is here and now: light-dark() is not known to canvases. */
function colorOf(color: string): string {
  const probe = document.createElement('span');
  probe.style.color = color;
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return computed;
}

async function ofChart(svg: SVGSVGElement, background: string): Promise<string> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.querySelectorAll('foreignObject').forEach((each) => each.remove());
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return thumbnailOf(image, width, height, background);
}

customElements.define('experiment-keeper', ExperimentKeeper);

declare global {
  interface HTMLElementTagNameMap {
    'experiment-keeper': ExperimentKeeper;
  }
}
