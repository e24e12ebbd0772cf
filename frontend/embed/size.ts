/** To whom a page in a frame may say how high it is, and what it says. */

export interface Size {
  type: 'descentlab:size';
  height: number;
}

/**
 * The origin to tell, if the page around is one of those that are allowed.
 *
 * @param origins allowed, with blanks between them
 * @param own origin of this page
 * @param around origins of the pages around, the nearest first, where the browser knows them
 * @param referrer address of the page around, if it has said it
 */
export function listener(origins: string, own: string, around: ArrayLike<string> | undefined, referrer: string): string | undefined {
  const origin = around?.[0] ?? originOf(referrer);
  return origin !== undefined && (origin === own || origins.split(' ').includes(origin)) ? origin : undefined;
}

function originOf(address: string): string | undefined {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}

/** What is said of a height: only what the frame does not have yet, so that a frame that follows does not grow for ever. */
export function sizeOf(content: number, frame: number, told: number): Size | undefined {
  const height = Math.ceil(content);
  return height > frame && height !== told ? { type: 'descentlab:size', height } : undefined;
}
