import type { Complex } from '../spectrum-lab/portrait';
import { handleAt, type Near } from './handles';
import type { SpectrumPlane } from './spectrum-plane';

const REACH = 12;
const FINGER = 24;

/** Pointer, wheel and pinch on a plane: drags of centers and eigenvalues, pans and zooms. */
export class PlaneInput {
  /** The center being dragged. */
  dragged?: { index: number; to: Complex };

  private canvas?: HTMLCanvasElement;
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private moved = false;
  /** An eigenvalue that cannot be moved is under the hand. */
  private stuck = false;

  constructor(private readonly plane: SpectrumPlane) {}

  attach(canvas?: HTMLCanvasElement) {
    if (canvas === this.canvas) return;
    this.canvas = canvas;
    if (!canvas) return;
    canvas.addEventListener('pointerdown', (e) => this.down(e));
    canvas.addEventListener('pointermove', (e) => this.move(e));
    canvas.addEventListener('pointerup', (e) => this.up(e));
    canvas.addEventListener('pointercancel', (e) => this.up(e));
    canvas.addEventListener('pointerleave', () => {
      this.plane.eigenvalues.hover(undefined);
      if (!this.dragged && !this.plane.shared?.held && document.activeElement !== canvas) this.plane.shared?.leave();
    });
    canvas.addEventListener('wheel', (e) => this.wheel(e), { passive: false });
    // A finger on a center drags it; elsewhere it scrolls the page.
    canvas.addEventListener('touchstart', (e) => {
      const touch = e.touches[0];
      const box = canvas.getBoundingClientRect();
      const hit = this.handleNear(touch.clientX - box.left, touch.clientY - box.top, FINGER);
      if (e.touches.length > 1 || hit !== undefined) e.preventDefault();
    }, { passive: false });
  }

  private handleNear(px: number, py: number, reach: number): Near | undefined {
    const { current: frame } = this.plane;
    const scene = this.plane.scene();
    if (!frame || !scene || !this.plane.movable) return undefined;
    const eigenvalues = scene.handles?.length ? scene.eigenvalues : [];
    return handleAt(frame, px, py, reach, scene.centers, eigenvalues);
  }

  private down(e: PointerEvent) {
    const frame = this.plane.current;
    if (!frame || !this.canvas) return;
    this.pointers.set(e.pointerId, { x: e.offsetX, y: e.offsetY });
    this.canvas.setPointerCapture(e.pointerId);
    this.moved = false;
    const near = this.pointers.size === 1
      ? this.handleNear(e.offsetX, e.offsetY, e.pointerType === 'touch' ? FINGER : REACH)
      : undefined;
    this.dragged = undefined;
    this.stuck = false;
    this.plane.shared?.release();
    if (near?.kind === 'eigenvalue') {
      this.plane.shared?.light(undefined);
      this.stuck = this.plane.shared?.hold(near.index) === false;
    } else if (near) {
      this.dragged = { index: near.index, to: this.plane.scene()!.centers[near.index] };
      this.plane.shared?.light({ kind: this.plane.shared.rows ? 'row' : 'column', index: near.index });
    } else if (e.pointerType === 'touch') {
      this.plane.lightAt(frame.x(e.offsetX), frame.y(e.offsetY));
    }
  }

  private move(e: PointerEvent) {
    const frame = this.plane.current;
    const before = this.pointers.get(e.pointerId);
    if (!frame || !this.canvas) return;
    if (!before) {
      this.plane.lightAt(frame.x(e.offsetX), frame.y(e.offsetY));
      const near = this.handleNear(e.offsetX, e.offsetY, REACH);
      this.canvas.classList.toggle('hold', near !== undefined);
      this.plane.eigenvalues.hover(near?.kind === 'eigenvalue' ? near.index : undefined);
      return;
    }
    const now = { x: e.offsetX, y: e.offsetY };
    if (now.x === before.x && now.y === before.y) return;
    this.moved = true;
    if (this.stuck) return;
    if (this.dragged) {
      const x = frame.x(now.x);
      const y = frame.y(now.y);
      this.dragged = { index: this.dragged.index, to: [x, Math.abs(y) * frame.scale < 10 ? 0 : y] };
      this.plane.repaint();
      this.plane.moveCenter(this.dragged.index, x, y, false);
    } else if (this.plane.shared?.held) {
      this.plane.moveHeld(frame.x(now.x), frame.y(now.y), frame.step / 20);
    } else if (this.pointers.size === 2) {
      const other = [...this.pointers].find(([id]) => id !== e.pointerId)![1];
      const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y);
      if (factor > 0.2 && factor < 5) {
        const moved = frame.panned((now.x - before.x) / 2, (now.y - before.y) / 2);
        this.plane.show(moved.zoomed(factor, (now.x + other.x) / 2, (now.y + other.y) / 2));
      }
    } else if (e.pointerType !== 'touch') {
      this.plane.show(frame.panned(now.x - before.x, now.y - before.y));
    }
    this.pointers.set(e.pointerId, now);
  }

  private up(e: PointerEvent) {
    this.pointers.delete(e.pointerId);
    const { dragged } = this;
    const frame = this.plane.current;
    this.dragged = undefined;
    this.plane.shared?.release();
    if (dragged && frame && this.moved) {
      this.plane.moveCenter(dragged.index, dragged.to[0], dragged.to[1], true);
    }
  }

  /** The wheel scrolls the page; with control, as trackpads send a pinch, or on a focused plane it zooms. */
  private wheel(e: WheelEvent) {
    const focused = this.canvas && (this.canvas.getRootNode() as ShadowRoot).activeElement === this.canvas;
    if (!e.ctrlKey && !focused) return;
    const frame = this.plane.current;
    if (!frame) return;
    e.preventDefault();
    this.plane.show(frame.zoomed(Math.exp(-e.deltaY * (e.ctrlKey ? 0.01 : 0.002)), e.offsetX, e.offsetY));
  }
}
