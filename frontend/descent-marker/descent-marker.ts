import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { lookOf, styleColorOf } from '../palette/palette';
import { svgPath } from '../palette/shapes';

/** The mark of an optimizer, as it is drawn on every plot. Purely a picture: the name stands beside it. */
@customElement('descent-marker')
export class DescentMarker extends LitElement {
  static override styles = css`
    :host { display: inline-block; inline-size: 20px; block-size: 20px; flex: none; vertical-align: -4px; }
    svg { display: block; inline-size: 100%; block-size: 100%; overflow: visible; }
    .solid { fill: currentColor; }
    .hollow { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
  `;

  /** Named as in its spec: adagrad, torch.adagrad. */
  @property() optimizer = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render() {
    const { shape, hollow } = lookOf(this.optimizer);
    const mark = svg`<path class=${hollow ? 'hollow' : 'solid'} d=${svgPath(shape, hollow ? 5.6 : 6.4)} />`;
    const color = styleMap({ color: styleColorOf(this.optimizer) });
    return html`<svg viewBox="-10 -10 20 20" style=${color}>${mark}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'descent-marker': DescentMarker;
  }
}
