/** The palette's marker shapes as far as ApexCharts can draw them, and the same shapes for the key in the table. */
import { lookOf, type Shape } from '../palette/palette';

export type ChartShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'plus' | 'cross' | 'star';

const NEAREST: Record<Shape, ChartShape> = {
  circle: 'circle',
  square: 'square',
  diamond: 'diamond',
  triangle: 'triangle',
  'triangle-down': 'triangle',
  'triangle-left': 'triangle',
  'triangle-right': 'triangle',
  pentagon: 'circle',
  hexagon: 'circle',
  star: 'star',
  plus: 'plus',
  cross: 'cross',
  'bow-tie': 'cross',
  hourglass: 'diamond',
};

/** Paths within -5 to 5. */
const PATHS: Record<ChartShape, string> = {
  circle: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  square: 'M-3.6 -3.6h7.2v7.2h-7.2z',
  diamond: 'M0 -5L5 0L0 5L-5 0z',
  triangle: 'M0 -4.6L4.8 3.8H-4.8z',
  plus: 'M-4 0H4M0 -4V4',
  cross: 'M-3.4 -3.4L3.4 3.4M-3.4 3.4L3.4 -3.4',
  star: 'M0 -5L1.5 -1.6L5 -1.4L2.3 0.9L3.2 4.4L0 2.5L-3.2 4.4L-2.3 0.9L-5 -1.4L-1.5 -1.6z',
};

export function shapeOf(optimizer: string): ChartShape {
  return NEAREST[lookOf(optimizer).shape];
}

export function pathOf(optimizer: string): string {
  return PATHS[shapeOf(optimizer)];
}
