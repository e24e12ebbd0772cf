/** Which cloud is asked for of a race. */
export const SEEDS = 50;
/** Rows of a seed, about: as many as a chart tells apart. */
const ROWS = 60;

export function noiseOf(query: string): number {
  return Number(/(?:^|&)noise=([^&]*)/.exec(query)?.[1] ?? 0);
}

export function cloudQuery(query: string, steps: number): string {
  return `${query}&seeds=${SEEDS}&every=${Math.max(1, Math.ceil(steps / ROWS))}`;
}
