import { html, nothing, type ReactiveController } from 'lit';
import type { Frame } from '../drawing/frame';
import { shortComplex } from '../numbers/complex';
import type { Handle } from '../spectrum-lab/portrait';
import { nearest } from './handles';
import type { SpectrumPlane } from './spectrum-plane';

/** Keys come one by one; when none came for so long, the hand rests. */
const REST = 400;
const FAR = 5;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
};

/** The eigenvalues of a plane as what the keyboard reaches, one after the other, and moves by arrow keys. */
export class EigenvalueHandles implements ReactiveController {
  private readonly plane: SpectrumPlane;
  private focused?: number;
  private hovered?: number;
  /** The focus goes along with the hand's eigenvalue; elsewhere it leaves that. */
  private following = false;
  private resting = 0;

  constructor(plane: SpectrumPlane) {
    this.plane = plane;
    plane.addController(this);
  }

  /** What can be done with each eigenvalue; nothing while others than the matrix' own are shown. */
  get offered(): Handle[] {
    const { shared, movable, onlyDiscs } = this.plane;
    return movable && !onlyDiscs && shared?.t === 1 ? shared.portrait?.handles ?? [] : [];
  }

  /** The eigenvalue that is looked at. */
  get picked(): number | undefined {
    const { held, portrait } = this.plane.shared ?? {};
    if (held && portrait) return nearest(portrait.view.eigenvalues, held.to);
    return this.focused ?? this.hovered;
  }

  /** Puts what has the focus over what is drawn. */
  place(frame: Frame) {
    const values = this.plane.shared?.portrait?.view.eigenvalues ?? [];
    this.buttons().forEach((button, i) => {
      if (!values[i]) return;
      button.style.left = `${frame.px(values[i][0])}px`;
      button.style.top = `${frame.py(values[i][1])}px`;
    });
  }

  /** Eigenvalues are numbered by their places: the focus goes with the one that is moved, and stays in the plane. */
  hostUpdated() {
    if (this.focused === undefined) return;
    const buttons = this.buttons();
    const goal = buttons[this.plane.shared?.held ? this.picked ?? 0 : this.focused];
    if (goal && this.plane.shadowRoot?.activeElement !== goal) {
      this.following = true;
      goal.focus();
      this.following = false;
    } else if (!goal) this.plane.shadowRoot?.querySelector('canvas')?.focus();
  }

  hostDisconnected() {
    clearTimeout(this.resting);
  }

  private buttons(): HTMLElement[] {
    return [...this.plane.shadowRoot?.querySelectorAll<HTMLElement>('.eigenvalue') ?? []];
  }

  /** The pointer is over one. */
  hover(index: number | undefined) {
    if (index === this.hovered) return;
    this.hovered = index;
    this.plane.repaint();
    this.plane.requestUpdate();
  }

  private focus(index: number) {
    if (!this.following) this.rest();
    this.focused = index;
    this.plane.repaint();
    this.plane.requestUpdate();
  }

  private blur(event: FocusEvent) {
    // Focus that goes to another of them, or back to one that an update took away, is not lost.
    if ((event.relatedTarget as HTMLElement | null)?.classList.contains('eigenvalue')) return;
    if (!(event.currentTarget as HTMLElement).isConnected) return;
    this.focused = undefined;
    this.rest();
    this.plane.shared?.leave();
    this.plane.repaint();
    this.plane.requestUpdate();
  }

  private rest() {
    clearTimeout(this.resting);
    this.plane.shared?.release();
  }

  private key(event: KeyboardEvent, index: number) {
    const { shared, current: frame } = this.plane;
    const arrow = ARROWS[event.key];
    if (!shared || !frame || !arrow) return;
    event.preventDefault();
    if (!shared.held && !shared.hold(index)) return;
    const step = frame.step / 10;
    const [re, im] = shared.held!.to;
    const far = event.shiftKey ? FAR : 1;
    this.plane.moveHeld(re + far * step * arrow[0], im + far * step * arrow[1], step);
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.rest(), REST);
  }

  render() {
    const values = this.plane.shared?.portrait?.view.eigenvalues ?? [];
    const scale = Math.max(0, ...values.map((z) => Math.hypot(...z)));
    return this.offered.length === 0 ? nothing : this.offered.map(({ stuck }, i) => html`<button
      class="eigenvalue"
      aria-label="Eigenvalue ${i + 1}: ${shortComplex(values[i], 4, scale)}"
      aria-describedby=${stuck ? 'caption' : 'help-eigenvalue'}
      @focus=${() => this.focus(i)}
      @blur=${this.blur.bind(this)}
      @keydown=${(e: KeyboardEvent) => this.key(e, i)}
    ></button>`);
  }
}
