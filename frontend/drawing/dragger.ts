import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { roundedTo } from '../numbers/numbers';

export interface Handle {
  px: number;
  py: number;
}

/** A coordinate that the hand or a field gives, to hundredths and no farther from 0 than that; 0 for none. */
export function within(farthest: number, value: number): number {
  return Math.min(farthest, Math.max(-farthest, roundedTo(value, 2) || 0));
}

const REACH = 14;
const FINGER = 28;

/** Lets handles on a canvas be dragged by mouse, pen or finger; elsewhere a finger scrolls the page. */
export class Dragger implements ReactiveController {
  /** The handle being dragged. */
  held?: number;

  private canvas?: HTMLCanvasElement;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly find: () => HTMLCanvasElement | undefined,
    private readonly handles: () => Handle[],
    private readonly drag: (index: number, px: number, py: number) => void,
  ) {
    host.addController(this);
  }

  hostUpdated() {
    const canvas = this.find();
    if (!canvas || canvas === this.canvas) return;
    this.canvas = canvas;
    canvas.style.touchAction = 'pan-y';
    canvas.addEventListener('pointerdown', (e) => {
      this.held = this.near(e.offsetX, e.offsetY, e.pointerType === 'touch' ? FINGER : REACH);
      if (this.held === undefined) return;
      canvas.setPointerCapture(e.pointerId);
      this.host.requestUpdate();
    });
    canvas.addEventListener('pointermove', (e) => {
      if (this.held === undefined) {
        canvas.style.cursor = this.near(e.offsetX, e.offsetY, REACH) === undefined ? '' : 'move';
      } else {
        this.drag(this.held, e.offsetX, e.offsetY);
      }
    });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      canvas.addEventListener(end, () => {
        this.held = undefined;
        this.host.requestUpdate();
      });
    }
    canvas.addEventListener('touchstart', (e) => {
      const box = canvas.getBoundingClientRect();
      const touch = e.touches[0];
      if (this.near(touch.clientX - box.left, touch.clientY - box.top, FINGER) !== undefined) e.preventDefault();
    }, { passive: false });
  }

  private near(px: number, py: number, reach: number): number | undefined {
    let nearest: number | undefined;
    let least = reach;
    this.handles().forEach((handle, index) => {
      const distance = Math.hypot(handle.px - px, handle.py - py);
      if (distance < least) {
        least = distance;
        nearest = index;
      }
    });
    return nearest;
  }
}
