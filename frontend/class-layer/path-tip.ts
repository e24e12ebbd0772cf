/** What is told of a class's trajectory that is looked at. */
import { html } from 'lit';
import { pathInWords, type ClassPath } from './class-paths';

const WIDEST = 200;
const HIGHEST = 70;

/** The tip beside a place in pixels, on the side where there is room. */
export function renderPathTip(
  path: ClassPath, count: number, { x, y }: { x: number; y: number }, width: number,
) {
  const aside = x < width - WIDEST ? '14px' : 'calc(-100% - 14px)';
  const up = y < HIGHEST ? '10px' : 'calc(-100% - 10px)';
  const { name, end } = pathInWords(path, count);
  return html`<div class="tip" style="transform: translate(${x}px, ${y}px) translate(${aside}, ${up})">
    <b>${name}</b><br>${end}</div>`;
}
