/** Points that a class has clicked: where they lie together, in numbers and in words. */
import { plain, point } from '../numbers/numbers';

export type Point = readonly [number, number];

export interface Truth {
  at: Point;
  label: string;
  /** How far off is right still; 0 where that is not said. */
  within: number;
}

/** The pairs of finite numbers in what the page has set. */
export function pointsOf(raw: unknown): Point[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter((one): one is [number, number] => Array.isArray(one) && one.length === 2
    && Number.isFinite(one[0]) && Number.isFinite(one[1]));
}

/** The point in "x1,x2"; undefined if it is none. Either may be infinite, as where a race diverges. */
export function pointIn(text: string | null | undefined): Point | undefined {
  if (!text) return undefined;
  const numbers = text.split(',').map(Number);
  return numbers.length === 2 && !numbers.some(Number.isNaN) ? [numbers[0], numbers[1]] : undefined;
}

/** Undefined for no points. */
export function meanOf(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  // Each divided first: the sum of a few huge ones is beyond what a double holds.
  return points.reduce<[number, number]>(
    (sum, [x1, x2]) => [sum[0] + x1 / points.length, sum[1] + x2 / points.length], [0, 0]);
}

/** The root of the mean squared distance from a place. */
export function spreadAbout([m1, m2]: Point, points: readonly Point[]): number {
  const root = Math.sqrt(points.length);
  return Math.hypot(...points.map(([x1, x2]) => Math.hypot(x1 - m1, x2 - m2) / root));
}

export function distance([a1, a2]: Point, [b1, b2]: Point): number {
  return Math.hypot(a1 - b1, a2 - b2);
}

/** A cloud in words, by the name of its round if there are two. */
export function cloudInWords(points: readonly Point[], round: string, truth?: Truth): string[] {
  const mean = meanOf(points);
  if (!mean) return [];
  const name = round ? `${round}: ` : '';
  const sentences = points.length === 1
    ? [`${name}1 guess, at ${point(...mean)}.`]
    : [`${name}${points.length} guesses. Their mean is ${point(...mean)}; they lie ${plain(spreadAbout(mean, points))} `
      + 'from it, by the root of the mean square.'];
  if (truth && Number.isFinite(truth.at[0]) && Number.isFinite(truth.at[1])) {
    const nearest = Math.min(...points.map((one) => distance(one, truth.at)));
    sentences.push(points.length === 1
      ? `It is ${plain(nearest)} from the truth.`
      : `The mean is ${plain(distance(mean, truth.at))} from the truth, the nearest guess ${plain(nearest)}.`);
  }
  return sentences;
}

export function truthInWords({ at, label, within }: Truth): string {
  return `The truth${label ? `, ${label},` : ''} is at ${point(...at)}${within > 0 ? `; right is within ${plain(within)} of it` : ''}.`;
}
