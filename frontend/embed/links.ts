/** Links of a figure in a frame: where its numbers come from, and where the same is in the application. */

const LAB = 'lab/';
const WATCHED = 'stream/watched/';

/** Where the frames are of the run that a lab's link says. */
export function watched(link: string): string {
  return WATCHED + link.slice(LAB.length);
}

/** A link with numbers in the place of the names between braces. */
export function filled(text: string, values: ReadonlyMap<string, number>): string {
  return text.replace(/\{([^{}]*)\}/g, (hole, name: string) => {
    const value = values.get(name);
    return value === undefined ? hole : String(value);
  });
}

/** The query with a start, in the place of the one that it has. */
export function startedAt(query: string, x1: number, x2: number): string {
  const others = query.split('&').filter((pair) => !pair.startsWith('start='));
  return [...others, `start=${x1},${x2}`].join('&');
}
