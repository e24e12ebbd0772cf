/** What the hand does over a plot while it has a pointer or a pen: the plot itself has no part in it. */
import type { Place, Stroke } from '../ink/ink';
import type { Tool } from '../ink/keys';
import { pointUnder } from '../race-surface/hand';
import type { Viewport } from '../race-surface/viewport';

/** Pixels between two points of a stroke, at least. */
const APART = 2;

export interface SheetTarget {
  readonly tool: Tool | undefined;
  viewport(): Viewport | undefined;
  /** @param at nowhere if undefined */
  aim(at: Place | undefined): void;
  begin(at: Place): Stroke;
  draw(stroke: Stroke, at: Place): Stroke;
}

export class Sheet {
  private readonly target: SheetTarget;
  private drawing?: { pointer: number; stroke: Stroke; x: number; y: number };

  constructor(target: SheetTarget) {
    this.target = target;
  }

  /** The hand has gone, or has another tool. */
  leave(): void {
    this.drawing = undefined;
    this.target.aim(undefined);
  }

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    const sheet = event.currentTarget as HTMLElement;
    sheet.setPointerCapture(event.pointerId);
    if (this.target.tool === 'pointer') {
      this.move(event);
      return;
    }
    const { x, y } = placeOf(event, sheet);
    const at = this.under(x, y);
    if (at) this.drawing = { pointer: event.pointerId, stroke: this.target.begin(at), x, y };
  };

  readonly move = (event: PointerEvent): void => {
    if (!event.isPrimary) return;
    const sheet = event.currentTarget as HTMLElement;
    if (this.target.tool === 'pointer') {
      const { x, y } = placeOf(event, sheet);
      const within = x >= 0 && y >= 0 && x <= sheet.clientWidth && y <= sheet.clientHeight;
      this.target.aim(within ? this.under(x, y) : undefined);
    } else if (this.drawing?.pointer === event.pointerId) {
      const all = event.getCoalescedEvents?.() ?? [];
      (all.length > 0 ? all : [event]).forEach((one) => this.drawTo(placeOf(one, sheet)));
    }
  };

  /** A mouse points on, a finger that is lifted does not. */
  readonly up = (event: PointerEvent): void => {
    if (this.drawing?.pointer === event.pointerId) this.drawing = undefined;
    if (event.pointerType !== 'mouse') this.target.aim(undefined);
  };

  readonly out = (event: PointerEvent): void => {
    if (!(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) this.target.aim(undefined);
  };

  private drawTo({ x, y }: { x: number; y: number }): void {
    const { drawing } = this;
    if (!drawing || Math.hypot(x - drawing.x, y - drawing.y) < APART) return;
    const at = this.under(x, y);
    if (at) this.drawing = { ...drawing, stroke: this.target.draw(drawing.stroke, at), x, y };
  }

  private under(x: number, y: number): Place | undefined {
    const viewport = this.target.viewport();
    return viewport && pointUnder(viewport, x, y);
  }
}

function placeOf(event: PointerEvent, sheet: HTMLElement): { x: number; y: number } {
  const box = sheet.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
