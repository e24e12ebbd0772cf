/** What is told of a class's trajectory that is looked at. */
import { html } from 'lit';
import { toX, toY, type Viewport } from '../race-surface/viewport';
import { pathInWords, type ClassPath } from './class-paths';

const WIDEST = 200;
const HIGHEST = 70;

/** The tip beside the place that is looked at, else beside the path's end, on the side where there is room. */
export function renderPathTip(path: ClassPath, count: number, viewport: Viewport, at?: { x: number; y: number }) {
  const { width, height } = viewport;
  const [x1, x2] = path.points.slice(-2);
  const x = at?.x ?? within(toX(viewport, x1), width);
  const y = at?.y ?? within(toY(viewport, x2), height);
  const aside = x < width - WIDEST ? '14px' : 'calc(-100% - 14px)';
  const up = y < HIGHEST ? '10px' : 'calc(-100% - 10px)';
  const { name, end } = pathInWords(path, count);
  return html`<div class="tip" style="transform: translate(${x}px, ${y}px) translate(${aside}, ${up})">
    <b>${name}</b><br>${end}</div>`;
}

function within(pixels: number, size: number): number {
  return Math.min(Math.max(pixels, 0), size);
}
