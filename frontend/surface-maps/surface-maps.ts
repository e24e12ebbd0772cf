import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../basin-map/basin-map';
import '../heat-map/heat-map';
import type { HeatChoice } from '../heat-map/heat';
import '../noise-cloud/noise-cloud';
import { themeStyles } from '../theme/scheme';
import { hashOf, mapBeside, mapIn, MAPS, type MapName } from './place';

const TITLES: Record<MapName, { tab: string; heading: string }> = {
  sweep: { tab: 'Sweep', heading: 'Final f against learning rate' },
  basins: { tab: 'Basins', heading: 'Where each start ends' },
  heat: { tab: 'Two settings', heading: 'Final f over two settings' },
  cloud: { tab: 'Cloud', heading: 'Fifty noises' },
};

/** Four ways to look at many races at once, of which one is shown. The sweep comes from outside. */
@customElement('surface-maps')
export class SurfaceMaps extends LitElement {
  static override styles = [themeStyles, css`
    :host { display: block; min-inline-size: 0; }
    [role='tablist'] { display: flex; gap: 2px; margin-block-end: 12px; padding: 3px; border-radius: 10px;
      background: color-mix(in srgb, var(--descent-line) 45%, transparent); }
    [role='tab'] { flex: 1 1 auto; font: inherit; font-size: 13.5px; min-block-size: 32px; padding: 2px 6px;
      border: 0; border-radius: 8px; background: none; color: var(--descent-soft); cursor: pointer; white-space: nowrap; }
    [role='tab']:hover { color: var(--descent-ink); }
    [role='tab'][aria-selected='true'] { background: var(--descent-card); color: var(--descent-ink); font-weight: 600;
      box-shadow: 0 1px 2px rgb(0 0 0 / 0.12); }
    [role='tab']:focus-visible { outline: 3px solid var(--descent-accent); outline-offset: 1px; }
    slot[hidden] { display: none; }
    h2 { margin: 0 0 10px; color: var(--descent-soft); font-size: 13.5px; font-weight: 600; line-height: 1.4; }
    @media (pointer: coarse) { [role='tab'] { min-block-size: 44px; } }
  `];

  /** The settings of each optimizer that a heat map can be over. */
  @property({ attribute: false }) settings: HeatChoice[] = [];

  @state() private map: MapName = mapIn(location.hash);
  private readonly hashChanged = (): void => { this.map = mapIn(location.hash); };

  override connectedCallback(): void {
    super.connectedCallback();
    this.hashChanged();
    addEventListener('hashchange', this.hashChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.hashChanged);
  }

  protected override render() {
    const { map } = this;
    return html`
      <div role="tablist" aria-label="Maps of many races" @keydown=${this.pressed}>${MAPS.map((name) => html`
        <button role="tab" id="tab-${name}" aria-controls="panel" aria-selected=${name === map}
          tabindex=${name === map ? 0 : -1} @click=${() => this.show(name)}>${TITLES[name].tab}</button>`)}</div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${map}">
        <h2>${TITLES[map].heading}</h2>
        <slot ?hidden=${map !== 'sweep'}></slot>
        <basin-map ?hidden=${map !== 'basins'} .active=${map === 'basins'}></basin-map>
        <heat-map ?hidden=${map !== 'heat'} .active=${map === 'heat'} .settings=${this.settings}></heat-map>
        <noise-cloud ?hidden=${map !== 'cloud'} .active=${map === 'cloud'}></noise-cloud>
      </div>
    `;
  }

  private show(map: MapName): void {
    this.map = map;
    history.replaceState(history.state, '', location.pathname + location.search + hashOf(map));
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const next = mapBeside(this.map, event.key);
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.show(next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'surface-maps': SurfaceMaps;
  }
}
