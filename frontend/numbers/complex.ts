import { plain } from './numbers';

export type Complex = readonly [number, number];

/** A number for reading; what is rounding beside the scale is 0. */
export function shortNumber(value: number, digits = 4, scale = 0): string {
  return Math.abs(value) < 1e-13 * scale ? '0' : plain(value, digits);
}

/** A factor from 0 to 1, which near 1 says by how little it is less. */
export function shortFactor(value: number, digits = 4): string {
  return value > 0.999 && value < 1 ? `1 \u2212 ${plain(1 - value, 2)}` : plain(value, digits);
}

/** A complex number for reading. */
export function shortComplex([re, im]: Complex, digits = 4, scale = Math.hypot(re, im)): string {
  const real = shortNumber(re, digits, scale);
  const imaginary = shortNumber(Math.abs(im), digits, scale);
  if (imaginary === '0') return real;
  const factor = imaginary === '1' ? 'i' : `${imaginary}\u202fi`;
  if (real === '0') return (im < 0 ? '\u2212' : '') + factor;
  return `${real} ${im < 0 ? '\u2212' : '+'} ${factor}`;
}

/** A complex number as the server reads it, without loss. */
export function exactComplex([re, im]: Complex): string {
  if (im === 0) return String(re);
  const imaginary = `${Math.abs(im)}i`;
  if (re === 0) return (im < 0 ? '-' : '') + imaginary;
  return `${re}${im < 0 ? '-' : '+'}${imaginary}`;
}
