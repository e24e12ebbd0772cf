/**
 * What the numbers of a step mean, in plain words. Each rule states only what the rows bear out; where none applies,
 * nothing is said.
 */
import { plain, point } from '../numbers/numbers';
import { saidAt } from '../race/said';
import type { Series, Trace } from '../race/trace';
import { interrupted } from '../stream/outcome';

export interface Sentence {
  /** Whose it is; undefined if it speaks of all. */
  series?: number;
  text: string;
}

const MOST = 2;
/** Rates differ notably from this ratio on. */
const APART = 1.5;
const LOOK_BACK = 6;
/** Gradients this much larger or smaller after the steps looked back on have grown or shrunk. */
const GROWING = 1.05;
/** The memory of optimizers that divide by the root of squared gradients. */
const SQUARES = 's';
const X = ['x\u2081', 'x\u2082'];

/** The most telling sentences about a step, at most two. */
export function sentencesAt(trace: Trace, step: number): Sentence[] {
  if (trace.series.length === 0 || trace.series.every((series) => series.rows === 0)) return [];
  const said: Sentence[] = [];
  const about = (rule: (series: Series, step: number, name: string) => string | undefined, most: number) => {
    let found = 0;
    trace.series.forEach((series, i) => {
      if (found >= most || said.some((sentence) => sentence.series === i)) return;
      const text = series.rows > 0 ? rule(series, step, trace.nameOf(series)) : undefined;
      if (text) {
        found++;
        said.push({ series: i, text });
      }
    });
  };
  about(diverged, 2);
  // Of what could not take a single step that is said at the start.
  if (step === 0) return said.length > 0 ? said : [atStart(trace)];
  const leading = leader(trace, step);
  for (const rule of [escaping, unequalRates, bouncing, converged]) if (said.length === 0) about(rule, 1);
  if (leading) said.push(leading);
  return said.slice(0, MOST);
}

/** Where all stand, and which direction is the steeper there. */
export function atStart(trace: Trace): Sentence {
  const first = trace.series.find((series) => series.rows > 0)!;
  const [x1, x2, f, g1, g2] = ['x1', 'x2', 'f', 'g1', 'g2'].map((column) => first.at(0, column));
  const where = trace.series.length > 1 ? 'All start' : `${trace.nameOf(first)} starts`;
  const text = `${where} at ${point(x1, x2)}, where f = ${plain(f)}`;
  const [steep, flat] = Math.abs(g1) >= Math.abs(g2) ? [0, 1] : [1, 0];
  const ratio = Math.abs([g1, g2][steep] / [g1, g2][flat]);
  if (!(ratio >= APART) || !Number.isFinite(ratio)) return { text: `${text}.` };
  return { text: `${text}. The slope along ${X[steep]} is ${times(ratio)} as large as along ${X[flat]}.` };
}

/** The server's own words for a series that has run away. */
export function diverged(series: Series, step: number, name: string): string | undefined {
  if (!series.divergedBy(step)) return undefined;
  const message = series.end?.message;
  return message ? `${name} diverged. ${sentenceCase(message)}`
    : `${name} diverged after step ${series.lastStep}; the row shows its last finite state.`;
}

export function converged(series: Series, step: number, name: string): string | undefined {
  if (!series.overAt(step) || !series.end) return undefined;
  const { outcome, message } = series.end;
  if (outcome === 'converged') {
    return message ? `${name}: ${message}`
      : `${name} has converged: at ${point(saidAt(series, step, 'x1'), saidAt(series, step, 'x2'))} the slope is all but zero.`;
  }
  return interrupted(outcome) && message ? `${name}: ${message}` : undefined;
}

/** An optimizer that has given the two coordinates different rates, and whether past gradients are the reason. */
export function unequalRates(series: Series, step: number, name: string): string | undefined {
  if (series.divergedBy(step)) return undefined;
  const rates = [series.at(step, 'rate1'), series.at(step, 'rate2')];
  if (!rates.every((rate) => Number.isFinite(rate) && rate > 0)) return undefined;
  const [small, large] = rates[0] < rates[1] ? [0, 1] : [1, 0];
  const ratio = rates[small] / rates[large];
  if (ratio > 1 / APART) return undefined;
  const text = `${name} takes ${X[small]} at ${plain(ratio, 2)} times its rate on ${X[large]}`;
  const slopes = [0, 1].map((i) => sumOfSquares(series, Math.min(step, series.lastStep), `g${i + 1}`));
  return series.header.memories.includes(SQUARES) && slopes[small] > slopes[large]
    ? `${text}: the gradients along ${X[small]} have been the larger, and that direction pays with a smaller rate.`
    : `${text}.`;
}

/** A coordinate that has jumped over the valley at each of the last steps. */
export function bouncing(series: Series, step: number, name: string): string | undefined {
  const found = jumps(series, step);
  if (!found) return undefined;
  const { axis, growth, farthest } = found;
  // Who jumps farther than a moment ago, yet less far than it once did, has come down after all.
  const trend = growth > GROWING ? `each time farther${farthest ? ': its rate is too large for this direction' : ''}`
    : growth < 1 / GROWING ? 'each time less' : 'no less each time';
  return `${name} jumps to and fro along ${X[axis]}, ${trend}.`;
}

interface Jumps {
  axis: number;
  /** By which factor the gradient has grown over the steps looked back on. */
  growth: number;
  /** Whether the gradient is larger than it ever was. */
  farthest: boolean;
}

/** The coordinate whose gradient has turned at each of the last steps. */
function jumps(series: Series, step: number): Jumps | undefined {
  const last = Math.min(step, series.lastStep);
  if (last < LOOK_BACK || series.overAt(step) && step > last) return undefined;
  let found: Jumps | undefined;
  for (const axis of [0, 1]) {
    const column = `g${axis + 1}`;
    let flips = 0;
    for (let at = last - LOOK_BACK + 1; at <= last; at++) {
      if (series.at(at, column) * series.at(at - 1, column) < 0) flips++;
    }
    const growth = Math.abs(series.at(last, column) / series.at(last - LOOK_BACK, column));
    if (flips === LOOK_BACK && growth > (found?.growth ?? 0)) {
      found = { axis, growth, farthest: isFarthest(series, last, column) };
    }
  }
  return found;
}

function isFarthest(series: Series, last: number, column: string): boolean {
  const now = Math.abs(series.at(last, column));
  for (let at = 0; at < last; at++) if (Math.abs(series.at(at, column)) >= now) return false;
  return true;
}

/** A coordinate that jumps ever farther: what divergence looks like before any bound is crossed. */
export function escaping(series: Series, step: number, name: string): string | undefined {
  const found = jumps(series, step);
  return found && found.farthest && found.growth > GROWING ? bouncing(series, step, name) : undefined;
}

/** Who is lowest, and how much lower than the next. */
export function leader(trace: Trace, step: number): Sentence | undefined {
  const ranked = trace.series
    .map((series, i) => ({ i, series, f: series.divergedBy(step) ? NaN : series.at(step, 'f') }))
    .filter(({ f }) => Number.isFinite(f))
    .sort((one, other) => one.f - other.f)
    .map(({ i, series }) => ({ i, series, f: saidAt(series, step, 'f') }));
  if (ranked.length < 2) return undefined;
  const [best, next] = ranked;
  if (best.f === next.f) return undefined;
  const name = trace.nameOf(best.series);
  const ratio = next.f / best.f;
  let digits = 2;
  while (digits < 6 && plain(best.f, digits) === plain(next.f, digits)) digits++;
  const nextName = trace.nameOf(next.series);
  if (plain(best.f, digits) === plain(next.f, digits)) {
    return { series: best.i, text: `${name} and ${nextName} are level at f = ${plain(best.f, digits)}, as far as six digits tell.` };
  }
  const text = `${name} is lowest, at f = ${plain(best.f, digits)}`;
  // A ratio says something only where the lowest value that can be is about 0.
  return best.f > 0 && ratio >= APART
    ? { series: best.i, text: `${text}; the next, ${nextName}, is ${times(ratio)} as high.` }
    : { series: best.i, text: `${text}; next comes ${nextName}, at ${plain(next.f, digits)}.` };
}

function times(ratio: number): string {
  return `${plain(ratio, 2)} times`;
}

function sumOfSquares(series: Series, last: number, column: string): number {
  let sum = 0;
  // The gradient at the shown point has not acted yet.
  for (let step = 0; step < last; step++) sum += series.at(step, column) ** 2;
  return sum;
}

function sentenceCase(text: string): string {
  const trimmed = text.trim();
  const ended = (/[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`)
    .replace(/\bx([12])\b/g, (_, i: string) => X[Number(i) - 1]);
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}
