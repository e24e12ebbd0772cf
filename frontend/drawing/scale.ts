/** How the values of an axis become places along it. */
export interface Scale {
  (value: number): number;
  readonly low: number;
  readonly high: number;
}

export type Span = readonly [number, number];

/** In proportion to the values. */
export function linear([low, high]: Span, places: Span): Scale {
  const place = between(low, high, places);
  return Object.assign((value: number) => place(value), { low, high });
}

/** In proportion to their logarithms; NaN for what has none. */
export function logarithmic([low, high]: Span, places: Span): Scale {
  const place = between(Math.log(low), Math.log(high), places);
  return Object.assign((value: number) => place(Math.log(value)), { low, high });
}

/** The powers of ten about a range. */
export function decadesAbout([low, high]: Span): Span {
  return [powerOfTen(Math.floor(Math.log10(low))), powerOfTen(Math.ceil(Math.log10(high)))];
}

/** By way of text: 10 ** -3 would not be the double that "0.001" is everywhere. */
export function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

/** Where low and high are one, all is in the middle. */
function between(low: number, high: number, [from, to]: Span): (value: number) => number {
  const way = high - low;
  return (value) => {
    const share = way === 0 ? 0.5 : (value - low) / way;
    return from * (1 - share) + to * share;
  };
}
