import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pieceStyles, SpectrumElement } from '../spectrum-lab/element';
import { CHAPTER_TOGGLE, type Chapter } from '../spectrum-lab/while-open';
import { gist, type Subject } from './gist';

/** From here on there is room for all at once. */
const WIDE = '(min-width: 801px)';

/**
 * A part of the lab that can be closed: on a phone it is until it is opened, and then says in a line what is in it. What is in it
 * neither computes nor draws meanwhile. Where it is `bare` it is one on a phone only, and elsewhere nothing but its content.
 */
@customElement('spectrum-chapter')
export class SpectrumChapter extends SpectrumElement implements Chapter {
  static override styles = [
    pieceStyles,
    css`
      :host([plain]) {
        display: contents;
      }
      h2 {
        margin: 0;
        font-size: 13.5px;
        line-height: 1.4;
      }
      button {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 8px;
        width: 100%;
        min-height: 0;
        padding: 0;
        border: 0;
        background: none;
        color: var(--descent-soft);
        font-weight: 600;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        color: var(--descent-ink);
      }
      svg {
        flex: none;
        width: 12px;
        height: 12px;
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
        transition: transform 0.15s;
      }
      [aria-expanded='true'] svg {
        transform: rotate(90deg);
      }
      .gist {
        flex: 1 1 100%;
        padding-inline-start: 20px;
        color: var(--descent-soft);
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }
      #content {
        margin-top: 10px;
      }
      @media (max-width: 800px), (pointer: coarse) {
        button {
          min-height: 44px;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        svg {
          transition: none;
        }
      }
    `,
  ];

  @property() heading = '';
  @property() subject: Subject = 'condition';
  @property({ type: Boolean }) bare = false;

  @state() private wide = true;
  /** Whether the reader has it open or closed; until there is a word of theirs, the room decides. */
  @state() private wish?: boolean;

  private readonly room = matchMedia(WIDE);

  get open(): boolean {
    return this.bare && this.wide ? true : this.wish ?? this.wide;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.room.addEventListener('change', this.fit);
    this.fit();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.room.removeEventListener('change', this.fit);
  }

  private readonly fit = () => {
    this.wide = this.room.matches;
    this.toggleAttribute('plain', this.bare && this.wide);
    this.tell();
  };

  private toggle() {
    this.wish = !this.open;
    this.tell();
  }

  private tell() {
    this.dispatchEvent(new Event(CHAPTER_TOGGLE));
  }

  /** It is not in itself. */
  protected override shouldUpdate(): boolean {
    return true;
  }

  protected override render() {
    const { open } = this;
    if (this.bare && this.wide) return html`<slot></slot>`;
    return html`
      <h2>
        <button aria-expanded=${open ? 'true' : 'false'} aria-controls="content" @click=${this.toggle}>
          <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M4 2l4 4-4 4" /></svg>
          <span>${this.heading}</span>
          ${open ? nothing : html`<span class="gist">${gist(this.subject, this.model?.portrait)}</span>`}
        </button>
      </h2>
      <div id="content" ?hidden=${!open}><slot></slot></div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spectrum-chapter': SpectrumChapter;
  }
}
