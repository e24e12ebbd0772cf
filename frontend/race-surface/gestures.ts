import { sparsely } from '../hand/early-moves';

/** Turns pointers, the wheel and keys on the plot into what they mean: move the point, pan, zoom, look closer. */

export interface GestureTarget {
  /** Whether a pixel takes hold of the point that can be moved: the start, or a guess. */
  holdsPoint(x: number, y: number, reach: number): boolean;
  movePoint(x: number, y: number, final: boolean): void;
  /** A pixel was clicked. */
  tap(x: number, y: number): void;
  /** By arrow keys: one step right or up is (1, 0) or (0, 1). */
  nudgePoint(right: number, up: number, final: boolean): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number, x?: number, y?: number): void;
  reset(): void;
  togglePlay(): void;
  /** Some steps along a path, or to another path. */
  walk(steps: number, paths: number): void;
  /** The pointer rests at a pixel, or has left. */
  hover(at?: { x: number; y: number }): void;
  /** What the pointer has hold of has changed. */
  holding(what: Holding): void;
}

export type Holding = 'nothing' | 'point' | 'ground';

const MOUSE_REACH = 15;
const TOUCH_REACH = 26;
const CLICK_SLOP = 5;
const WHEEL_RATE = 0.0016;
const KEY_ZOOM = 1.25;
const LARGE_NUDGE = 5;
const DOUBLE_CLICK = 350;

export class Gestures {
  private readonly surface: HTMLElement;
  private readonly target: GestureTarget;
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private held: Holding = 'nothing';
  private downAt = { x: 0, y: 0 };
  private moved = false;
  private pinched = false;
  private lastTap = { time: 0, x: 0, y: 0 };
  private readonly abort = new AbortController();

  constructor(surface: HTMLElement, target: GestureTarget) {
    this.surface = surface;
    this.target = target;
    const options = { signal: this.abort.signal };
    const active = { ...options, passive: false };
    surface.addEventListener('pointerdown', (event) => this.down(event), options);
    surface.addEventListener('pointermove', (event) => this.move(event), options);
    surface.addEventListener('pointerrawupdate', sparsely((event) => this.early(event)), options);
    surface.addEventListener('pointerup', (event) => this.up(event), options);
    surface.addEventListener('pointercancel', (event) => this.cancel(event), options);
    surface.addEventListener('pointerleave', () => target.hover(), options);
    surface.addEventListener('wheel', (event) => this.wheel(event), active);
    surface.addEventListener('touchstart', (event) => this.claimTouch(event), active);
    surface.addEventListener('keydown', (event) => this.key(event), options);
    surface.addEventListener('keyup', (event) => this.keyUp(event), options);
  }

  disconnect(): void {
    this.abort.abort();
  }

  /** A finger on the point, or two of them, are ours; one elsewhere scrolls the page. */
  private claimTouch(event: TouchEvent): void {
    const touch = event.touches[0];
    const { x, y } = this.place(touch);
    if (event.cancelable && (event.touches.length > 1 || this.target.holdsPoint(x, y, TOUCH_REACH))) {
      event.preventDefault();
      this.surface.focus({ preventScroll: true });
    }
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const at = this.place(event);
    this.pointers.set(event.pointerId, at);
    this.surface.setPointerCapture(event.pointerId);
    if (this.pointers.size > 1) {
      if (this.held === 'point') this.target.movePoint(at.x, at.y, true);
      this.hold('ground');
      this.pinched = true;
      return;
    }
    this.downAt = at;
    this.moved = false;
    this.pinched = false;
    const reach = event.pointerType === 'mouse' ? MOUSE_REACH : TOUCH_REACH;
    this.hold(this.target.holdsPoint(at.x, at.y, reach) ? 'point' : 'ground');
  }

  /** What the point makes of it is asked for at once; all else can wait for the next picture. */
  private early(event: PointerEvent): void {
    if (this.held === 'point' && this.pointers.size === 1 && this.pointers.has(event.pointerId)) this.move(event);
  }

  private move(event: PointerEvent): void {
    const at = this.place(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') {
        this.surface.dataset.over = this.target.holdsPoint(at.x, at.y, MOUSE_REACH) ? 'point' : '';
        this.target.hover(at);
      }
      return;
    }
    if (this.pointers.size === 2) this.pinch(event.pointerId, before, at);
    this.pointers.set(event.pointerId, at);
    if (this.pointers.size > 1) return;
    this.moved ||= Math.hypot(at.x - this.downAt.x, at.y - this.downAt.y) > CLICK_SLOP;
    if (!this.moved) return;
    this.target.hover();
    if (this.held === 'point') this.target.movePoint(at.x, at.y, false);
    else if (event.pointerType !== 'touch' && !this.pinched) this.target.pan(at.x - before.x, at.y - before.y);
  }

  private pinch(moving: number, before: { x: number; y: number }, at: { x: number; y: number }): void {
    const other = [...this.pointers].find(([id]) => id !== moving)?.[1];
    if (!other) return;
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(at.x - other.x, at.y - other.y);
    this.target.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
    if (was > 10 && is > 10) this.target.zoom(is / was, (at.x + other.x) / 2, (at.y + other.y) / 2);
  }

  private up(event: PointerEvent): void {
    if (!this.pointers.delete(event.pointerId) || this.pointers.size > 0) return;
    const at = this.place(event);
    if (this.held === 'point' && this.moved) this.target.movePoint(at.x, at.y, true);
    else if (this.held === 'ground' && !this.moved && !this.pinched) this.tap(event.timeStamp, at);
    this.hold('nothing');
  }

  private tap(time: number, at: { x: number; y: number }): void {
    const { lastTap } = this;
    const again = time - lastTap.time < DOUBLE_CLICK && Math.hypot(at.x - lastTap.x, at.y - lastTap.y) < 20;
    this.lastTap = { time, ...at };
    if (!again) this.target.tap(at.x, at.y);
  }

  private cancel(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size === 0) this.hold('nothing');
  }

  /** The wheel zooms where it would scroll nothing; on a page that scrolls it takes Ctrl, which a pinch also sends. */
  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey && scrolls(this.surface)) return;
    event.preventDefault();
    const { x, y } = this.place(event);
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
    const rate = event.ctrlKey ? 6 * WHEEL_RATE : WHEEL_RATE;
    this.target.zoom(Math.exp(-Math.max(-200, Math.min(200, pixels)) * rate), x, y);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const size = event.shiftKey ? LARGE_NUDGE : 1;
    const arrow = ARROWS[event.key];
    if (arrow) this.target.nudgePoint(arrow[0] * size, arrow[1] * size, false);
    else if (event.key === '+' || event.key === '=') this.target.zoom(KEY_ZOOM);
    else if (event.key === '-' || event.key === '_') this.target.zoom(1 / KEY_ZOOM);
    else if (event.key === '0' || event.key === 'Escape') this.target.reset();
    else if (event.key === ' ') this.target.togglePlay();
    else if (WALKS[event.key]) this.target.walk(...WALKS[event.key]);
    else return;
    event.preventDefault();
  }

  private keyUp(event: KeyboardEvent): void {
    if (ARROWS[event.key]) this.target.nudgePoint(0, 0, true);
  }

  private hold(what: Holding): void {
    this.held = what;
    this.target.holding(what);
  }

  private place(event: { clientX: number; clientY: number }): { x: number; y: number } {
    const box = this.surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Steps along a path, and paths. */
const WALKS: Record<string, readonly [number, number]> = {
  ',': [-1, 0],
  '.': [1, 0],
  n: [0, 1],
  N: [0, -1],
};

/** Whether an element stands in anything that the wheel could scroll. */
function scrolls(element: Element): boolean {
  for (let at: Node | null = element; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (!(at instanceof Element) || at.scrollHeight <= at.clientHeight + 1) continue;
    const overflow = getComputedStyle(at).overflowY;
    if (overflow === 'auto' || overflow === 'scroll' || (at === document.documentElement && overflow !== 'hidden')) {
      return true;
    }
  }
  return false;
}
