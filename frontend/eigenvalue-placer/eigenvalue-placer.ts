import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Frame } from '../drawing/frame';
import { Painter, painterStyles } from '../drawing/painter';
import { shortComplex } from '../numbers/complex';
import { pieceStyles } from '../spectrum-lab/element';
import { drawPlane } from '../spectrum-plane/draw';
import type { Scene } from '../spectrum-plane/scene';
import { boxOf, snapped, steps, whereabouts, type Disc, type Place } from './places';

const MARGIN = 26;

/**
 * Discs in the complex plane and markers to be put on eigenvalues: by dragging, or by the arrow keys on the focused one.
 * Fires `place` with index, re and im. `right` says of each marker whether it was found to be right.
 */
@customElement('eigenvalue-placer')
export class EigenvaluePlacer extends LitElement {
  static override styles = [
    pieceStyles,
    painterStyles,
    css`
      .stage {
        position: relative;
        height: 360px;
      }
      canvas {
        position: absolute;
        inset: 0;
        height: 100%;
      }
      .marker {
        position: absolute;
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        min-height: 0;
        margin: -22px 0 0 -22px;
        padding: 0;
        border: 0;
        border-radius: 99px;
        background: none;
        cursor: grab;
        touch-action: none;
      }
      .marker span {
        display: grid;
        place-items: center;
        box-sizing: border-box;
        width: 26px;
        height: 26px;
        border: 2px solid var(--descent-ink);
        border-radius: 99px;
        background: var(--descent-card);
        color: var(--descent-ink);
        font: 600 13px / 1 var(--descent-font);
      }
      .marker.held {
        z-index: 1;
        cursor: grabbing;
      }
      .marker.held span {
        border-color: var(--descent-accent);
      }
      .marker.right span {
        border-color: light-dark(#1d7a4a, #56c08a);
        background: light-dark(#e9f6ef, #18302a);
      }
      .marker:focus-visible {
        z-index: 1;
        outline: none;
      }
      .marker:focus-visible span {
        outline: 3px solid var(--descent-accent);
        outline-offset: 2px;
      }
      @media (max-width: 800px) {
        .stage {
          height: 320px;
        }
      }
    `,
  ];

  @property({ attribute: false }) discs: Disc[] = [];
  @property({ attribute: false }) places: Place[] = [];
  @property({ attribute: false }) right: boolean[] = [];
  @property({ attribute: false }) step = 0.25;

  @state() private frame?: Frame;
  @state() private held?: number;
  @state() private said = '';

  private readonly painter = new Painter(this, {
    canvas: (c, width, height, colors) => {
      const frame = Frame.around(boxOf(this.discs), width, height, MARGIN);
      drawPlane(c, frame, colors, this.scene(), false);
      // The markers stand over the canvas where its frame says.
      if (this.frame?.scale !== frame.scale || this.frame.width !== width || this.frame.centerX !== frame.centerX) {
        this.frame = frame;
      }
    },
  });

  private scene(): Scene {
    const discs = this.discs.map((disc) => ({ center: [disc.re, disc.im] as const, radius: disc.radius }));
    return {
      kinds: [{ name: 'row', discs, whole: discs, groups: [] }],
      centers: discs.map((disc) => disc.center),
      eigenvalues: [],
      trails: [],
    };
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('discs')) this.painter.request();
  }

  private put(index: number, re: number, im: number) {
    const place = snapped(re, im, this.step, boxOf(this.discs));
    const before = this.places[index];
    if (before && before.re === place.re && before.im === place.im) return;
    this.places = this.places.map((each, i) => (i === index ? place : each));
    this.right = [];
    this.said = `Marker ${index + 1} at ${words(place)}, ${whereabouts(place, this.discs)}.`;
  }

  private tell(index: number) {
    const { re, im } = this.places[index];
    this.dispatchEvent(new CustomEvent('place', { detail: { index, re, im } }));
  }

  private key(event: KeyboardEvent, index: number) {
    const by = steps(event.key, event.shiftKey);
    if (!by) return;
    event.preventDefault();
    const { re, im } = this.places[index];
    this.put(index, re + by.re * this.step, im + by.im * this.step);
    this.tell(index);
  }

  private down(event: PointerEvent, index: number) {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.held = index;
  }

  private move(event: PointerEvent, index: number) {
    const stage = this.renderRoot.querySelector('.stage');
    if (this.held !== index || !this.frame || !stage) return;
    const box = stage.getBoundingClientRect();
    this.put(index, this.frame.x(event.clientX - box.left), this.frame.y(event.clientY - box.top));
  }

  private up(index: number) {
    if (this.held !== index) return;
    this.held = undefined;
    this.tell(index);
  }

  protected override render() {
    const { frame } = this;
    return html`
      <div class="stage" role="group" aria-label="Complex plane with the discs of ${this.discs.length} rows">
        <canvas aria-hidden="true"></canvas>
        ${frame
          ? this.places.map((place, i) => html`<button
              class="marker ${this.held === i ? 'held' : ''} ${this.right[i] ? 'right' : ''}"
              style="left: ${frame.px(place.re)}px; top: ${frame.py(place.im)}px"
              aria-label="Marker ${i + 1} at ${words(place)}, ${whereabouts(place, this.discs)}${this.right[i] ? ', right' : ''}"
              aria-describedby="help"
              @keydown=${(e: KeyboardEvent) => this.key(e, i)}
              @pointerdown=${(e: PointerEvent) => this.down(e, i)}
              @pointermove=${(e: PointerEvent) => this.move(e, i)}
              @pointerup=${() => this.up(i)}
              @pointercancel=${() => this.up(i)}
            ><span aria-hidden="true">${i + 1}</span></button>`)
          : ''}
      </div>
      <p id="help" class="caption soft">
        Drag a marker, or move the focused one by arrow keys, with shift in steps of ${4 * this.step}.
      </p>
      <p class="hidden" aria-live="polite">${this.said}</p>
      <details>
        <summary>The discs in a table</summary>
        <div class="scroll"><table>
          <thead><tr><th>row</th><th>center</th><th>radius</th></tr></thead>
          <tbody>${this.discs.map((disc, i) => html`<tr>
            <th scope="row">${i + 1}</th><td>${words(disc)}</td><td>${disc.radius}</td></tr>`)}</tbody>
        </table></div>
      </details>
    `;
  }
}

function words({ re, im }: Place): string {
  return shortComplex([re, im]);
}
