import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { spectrumContext } from './element';
import { SpectrumModel } from './model';
import { MatrixNews } from './news';

/** Until a server that is too busy is asked again. */
const PATIENCE = 2000;

/**
 * Holds the matrix for the pieces inside it. `matrix` is a text in any notation; a matrix that is to be kept is told by
 * the event `matrix-change` with detail {matrix} in the grammar of a link. `followed` is the matrix of somebody else, which
 * is shown and told to nobody. A lab that is `live` tells of each matrix that the hand makes meanwhile by `matrix-move`
 * {matrix}, eight times a second at most and always of the last one, and so by `way-move` {t} of M(t) = D + t (M - D). `way` is
 * the t of somebody who is followed.
 */
@customElement('spectrum-lab')
export class SpectrumLab extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  @property() matrix = '';
  @property() followed = '';
  @property({ type: Number }) way?: number | null;
  @property({ type: Boolean }) live = false;

  readonly model = new SpectrumModel();

  private readonly news = new MatrixNews((matrix) =>
    this.dispatchEvent(new CustomEvent('matrix-move', { detail: { matrix } })));
  private readonly ways = new MatrixNews((t) =>
    this.dispatchEvent(new CustomEvent('way-move', { detail: { t: Number(t) } })));
  private again = 0;

  constructor() {
    super();
    this.ways.heard('1'); // as it begins
    new ContextProvider(this, { context: spectrumContext, initialValue: this.model });
    this.addEventListener('pointerover', () => this.model.near(), { passive: true });
    this.model.addEventListener('settled', () => {
      const detail = { matrix: this.model.link };
      this.dispatchEvent(new CustomEvent('matrix-change', { detail, bubbles: true, composed: true }));
    });
    this.model.addEventListener('change', () => {
      const { portrait, foreign, t } = this.model;
      if (this.live) this.ways.made(String(t));
      if (this.live && portrait && foreign) this.news.heard(portrait.text);
      else if (this.live && portrait) this.news.made(portrait.text);
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.again);
    this.news.stop();
    this.ways.stop();
  }

  /** Shows the matrix of somebody who is followed; again after a while, if the server could not say anything of it. */
  follow(matrix: string): void {
    clearTimeout(this.again);
    void this.model.followText(matrix).then(() => {
      if (!this.model.failure || !this.isConnected || this.followed !== matrix) return;
      clearTimeout(this.again);
      this.again = window.setTimeout(() => this.follow(matrix), PATIENCE * (0.5 + Math.random()));
    });
  }

  /** Shows a matrix, if it is another one than is shown. */
  show(matrix: string): void {
    if (matrix !== this.model.link) void this.model.open(matrix);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('matrix') && this.matrix) this.show(this.matrix);
    if (changed.has('way') && typeof this.way === 'number' && this.way >= 0 && this.way <= 1) {
      this.ways.heard(String(this.way));
      this.model.run(this.way);
    }
    if (changed.has('followed') && this.followed) this.follow(this.followed);
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}
