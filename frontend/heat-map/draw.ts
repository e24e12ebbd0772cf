/** Draws a heat map. Takes arrays and a context, knows no state. */
import { rampColor } from '../class-layer/ramp';
import { plain, powerOfTen } from '../numbers/numbers';
import type { Paint } from '../theme/scheme';

export interface HeatPicture {
  columns: number;
  rows: number;
  /** Of each cell, from the lower left: from 0, the best, to 1; undefined where it ran away. */
  shares: readonly (number | undefined)[];
  /** Labels, by place along the axis. */
  across: readonly { place: number; value: number }[];
  up: readonly { place: number; value: number }[];
  nameUp: string;
  /** Places of the race's own settings, of the best and of what is looked at. */
  now?: readonly [number, number];
  best?: readonly [number, number];
  chosen?: readonly [number, number];
  color: string;
  family: string;
}

export interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const FULL = 2 * Math.PI;

export function xOf(room: Room, columns: number, place: number): number {
  return room.left + ((place + 0.5) / columns) * (room.right - room.left);
}

export function yOf(room: Room, rows: number, place: number): number {
  return room.bottom - ((place + 0.5) / rows) * (room.bottom - room.top);
}

export function drawHeat(c: CanvasRenderingContext2D, room: Room, picture: HeatPicture, paint: Paint): void {
  const { columns, rows, shares } = picture;
  const width = (room.right - room.left) / columns;
  const height = (room.bottom - room.top) / rows;
  c.fillStyle = paint.line;
  c.fillRect(room.left, room.top, room.right - room.left, room.bottom - room.top);
  shares.forEach((share, i) => {
    const x = room.left + (i % columns) * width;
    const y = room.bottom - (Math.floor(i / columns) + 1) * height;
    if (share !== undefined) {
      c.fillStyle = rampColor(share, paint.dark);
      c.fillRect(x, y, width + 0.5, height + 0.5);
    } else {
      c.strokeStyle = paint.soft;
      c.lineWidth = 1;
      c.beginPath();
      c.moveTo(x, y + height);
      c.lineTo(x + width, y);
      c.stroke();
    }
  });
  drawLabels(c, room, picture, paint);
  const spot = (place: readonly [number, number]): [number, number] => [xOf(room, columns, place[0]), yOf(room, rows, place[1])];
  if (picture.best) drawRing(c, ...spot(picture.best), 5, 2, '#fff', '#000');
  if (picture.now) drawNow(c, ...spot(picture.now), picture.color);
  if (picture.chosen) {
    const [x, y] = spot(picture.chosen);
    c.lineWidth = 2;
    c.strokeStyle = paint.ink;
    c.strokeRect(x - width / 2 - 1, y - height / 2 - 1, width + 2, height + 2);
  }
}

function drawLabels(c: CanvasRenderingContext2D, room: Room, { columns, rows, across, up, nameUp, family }: HeatPicture, paint: Paint): void {
  c.font = `12px ${family}`;
  c.fillStyle = paint.soft;
  c.textAlign = 'center';
  c.textBaseline = 'top';
  for (const { place, value } of across) c.fillText(labelOf(value), xOf(room, columns, place), room.bottom + 5);
  c.fillText('learning rate', (room.left + room.right) / 2, room.bottom + 20);
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  for (const { place, value } of up) c.fillText(labelOf(value), room.left - 6, yOf(room, rows, place));
  c.textAlign = 'left';
  c.textBaseline = 'bottom';
  c.fillText(nameUp, 2, room.top - 5);
}

function labelOf(value: number): string {
  const exponent = Math.log10(value);
  return value > 0 && (value < 1e-3 || value > 1e3) && Math.abs(exponent - Math.round(exponent)) < 1e-6
    ? powerOfTen(Math.round(exponent)) : plain(value, 4);
}

/** White within black, seen on any color. */
function drawRing(c: CanvasRenderingContext2D, x: number, y: number, radius: number, width: number, inner: string, outer: string): void {
  c.beginPath();
  c.arc(x, y, radius, 0, FULL);
  c.lineWidth = width + 2;
  c.strokeStyle = outer;
  c.stroke();
  c.lineWidth = width;
  c.strokeStyle = inner;
  c.stroke();
}

/** Cross hairs on what the race has. */
function drawNow(c: CanvasRenderingContext2D, x: number, y: number, color: string): void {
  c.beginPath();
  c.arc(x, y, 7, 0, FULL);
  c.fillStyle = color;
  c.fill();
  drawRing(c, x, y, 7, 2, '#fff', '#000');
}
