/** What ApexCharts, which knows but some of the palette's shapes and none of its dashes, draws of a run's line. */
import type { Look } from './palette';
import { svgPath } from './shapes';

/** About so many along a line. */
const MARKERS = 5;
const HEAD = 6.4;
const MARK = 5.2;
const RIM = 0.8;

export interface MarkedLine {
  look: Look;
  color: string;
  points: readonly (readonly [number, number | null])[];
}

/** Dash patterns as ApexCharts hands them on to the page. Its types ask for one length alone. */
export function chartDashes(looks: readonly Look[]): number[] {
  return looks.map(({ dash }) => dash.join(' ') || 0) as number[];
}

/**
 * A few markers along each line, and one at its head: lines are told apart without color.
 *
 * @param low heights outside low to high are off the chart
 */
export function chartMarks(
  lines: readonly MarkedLine[], low: number, high: number, card: string, size = 1,
): PointAnnotations[] {
  return lines.flatMap(({ look: { shape, hollow }, color, points }, index) => {
    const last = points.length - 1;
    const at = new Set([last]);
    // Shifted by line, so that markers on lines that run together do not hide each other.
    const every = Math.max(1, Math.ceil(last / MARKERS));
    for (let i = (index * Math.ceil(every / 3)) % every; i < last; i += every) at.add(i);
    return [...at].flatMap((i) => {
      const [x, y] = points[i] ?? [0, null];
      if (y === null || !(y >= low && y <= high)) return [];
      const radius = size * ((i === last ? HEAD : MARK) - (hollow ? RIM : 0));
      return [{
        x,
        y,
        marker: { size: 0 },
        // ApexCharts' types leave this out.
        customSVG: {
          SVG: `<path d="${svgPath(shape, radius)}" fill="${hollow ? card : color}" stroke="${color}" `
            + `stroke-width="${hollow ? 2 * size : 0}"/>`,
          cssClass: 'mark',
          offsetX: 0,
          offsetY: 0,
        },
      }];
    });
  });
}
