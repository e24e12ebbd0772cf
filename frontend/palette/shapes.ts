/**
 * Outlines of the marker shapes as polygons about the origin, sized so that all look equally heavy at the same
 * radius. One source for canvas and SVG alike.
 */
import { roundedTo } from '../numbers/numbers';
import type { Outline, Pressed, Shape } from './palette';

/** What an outline is traced on: a canvas context, a Path2D or anything that takes the same calls. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
}

type Point = readonly [number, number];

const ARM = 0.42;
const REACH = 1.18;
const PLUS: Point[] = [
  [-ARM, -REACH], [ARM, -REACH], [ARM, -ARM], [REACH, -ARM], [REACH, ARM], [ARM, ARM],
  [ARM, REACH], [-ARM, REACH], [-ARM, ARM], [-REACH, ARM], [-REACH, -ARM], [-ARM, -ARM],
];
const TRIANGLE: Point[] = [[0, -1.3], [1.2, 0.9], [-1.2, 0.9]];
const BOW_TIE: Point[] = [[-1.2, -1], [0, -0.25], [1.2, -1], [1.2, 1], [0, 0.25], [-1.2, 1]];

const POLYGONS: Record<Outline, Point[]> = {
  circle: regular(32, 1),
  square: [[-0.92, -0.92], [0.92, -0.92], [0.92, 0.92], [-0.92, 0.92]],
  diamond: [[0, -1.35], [1.2, 0], [0, 1.35], [-1.2, 0]],
  triangle: TRIANGLE,
  'triangle-down': TRIANGLE.map(([x, y]) => [x, -y]),
  'triangle-left': TRIANGLE.map(([x, y]) => [y, x]),
  'triangle-right': TRIANGLE.map(([x, y]) => [-y, x]),
  pentagon: regular(5, 1.15),
  hexagon: regular(6, 1.1),
  star: spiked(5, 1.45, 0.62),
  plus: PLUS,
  cross: PLUS.map(([x, y]) => turn(x, y, Math.PI / 4)),
  'bow-tie': BOW_TIE,
  hourglass: BOW_TIE.map(([x, y]) => [y, x]),
};

const THIN = 0.5;
const LONG = 1.45;
const PRESSES: Record<Pressed, (point: Point) => Point> = {
  narrow: ([x, y]) => [THIN * x, LONG * y],
  flat: ([x, y]) => [LONG * x, THIN * y],
  aslant: ([x, y]) => turn(THIN * x, LONG * y, Math.PI / 4),
};

/** Traces a shape about (x, y); the caller fills or strokes it. */
export function traceShape(pen: Pen, shape: Shape, x: number, y: number, radius: number): void {
  if (shape === 'circle') {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  } else {
    cornersOf(shape).forEach(([px, py], i) => {
      if (i === 0) pen.moveTo(x + radius * px, y + radius * py);
      else pen.lineTo(x + radius * px, y + radius * py);
    });
  }
  pen.closePath();
}

/** The shape about the origin as the `d` of an SVG path. */
export function svgPath(shape: Shape, radius: number): string {
  if (shape === 'circle') {
    return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
  }
  return `M${cornersOf(shape).map(([x, y]) => `${roundedTo(radius * x, 2)} ${roundedTo(radius * y, 2)}`).join('L')}Z`;
}

const CORNERS = new Map<Shape, Point[]>();

function cornersOf(shape: Shape): Point[] {
  let corners = CORNERS.get(shape);
  if (!corners) {
    const [outline, pressed] = shape.split(' ') as [Outline, Pressed | undefined];
    corners = pressed ? POLYGONS[outline].map(PRESSES[pressed]) : POLYGONS[outline];
    CORNERS.set(shape, corners);
  }
  return corners;
}

function regular(corners: number, radius: number): Point[] {
  return Array.from({ length: corners }, (_, i) => turn(0, -radius, (2 * Math.PI * i) / corners));
}

function spiked(spikes: number, outer: number, inner: number): Point[] {
  return Array.from({ length: 2 * spikes }, (_, i) => turn(0, i % 2 ? -inner : -outer, (Math.PI * i) / spikes));
}

function turn(x: number, y: number, angle: number): Point {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}
