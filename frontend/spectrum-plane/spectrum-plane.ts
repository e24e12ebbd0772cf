import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Frame } from '../drawing/frame';
import { Glide } from '../motion/glide';
import { Painter, painterStyles } from '../drawing/painter';
import type { Printed } from '../paper/printed';
import { pieceStyles, SpectrumElement } from '../spectrum-lab/element';
import type { View } from '../spectrum-lab/portrait';
import { drawPlane } from './draw';
import { EigenvalueHandles } from './eigenvalue-handles';
import { placed, rounder } from './handles';
import { PlaneInput } from './input';
import { boxOf, discAt, discsOf, sceneOf, type Scene } from './scene';
import { planeStyles } from './styles';
import { discsSentence, discSentence, handleSentence, legendOf, planeSentence, planeTable } from './words';

const MARGIN = 34;
const PAN = 40;
const ZOOM = 1.4;
/** A window's middle, and the logarithm of its scale. */
type Place = readonly [number, number, number];

/**
 * A matrix in the complex plane. `side` says which: "given", whose centers can be dragged unless it is `still`, or
 * "rescaled" by its diagonal. With `only-discs` it says nothing of eigenvalues and prints no number. `heading` names it;
 * what stands inside the element, such as a formula, stands beside the heading.
 */
@customElement('spectrum-plane')
export class SpectrumPlane extends SpectrumElement {
  static override styles = [pieceStyles, painterStyles, planeStyles];

  @property() side: 'given' | 'rescaled' = 'given';
  @property() heading = '';
  @property({ type: Boolean }) still = false;
  @property({ type: Boolean, attribute: 'only-discs' }) onlyDiscs = false;

  private frame?: Frame;
  /** Set once the reader has moved the window: from then on only the reader moves it. */
  private own = false;
  private fitted?: string;
  private replaced = 0;
  private readonly glide = new Glide<Place>(([x, y, scale]) => {
    if (!this.frame) return;
    this.frame = new Frame(x, y, Math.exp(scale), this.frame.width, this.frame.height);
    this.painter.request();
  });
  private readonly input = new PlaneInput(this);
  readonly eigenvalues = new EigenvalueHandles(this);
  private readonly painter = new Painter(this, {
    canvas: (c, width, height, colors) => {
      const scene = this.scene();
      if (!scene) return;
      const frame = this.frameFor(width, height);
      drawPlane(c, frame, colors, scene, this.movable);
      this.eigenvalues.place(frame);
    },
  });

  /** For paper. */
  printed(): Printed[] {
    const scene = this.scene();
    const name = this.heading || 'Matrix';
    return scene ? this.painter.printed('canvas', name, { about: name, legend: legendOf(scene) }) : [];
  }

  get movable(): boolean {
    return this.side === 'given' && !this.still;
  }

  private get view(): View | null | undefined {
    const portrait = this.model?.portrait;
    return this.side === 'given' ? portrait?.view : portrait?.preconditioned.view;
  }

  scene(): Scene | undefined {
    const { model, view } = this;
    if (!model || !view) return undefined;
    const scene = {
      ...sceneOf(view, model.t, model.rows, model.columns, model.lit, this.input.dragged),
      handles: this.eigenvalues.offered.map(({ stuck }) => !stuck),
      picked: this.eigenvalues.picked,
    };
    return this.onlyDiscs ? discsOf(scene) : scene;
  }

  frameFor(width: number, height: number): Frame {
    const { model, view } = this;
    const sized = this.frame?.width === width && this.frame.height === height;
    if (this.frame && !sized) this.frame = this.frame.resized(width, height);
    const key = `${model?.portrait?.text} ${model?.rows} ${model?.columns} ${width} ${height}`;
    if (view && model && !this.input.dragged && !model.held && key !== this.fitted) {
      const box = boxOf(view, model.rows, model.columns);
      // Another matrix that the reader's window cuts off takes the window with it.
      if (model.replaced !== this.replaced && this.fitted !== undefined && !this.frame?.holds(box)) this.own = false;
      this.replaced = model.replaced;
      this.fitted = key;
      if (!this.own) this.fitTo(Frame.around(box, width, height, MARGIN), sized);
    }
    return this.frame ?? new Frame(0, 0, 50, width, height);
  }

  /** Glides there, but for the first time and for another size, which are no news. */
  private fitTo(goal: Frame, seen: boolean) {
    const { frame } = this;
    if (frame && seen) this.glide.to(placeOf(frame), placeOf(goal));
    else this.frame = goal;
  }

  /** The frame as last drawn. */
  get current(): Frame | undefined {
    return this.frame;
  }

  show(frame: Frame) {
    this.glide.stop();
    this.frame = frame;
    this.own = true;
    this.painter.request();
  }

  private fit() {
    this.own = false;
    this.fitted = undefined;
    this.painter.request();
  }

  private zoom(factor: number) {
    if (this.frame) this.show(this.frame.zoomed(factor));
  }

  /** Lights the disc under the pointer. */
  lightAt(x: number, y: number) {
    const scene = this.scene();
    if (scene) this.model?.light(discAt(scene, x, y));
  }

  moveCenter(index: number, x: number, y: number, done: boolean) {
    const view = this.view;
    if (!view || !this.frame) return;
    // As round as a pixel allows; a real center stays real unless it is pulled well off the axis.
    const round = rounder(this.frame.step / 20);
    this.model?.moveCenter(index, [round(x), Math.abs(y) * this.frame.scale < 10 ? 0 : round(y)], done);
  }

  /** Moves the eigenvalue in the hand; it goes where its freedom lets it. */
  moveHeld(x: number, y: number, step: number) {
    const held = this.model?.held;
    if (held) this.model!.moveHeld(placed(held.freedom, held.to, [x, y], step));
  }

  get shared() {
    return this.model;
  }

  repaint() {
    this.painter.request();
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    this.input.attach(this.painter.canvas('canvas'));
  }

  private key(event: KeyboardEvent) {
    const { model, view, frame } = this;
    if (!model || !view || !frame) return;
    const arrows: Record<string, [number, number]> = {
      ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
    };
    const arrow = arrows[event.key];
    const index = model.lit?.index;
    if (arrow && event.shiftKey && this.movable && index !== undefined) {
      const [re, im] = view.rowDiscs[index].center;
      const step = frame.step / 10;
      const round = rounder(step / 1000);
      model.moveCenter(index, [round(re - arrow[0] * step), round(im + arrow[1] * step)], true);
    } else if (arrow) {
      this.show(frame.panned(arrow[0] * PAN, arrow[1] * PAN));
    } else if (event.key === '+' || event.key === '=') {
      this.zoom(ZOOM);
    } else if (event.key === '-') {
      this.zoom(1 / ZOOM);
    } else if (event.key === '0') {
      this.fit();
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      const n = view.rowDiscs.length;
      const next = ((index ?? (event.key === 'PageDown' ? -1 : 0)) + (event.key === 'PageDown' ? 1 : -1) + n) % n;
      model.light({ kind: model.rows ? 'row' : 'column', index: next });
    } else if (event.key === 'Escape') {
      model.light(undefined);
    } else {
      return;
    }
    event.preventDefault();
  }

  private pickedSentence() {
    const { picked, offered } = this.eigenvalues;
    if (picked === undefined || !this.view || !offered[picked]) return undefined;
    return handleSentence(this.view, picked, offered[picked], this.model?.held !== undefined);
  }

  private head() {
    return html`<div class="head">
      ${this.heading ? html`<h2>${this.heading} <slot></slot></h2>` : nothing}
      <div class="tools" ?hidden=${!this.view}>
        <button aria-label="Zoom in" title="Zoom in" @click=${() => this.zoom(ZOOM)}>+</button>
        <button aria-label="Zoom out" title="Zoom out" @click=${() => this.zoom(1 / ZOOM)}>\u2212</button>
        <button aria-label="Show all" title="Show all" @click=${this.fit}>\u2922</button>
      </div>
    </div>`;
  }

  protected override render() {
    const model = this.model;
    if (!model?.portrait) return this.head();
    const view = this.view;
    if (!view) {
      return html`${this.head()}
        <div class="stage none" role="note">
          <p>No rescaled matrix. ${model.portrait.preconditioned.impossible}</p>
        </div>`;
    }
    const lit = model.lit && (model.lit.kind === 'row' ? model.rows : model.columns) ? model.lit : undefined;
    const sentence = this.onlyDiscs ? discsSentence(view) : planeSentence(view, model.rows, model.columns, model.t);
    return html`
      ${this.head()}
      <div class="stage">
        <canvas
          tabindex="0"
          role="application"
          aria-roledescription="complex plane"
          aria-label="${this.heading}: ${sentence}"
          aria-describedby="help"
          @keydown=${this.key}
        ></canvas>
        ${this.eigenvalues.render()}
      </div>
      <p id="help-eigenvalue" class="hidden">Arrow keys move the eigenvalue, with shift five times as far; the matrix follows.</p>
      <p id="help" class="hidden">
        Arrow keys move the window, plus and minus zoom, 0 shows all. Page up and page down choose a
        disc${this.movable ? ', shift with arrow keys moves its center. Tab goes on to the eigenvalues' : ''}.
      </p>
      <p id="caption" class="caption" aria-live="polite">${model.refusal ?? this.pickedSentence() ?? (lit && !this.onlyDiscs
        ? discSentence(view, lit, model.t) : sentence)}</p>
      ${this.onlyDiscs ? nothing : html`<details>
        <summary>These numbers in a table</summary>
        <div class="scroll">${planeTable(view)}</div>
      </details>`}
    `;
  }
}

function placeOf({ centerX, centerY, scale }: Frame): Place {
  return [centerX, centerY, Math.log(scale)];
}
