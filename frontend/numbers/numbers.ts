/** Numbers as people read them: a true minus, as many digits as help, scientific when tiny or huge. */

const MINUS = '\u2212';
const NONE = '\u2013';
const TINY = 5e-4;
const HUGE = 1e5;
const SUPERSCRIPTS: Record<string, string> = {
  '-': '\u207b', 0: '\u2070', 1: '\u00b9', 2: '\u00b2', 3: '\u00b3', 4: '\u2074',
  5: '\u2075', 6: '\u2076', 7: '\u2077', 8: '\u2078', 9: '\u2079',
};

/**
 * A number for a table: three decimals, fewer from 100 on, and `1e\u22124` when three decimals would say nothing, with
 * as many decimals in front as asked.
 */
export function tabular(value: number | null | undefined, mantissaDecimals = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return boundless(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < TINY || size >= HUGE) return scientific(value, mantissaDecimals);
  return decimals(value, size >= 1000 ? 0 : size >= 100 ? 1 : 3);
}

/** A number for a sentence: the given significant digits, no idle zeros. */
export function plain(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return boundless(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e5) {
    const [mantissa, exponent] = value.toExponential(Math.max(0, digits - 1)).split('e');
    const factor = Number(mantissa);
    const power = `10${superscript(Number(exponent))}`;
    return factor === 1 ? power : factor === -1 ? MINUS + power : `${signed(String(factor))}\u00b7${power}`;
  }
  return signed(String(rounded(value, digits)));
}

/** A number where there is little room, as on axes: four significant digits, no idle zeros, or `1.20e\u22125`. */
export function compact(value: number): string {
  if (!Number.isFinite(value)) return boundless(value);
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-4 || size >= 1e6) ? scientific(value, 2) : signed(String(rounded(value, 4)));
}

/** A mantissa with so many decimals, and a power of ten: 1.2e\u22125. */
export function scientific(value: number, mantissaDecimals: number): string {
  return signed(value.toExponential(mantissaDecimals).replace('e+', 'e'));
}

/** A number with a fixed count of decimals, idle zeros too: what stands in a column, or changes while it is read. */
export function decimals(value: number, count: number): string {
  return signed(value.toFixed(count));
}

/** A number with a fixed count of decimals and no idle zeros: coordinates and axis ticks. */
export function fixed(value: number, most: number): string {
  const text = value.toFixed(Math.min(Math.max(most, 0), 12));
  return signed(Number(text) === 0 ? '0' : text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}

/** A point as it is said aloud and shown: (\u22125, \u22122). */
export function point(x1: number, x2: number): string {
  return `(${plain(x1, 4)}, ${plain(x2, 4)})`;
}

/** 10\u207b\u2074 for -4. */
export function powerOfTen(exponent: number): string {
  return `10${superscript(exponent)}`;
}

/** The number that so many significant digits say. */
export function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** The number that so many decimals say; never a negative zero. */
export function roundedTo(value: number, count: number): number {
  return Number(value.toFixed(count)) + 0;
}

function boundless(value: number | null | undefined): string {
  return value === Infinity ? '\u221e' : value === -Infinity ? `${MINUS}\u221e` : NONE;
}

function superscript(whole: number): string {
  return [...String(whole)].map((digit) => SUPERSCRIPTS[digit] ?? digit).join('');
}

function signed(text: string): string {
  return text.replace(/-/g, MINUS);
}
