/** Draws a panel of a diagram. Takes arrays and a context, knows no state. */
import { plain, powerOfTen } from '../numbers/numbers';
import { colorOf, lookOf } from '../palette/palette';
import { traceShape } from '../palette/shapes';
import type { Colors } from '../drawing/painter';
import { placesOf, scalesOf, spotsOf, type Curve, type Panel, type Room, type Scales } from './diagram';

const MARGIN = { left: 50, right: 14, top: 24, bottom: 42 };
const TICK = 64;
const DOT = 4.6;
const SMALL_DOT = 2.6;
/** From so many dots on they are a cloud. */
const CLOUD = 40;

export function drawPanel(c: CanvasRenderingContext2D, panel: Panel, width: number, height: number, colors: Colors) {
  const room: Room = {
    left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom,
  };
  const scales = scalesOf(panel, room);
  drawAxes(c, panel, scales, colors);
  c.save();
  c.beginPath();
  c.rect(room.left - 6, room.top - 6, room.right - room.left + 12, room.bottom - room.top + 12);
  c.clip();
  for (const curve of panel.curves) {
    if (curve.style === 'DOTS') drawDots(c, curve, scales, colors);
    else drawLine(c, curve, scales, colors);
  }
  c.restore();
}

export function inkOf(look: string, colors: Colors): string {
  return look ? colorOf(look, colors.dark) : colors.soft;
}

function tickText(value: number, log: boolean): string {
  if (!log || (value >= 0.01 && value <= 1000)) return plain(value);
  return powerOfTen(Math.round(Math.log10(value)));
}

function drawAxes(c: CanvasRenderingContext2D, panel: Panel, { room, x, y }: Scales, colors: Colors) {
  c.font = `12px ${colors.font}`;
  c.lineWidth = 1;
  c.strokeStyle = colors.line;
  c.fillStyle = colors.soft;
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  for (const value of placesOf(panel.y, (1.6 * (room.bottom - room.top)) / TICK)) {
    const at = Math.round(y(value)) + 0.5;
    stroke(c, room.left, at, room.right, at);
    c.fillText(tickText(value, panel.y.log), room.left - 7, at);
  }
  c.textAlign = 'center';
  c.textBaseline = 'top';
  for (const value of placesOf(panel.x, (room.right - room.left) / TICK)) {
    const at = Math.round(x(value)) + 0.5;
    stroke(c, at, room.top, at, room.bottom + 4);
    c.fillText(tickText(value, panel.x.log), at, room.bottom + 7);
  }
  c.textAlign = 'right';
  c.textBaseline = 'bottom';
  c.fillText(panel.x.name, room.right, room.bottom + MARGIN.bottom - 2);
  c.textAlign = 'left';
  c.textBaseline = 'top';
  c.fillText(panel.y.name, 4, 2);
}

function stroke(c: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number) {
  c.beginPath();
  c.moveTo(x0, y0);
  c.lineTo(x1, y1);
  c.stroke();
}

function drawLine(c: CanvasRenderingContext2D, curve: Curve, scales: Scales, colors: Colors) {
  c.beginPath();
  let pen = false;
  for (const [px, py] of spotsOf(curve, scales)) {
    if (!Number.isFinite(px) || !Number.isFinite(py)) {
      pen = false;
      continue;
    }
    // Far outside nobody sees the difference, and canvases draw badly there.
    const at = Math.min(Math.max(py, -1e4), 1e4);
    if (pen) c.lineTo(px, at);
    else c.moveTo(px, at);
    pen = true;
  }
  c.lineWidth = curve.style === 'DASHED' ? 1.8 : 2.4;
  c.lineJoin = 'round';
  c.strokeStyle = inkOf(curve.look, colors);
  c.setLineDash(curve.style === 'DASHED' ? [6, 4] : []);
  c.stroke();
  c.setLineDash([]);
}

function drawDots(c: CanvasRenderingContext2D, curve: Curve, scales: Scales, colors: Colors) {
  const cloud = curve.x.length > CLOUD;
  const { shape } = lookOf(curve.look);
  c.fillStyle = inkOf(curve.look, colors);
  c.strokeStyle = colors.card;
  c.lineWidth = 1.2;
  c.globalAlpha = cloud ? 0.75 : 1;
  for (const [px, py] of spotsOf(curve, scales)) {
    if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
    c.beginPath();
    traceShape(c, shape, px, py, cloud ? SMALL_DOT : DOT);
    c.fill();
    if (!cloud) c.stroke();
  }
  c.globalAlpha = 1;
}
