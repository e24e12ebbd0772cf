/** A place on a picture: in shares of its width, from its left and upper edge, so that a circle is one. */
export interface Spot {
  x: number;
  y: number;
}

/** How far a key moves it. */
export const STEP = 0.01;

const DIGITS = 1e4;

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS;
}

/** The place on a picture of that shape (its height by its width) that is nearest. */
export function within(spot: Spot, shape: number): Spot {
  return { x: rounded(Math.min(1, Math.max(0, spot.x))), y: rounded(Math.min(shape, Math.max(0, spot.y))) };
}

/** Where a key moves a place; nothing if it is none that does. */
export function moved(spot: Spot, key: string, far: boolean, shape: number): Spot | undefined {
  const step = far ? 10 * STEP : STEP;
  const by: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const move = by[key];
  return move && within({ x: spot.x + move[0], y: spot.y + move[1] }, shape);
}

/** In words. */
export function spoken(spot: Spot, shape: number): string {
  return `${Math.round(100 * spot.x)} % from the left, ${Math.round(100 * spot.y / shape)} % from the top`;
}
