import type { Colors } from './painter';

export interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

const TICK_PIXELS = 48;

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

  /** The round distance between grid lines. */
  get step(): number {
    const raw = TICK_PIXELS / this.scale;
    const power = 10 ** Math.floor(Math.log10(raw));
    const lead = raw / power;
    return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
  }
}

/** Grid lines with their numbers, the axes a little stronger. */
export function drawGrid(
  c: CanvasRenderingContext2D, frame: Frame, colors: Colors, xName: string, yName: string, suffix = '',
) {
  const step = frame.step;
  if (!(step > 0) || !Number.isFinite(step)) return;
  c.lineWidth = 1;
  c.font = `12px ${colors.font}`;
  for (const vertical of [true, false]) {
    const from = Math.ceil((vertical ? frame.x(0) : frame.y(frame.height)) / step);
    const to = Math.floor((vertical ? frame.x(frame.width) : frame.y(0)) / step);
    if (to - from > 200) return; // so far out that neighbouring doubles are farther apart than the lines
    for (let k = from; k <= to; k++) {
      const at = Math.round(vertical ? frame.px(k * step) : frame.py(k * step)) + 0.5;
      c.strokeStyle = k === 0 ? colors.soft : colors.line;
      c.globalAlpha = k === 0 ? 0.55 : 1;
      c.beginPath();
      c.moveTo(vertical ? at : 0, vertical ? 0 : at);
      c.lineTo(vertical ? at : frame.width, vertical ? frame.height : at);
      c.stroke();
      c.globalAlpha = 1;
      c.fillStyle = colors.soft;
      if (vertical) {
        if (at > 30 && at < frame.width - 24) {
          c.textAlign = 'center';
          c.fillText(tickText(k * step, step), at, frame.height - 7);
        }
      } else if (at > 32 && at < frame.height - 20) {
        c.textAlign = 'left';
        c.fillText(tickText(k * step, step) + (k === 0 ? '' : suffix), 6, at - 4);
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

function tickText(value: number, step: number): string {
  const size = Math.abs(value);
  const text = value === 0
    ? '0'
    : size >= 1e5 || size < 1e-3
      ? value.toExponential(1).replace('.0e', 'e').replace('e+', 'e')
      : value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  return text.replaceAll('-', '\u2212');
}
