import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { spectrumContext } from './element';
import { SpectrumModel } from './model';

/**
 * Holds the matrix for the pieces inside it. `matrix` is a text in any notation; a matrix that is to be kept is told by
 * the event `matrix-change` with detail {matrix} in the grammar of a link.
 */
@customElement('spectrum-lab')
export class SpectrumLab extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  @property() matrix = '';

  readonly model = new SpectrumModel();

  constructor() {
    super();
    new ContextProvider(this, { context: spectrumContext, initialValue: this.model });
    this.addEventListener('pointerover', () => this.model.near(), { passive: true });
    this.model.addEventListener('settled', () => {
      const detail = { matrix: this.model.link };
      this.dispatchEvent(new CustomEvent('matrix-change', { detail, bubbles: true, composed: true }));
    });
  }

  /** Shows a matrix, if it is another one than is shown. */
  show(matrix: string): void {
    if (matrix !== this.model.link) void this.model.open(matrix);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('matrix')) this.show(this.matrix);
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}
