import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { themeStyles } from '../theme/scheme';
import { captioned } from './captioned';
import { inLight } from './in-light';
import { plotsIn } from './plots';
import { isCharted, isPrintable, type Printed } from './printed';
import { asGif, asPng, asSvg, printedChart } from './take';

const CHART = 'svg.apexcharts-svg';

/** A picture that can be had of the page, as the files that there are of it. */
interface Offer {
  name: string;
  files: { ending: string; make(title: string, progress: (share: number) => void): Promise<Blob> }[];
}

function ofPlot(printed: Printed): Offer {
  return {
    name: printed.name,
    files: [
      { ending: 'svg', make: async (title) => asSvg(captioned(printed, title)) },
      { ending: 'png', make: (title) => asPng(captioned(printed, title)) },
      ...(printed.film ? [{ ending: 'gif', make: (title: string, progress: (share: number) => void) => asGif(captioned(printed, title), progress) }] : []),
    ],
  };
}

function chartsOf(plot: Element): SVGSVGElement[] {
  return [plot.shadowRoot, plot].flatMap((root) => [...root?.querySelectorAll<SVGSVGElement>(CHART) ?? []]);
}

/** A chart is taken as the page draws it, and so while the page is light; it may be another element by then. */
function ofChart(plot: Element, i: number, name: string): Offer {
  const chart = async (title: string): Promise<Printed> => {
    const { about, legend } = isCharted(plot) ? plot.charted() : { about: '', legend: [] };
    return captioned(await printedChart(chartsOf(plot)[i], name, about, legend), title);
  };
  return {
    name,
    files: [
      { ending: 'svg', make: (title) => inLight(async () => asSvg(await chart(title))) },
      { ending: 'png', make: (title) => inLight(async () => asPng(await chart(title))) },
    ],
  };
}

/** The plots that are shown now, wherever they stand. */
function offers(root: ParentNode): Offer[] {
  return plotsIn(root).flatMap((plot) => {
    if (isPrintable(plot)) return plot.printed().map(ofPlot);
    const charts = chartsOf(plot);
    return charts.map((_, i) => ofChart(plot, i, charts.length > 1 ? `Chart ${i + 1}` : 'Chart'));
  });
}

/**
 * Offers what plots show as files: SVG, PNG at 300 dots to the inch, and, where something moves, GIF. `of` says what they show, in
 * words; `within` is the part of the page that they stand in, which is all of it where none is given.
 */
@customElement('picture-taker')
export class PictureTaker extends LitElement {
  static override styles = [themeStyles, css`
    :host { display: block; padding-block: 12px; }
    p { margin: 0 0 12px; color: var(--descent-soft); max-inline-size: 62ch; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-block: 10px; border-block-start: 1px solid var(--descent-line); }
    .name { flex: 1 1 140px; font-weight: 600; }
    button { box-sizing: border-box; min-block-size: var(--descent-control, 38px); padding-inline: 16px; border: 1px solid var(--descent-line);
      border-radius: 9px; background: var(--descent-card); color: var(--descent-ink); font: inherit; font-weight: 500; cursor: pointer; }
    button:hover { border-color: var(--descent-soft); }
    button:focus-visible { outline: 2px solid var(--descent-accent); outline-offset: 1px; }
    button:disabled { opacity: 0.5; cursor: default; }
    .said { min-block-size: 1.4em; margin-block-start: 12px; }
  `];

  @property() of = '';
  @property({ attribute: false }) within?: Element;
  @state() private offers: Offer[] = [];
  @state() private said = '';
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.offers = offers(this.within ?? document);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('within')) this.offers = offers(this.within ?? document);
  }

  protected override render() {
    return html`
      <p>As they are now, with title and legend, in light colors, up to 16 cm wide: SVG stays sharp at any size, PNG has 300 dots to the inch${
        this.offers.some(({ files }) => files.some(({ ending }) => ending === 'gif'))
          ? ', GIF shows the race from its first step to its last' : ''}.</p>
      ${this.offers.length === 0 ? html`<p>Nothing has been drawn here yet: come near it first.</p>` : nothing}
      <ul>${this.offers.map((offer) => html`<li><span class="name">${offer.name}</span>${offer.files.map((file) => html`
        <button ?disabled=${this.busy} aria-label=${`${offer.name} as ${file.ending.toUpperCase()}`}
          @click=${() => this.take(offer, file)}>${file.ending.toUpperCase()}</button>`)}</li>`)}</ul>
      <p class="said" role="status">${this.said}</p>
    `;
  }

  private async take({ name }: Offer, { ending, make }: Offer['files'][number]): Promise<void> {
    this.busy = true;
    this.said = '';
    try {
      const blob = await make(this.of, (share) => { this.said = `Drawn: ${Math.round(100 * share)} %`; });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `descent-${name.toLowerCase().replace(/\W+/g, '-')}.${ending}`;
      link.click();
      setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
      this.said = `Saved as ${link.download}, ${Math.max(1, Math.round(blob.size / 1024))} kB.`;
    } catch (failure) {
      this.said = `No picture could be made: ${failure instanceof Error ? failure.message : String(failure)}.`;
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'picture-taker': PictureTaker;
  }
}
