/** Everyone's trajectories, as the server answers them: bounded, and ranked by the objective at their ends. */
import { plain } from '../numbers/numbers';
import { ENDS } from '../stream/outcome';

export const MOST_PATHS = 500;
export const MOST_POINTS = 200;

export interface ClassPath {
  id: number;
  /** Undefined where the class is anonymous. */
  name?: string;
  /** x1, x2, x1, x2, ... */
  points: Float64Array;
  /** The objective at the end; NaN where it is not known. */
  f: number;
  diverged: boolean;
  emphasis: boolean;
  /** From 1, the best; equals share one. Undefined without a finite f, and for what has diverged. */
  rank?: number;
  /** Where in the ranking, from 0 to 1. */
  share: number;
}

/** The paths of an answer, the best first. Throws if it is no such answer. */
export function pathsOf(answer: unknown): ClassPath[] {
  const raw = (answer as { paths?: unknown } | null)?.paths;
  if (!Array.isArray(raw)) throw new Error('The answer has no paths.');
  const paths = raw.slice(0, MOST_PATHS).map(pathOf).filter((path) => path !== undefined);
  const ranked = paths.filter(({ f, diverged }) => !diverged && Number.isFinite(f)).sort((a, b) => a.f - b.f);
  const others = paths.filter((path) => !ranked.includes(path));
  ranked.forEach((path, i) => {
    path.rank = i > 0 && ranked[i - 1].f === path.f ? ranked[i - 1].rank : i + 1;
    path.share = ranked.length > 1 ? ((path.rank ?? 1) - 1) / (ranked.length - 1) : 0;
  });
  return [...ranked, ...others];
}

function pathOf(raw: unknown): ClassPath | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { id, name, points, f, diverged, emphasis } = raw as Record<string, unknown>;
  if (!Number.isInteger(id) || !Array.isArray(points)) return undefined;
  const values = flat(points);
  if (values.length === 0) return undefined;
  return {
    id: id as number,
    name: typeof name === 'string' && name !== '' ? name : undefined,
    points: values,
    f: typeof f === 'number' ? f : NaN,
    diverged: diverged === true,
    emphasis: emphasis === true,
    share: 1,
  };
}

/** The points up to the first that is none. */
function flat(points: readonly unknown[]): Float64Array {
  const values: number[] = [];
  for (const one of points.slice(0, MOST_POINTS)) {
    if (!Array.isArray(one) || !Number.isFinite(one[0]) || !Number.isFinite(one[1])) break;
    values.push(one[0] as number, one[1] as number);
  }
  return Float64Array.from(values);
}

/** Who it is and how it went, as a tip and a slider say it. */
export function pathInWords(path: ClassPath, count: number): { name: string; end: string } {
  const place = path.rank === undefined ? '' : `rank ${path.rank} of ${count}`;
  const name = path.name ?? (place || 'A path');
  const end = path.diverged ? ENDS.diverged.clause : Number.isNaN(path.f) ? 'no f yet' : `f = ${plain(path.f)}`;
  return { name: path.name && place ? `${name}, ${place}` : name, end };
}

/** All of them in words. */
export function pathsInWords(paths: readonly ClassPath[]): string[] {
  if (paths.length === 0) return [];
  const ranked = paths.filter(({ rank }) => rank !== undefined);
  const lost = paths.filter(({ diverged }) => diverged).length;
  const sentences = [`${count(paths.length, 'path')} of the class.`];
  const named = ({ name, f }: ClassPath) => `${name ? `${name}, ` : ''}f = ${plain(f)}`;
  if (ranked.length > 1) {
    const middle = ranked.length % 2 === 1 ? ranked[(ranked.length - 1) / 2].f
      : ranked[ranked.length / 2 - 1].f / 2 + ranked[ranked.length / 2].f / 2;
    sentences.push(`The best: ${named(ranked[0])}. The median: f = ${plain(middle)}. `
      + `The worst: ${named(ranked[ranked.length - 1])}.`);
  } else if (ranked.length === 1) {
    sentences.push(`It ends at ${named(ranked[0])}.`);
  }
  if (lost > 0) sentences.push(`${count(lost, 'path')} ${lost === 1 ? 'has' : 'have'} diverged.`);
  return sentences;
}

function count(many: number, what: string): string {
  return `${many} ${what}${many === 1 ? '' : 's'}`;
}
