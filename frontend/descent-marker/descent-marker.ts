import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { lookOf, styleColorOf } from '../palette/palette';
import { svgPath } from '../palette/shapes';

/** The mark of an optimizer's run, as it is drawn on every plot. Purely a picture: the name stands beside it. */
@customElement('descent-marker')
export class DescentMarker extends LitElement {
  static override styles = css`
    :host { display: inline-block; inline-size: 20px; block-size: 20px; flex: none; vertical-align: -4px; }
    svg { display: block; inline-size: 100%; block-size: 100%; overflow: visible; }
    .solid { fill: currentColor; }
    :host([line]) { inline-size: 40px; }
    .line { fill: none; stroke: currentColor; stroke-width: 3; }
    .hollow { fill: var(--descent-card); stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
  `;

  /** Named as in its spec: adagrad, torch.adagrad. */
  @property() optimizer = '';

  /** How many runs of the same optimizer come before it. */
  @property({ type: Number }) appearance = 0;
  /** Whether a piece of its line is shown too, of twice the width. */
  @property({ type: Boolean, reflect: true }) line = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render() {
    const { shape, hollow, dash } = lookOf(this.optimizer, this.appearance);
    const mark = svg`<path class=${hollow ? 'hollow' : 'solid'} d=${svgPath(shape, hollow ? 5.6 : 6.4)} />`;
    const line = this.line ? svg`<path class="line" d="M-20 0H20" stroke-dasharray=${dash.join(' ')} />` : nothing;
    const color = styleMap({ color: styleColorOf(this.optimizer) });
    return html`<svg viewBox=${this.line ? '-20 -10 40 20' : '-10 -10 20 20'} style=${color}>${line}${mark}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'descent-marker': DescentMarker;
  }
}
