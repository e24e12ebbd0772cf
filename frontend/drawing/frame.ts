import { decimals, scientific } from '../numbers/numbers';
import { roundAbove, ticks } from './axis';
import type { Colors } from './painter';

export interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** About so many pixels from line to line of a grid; a third less at the least. */
const TICK_PIXELS = 70;
const STEP_PIXELS = 48;

/** A window on the plane with the same scale on both axes; immutable. */
export class Frame {
  readonly centerX: number;
  readonly centerY: number;
  /** Pixels for a unit. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;

  constructor(centerX: number, centerY: number, scale: number, width: number, height: number) {
    this.centerX = centerX;
    this.centerY = centerY;
    this.scale = scale;
    this.width = width;
    this.height = height;
  }

  /** The frame that shows the box with a margin in pixels. */
  static around(box: Box, width: number, height: number, margin: number): Frame {
    const spanX = Math.max(box.x1 - box.x0, Number.MIN_VALUE);
    const spanY = Math.max(box.y1 - box.y0, Number.MIN_VALUE);
    const free = (size: number) => Math.max(size - 2 * margin, 10);
    const scale = Math.min(free(width) / spanX, free(height) / spanY);
    return new Frame((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, Number.isFinite(scale) ? scale : 1, width, height);
  }

  px(x: number): number {
    return this.width / 2 + (x - this.centerX) * this.scale;
  }

  py(y: number): number {
    return this.height / 2 - (y - this.centerY) * this.scale;
  }

  x(px: number): number {
    return this.centerX + (px - this.width / 2) / this.scale;
  }

  y(py: number): number {
    return this.centerY - (py - this.height / 2) / this.scale;
  }

  /** Whether all of the box is in the window. */
  holds(box: Box): boolean {
    return this.px(box.x0) >= 0 && this.px(box.x1) <= this.width && this.py(box.y1) >= 0 && this.py(box.y0) <= this.height;
  }

  /** Same place and scale for another size of canvas. */
  resized(width: number, height: number): Frame {
    return new Frame(this.centerX, this.centerY, this.scale, width, height);
  }

  /** Zoomed so that the point under (px, py) stays there. */
  zoomed(factor: number, px = this.width / 2, py = this.height / 2): Frame {
    const scale = Math.min(Math.max(this.scale * factor, 1e-290), 1e290);
    return new Frame(
      this.x(px) - (px - this.width / 2) / scale,
      this.y(py) + (py - this.height / 2) / scale,
      scale,
      this.width,
      this.height,
    );
  }

  /** Moved with the pointer. */
  panned(dx: number, dy: number): Frame {
    return new Frame(
      this.centerX - dx / this.scale, this.centerY + dy / this.scale, this.scale, this.width, this.height);
  }

  /** A round distance that is well seen, of which the hand moves things by parts. */
  get step(): number {
    return roundAbove(STEP_PIXELS / this.scale);
  }
}

/** Grid lines with their numbers, the axes a little stronger. */
export function drawGrid(
  c: CanvasRenderingContext2D, frame: Frame, colors: Colors, xName: string, yName: string, suffix = '',
) {
  c.lineWidth = 1;
  c.font = `12px ${colors.font}`;
  for (const vertical of [true, false]) {
    const lines = vertical
      ? ticks(frame.x(0), frame.x(frame.width), frame.width / TICK_PIXELS)
      : ticks(frame.y(frame.height), frame.y(0), frame.height / TICK_PIXELS);
    for (const value of lines.values) {
      const at = Math.round(vertical ? frame.px(value) : frame.py(value)) + 0.5;
      c.strokeStyle = value === 0 ? colors.soft : colors.line;
      c.globalAlpha = value === 0 ? 0.55 : 1;
      c.beginPath();
      c.moveTo(vertical ? at : 0, vertical ? 0 : at);
      c.lineTo(vertical ? at : frame.width, vertical ? frame.height : at);
      c.stroke();
      c.globalAlpha = 1;
      c.fillStyle = colors.soft;
      if (vertical) {
        if (at > 30 && at < frame.width - 24) {
          c.textAlign = 'center';
          c.fillText(tickText(value, lines.decimals), at, frame.height - 7);
        }
      } else if (at > 32 && at < frame.height - 20) {
        c.textAlign = 'left';
        c.fillText(tickText(value, lines.decimals) + (value === 0 ? '' : suffix), 6, at - 4);
      }
    }
  }
  c.fillStyle = colors.soft;
  c.font = `italic 12px ${colors.font}`;
  c.textAlign = 'right';
  c.fillText(xName, frame.width - 6, frame.height - 7);
  c.textAlign = 'left';
  c.fillText(yName, 6, 15);
  c.font = `12px ${colors.font}`;
}

function tickText(value: number, count: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1e5 || size < 1e-3 ? scientific(value, 1).replace('.0e', 'e') : decimals(value, count);
}
