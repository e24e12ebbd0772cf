const SUPERSCRIPTS = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/**
 * A number for reading: a few significant digits, a real minus sign, powers of ten as such. What is rounding beside
 * the scale is 0.
 */
export function shortNumber(value: number, digits = 4, scale = 0): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '\u2013' : value > 0 ? '\u221e' : '\u2212\u221e';
  const size = Math.abs(value);
  if (size === 0 || size < 1e-13 * scale) return '0';
  if (size >= 1e-3 && size < 1e6) return String(Number(value.toPrecision(digits))).replace('-', '\u2212');
  const [mantissa, exponent] = value.toExponential(Math.max(0, digits - 2)).split('e');
  const power = [...exponent.replace('+', '')].map((d) => (d === '-' ? '\u207b' : SUPERSCRIPTS[Number(d)])).join('');
  return `${String(Number(mantissa)).replace('-', '\u2212')}\u00b710${power}`;
}

/** A factor from 0 to 1, which near 1 says by how little it is less. */
export function shortFactor(value: number, digits = 4): string {
  return value > 0.999 && value < 1 ? `1 \u2212 ${shortNumber(1 - value, 2)}` : shortNumber(value, digits);
}

/** A complex number for reading. */
export function shortComplex([re, im]: readonly [number, number], digits = 4, scale = Math.hypot(re, im)): string {
  const real = shortNumber(re, digits, scale);
  const imaginary = shortNumber(Math.abs(im), digits, scale);
  if (imaginary === '0') return real;
  const factor = imaginary === '1' ? 'i' : `${imaginary}\u202fi`;
  if (real === '0') return (im < 0 ? '\u2212' : '') + factor;
  return `${real} ${im < 0 ? '\u2212' : '+'} ${factor}`;
}

/** A complex number as the server reads it, without loss. */
export function exactComplex([re, im]: readonly [number, number]): string {
  if (im === 0) return String(re);
  const imaginary = `${Math.abs(im)}i`;
  if (re === 0) return (im < 0 ? '-' : '') + imaginary;
  return `${re}${im < 0 ? '-' : '+'}${imaginary}`;
}
