/** Why a step went where it went, in plain words: each sentence states only what its numbers bear out. */
import { termOf, valueOf, type Anatomy } from '../race/anatomy';
import type { Series } from '../race/trace';
import { plain } from '../numbers/numbers';

const X = ['x\u2081', 'x\u2082'];
/** Notable from this ratio on. */
const APART = 1.25;
/** Ratios this close to 1 are told as equal. */
const EQUAL = 0.05;
/** A coordinate of the gradient with less of the other's size is next to nothing. */
const SEEN = 0.01;
/** Degrees from which a direction is another one. */
const TURNED = 3;

/** The sentences about a step, most telling first. */
export function wordsOf(anatomy: Anatomy, series: Series): string[] {
  return [direction(anatomy), rates(anatomy), shrunk(anatomy, series), past(anatomy), curvature(anatomy), memory(anatomy)]
    .filter((sentence) => sentence !== undefined);
}

function pair(anatomy: Anatomy, role: 'gradient' | 'step'): [number, number] {
  const term = role === 'gradient' ? anatomy.terms.find((one) => one.role === role) : termOf(anatomy, role);
  return term ? [valueOf(term, 0), valueOf(term, 1)] : [NaN, NaN];
}

/** How far the step is off the direction of steepest descent, in degrees. */
export function direction(anatomy: Anatomy): string | undefined {
  const [g1, g2] = pair(anatomy, 'gradient');
  const [d1, d2] = pair(anatomy, 'step');
  const size = Math.hypot(g1, g2) * Math.hypot(d1, d2);
  if (!(size > 0)) return d1 === 0 && d2 === 0 ? 'The step is 0: it stays where it is.' : undefined;
  const angle = (Math.acos(Math.min(1, Math.max(-1, (-g1 * d1 - g2 * d2) / size))) * 180) / Math.PI;
  if (angle < TURNED) return 'The step goes straight down the slope, against the gradient.';
  return `The step points ${plain(angle, 2)}\u00b0 away from straight down the slope.`;
}

/** What different rates do to the direction. */
export function rates(anatomy: Anatomy): string | undefined {
  const rate = termOf(anatomy, 'rate');
  if (!rate || rate.values.length < 2) return undefined;
  const [steep, flat] = Math.abs(rate.values[0]) < Math.abs(rate.values[1]) ? [0, 1] : [1, 0];
  const ratio = rate.values[flat] / rate.values[steep];
  if (!(ratio >= APART) || !Number.isFinite(ratio)) return undefined;
  const g = pair(anatomy, 'gradient');
  const d = pair(anatomy, 'step');
  const slopes = Math.abs(g[steep] / g[flat]);
  const moves = Math.abs(d[steep] / d[flat]);
  const text = `Its rate along ${X[flat]} is ${plain(ratio, 2)} times that along ${X[steep]}`;
  // A gradient that is next to nothing in one direction says nothing of what the rates do.
  if (anatomy.chain.length > 0 || !(slopes > SEEN && slopes < 1 / SEEN)) return `${text}.`;
  const made = Math.abs(moves - 1) < EQUAL ? 'as long along both' : `${plain(moves, 2)} times as long there`;
  return `${text}: a gradient ${plain(slopes, 2)} times as large along ${X[steep]} as along ${X[flat]} makes a step ${made}.`;
}

/** How a rate has changed since the run's first step, with what has made it so. */
export function shrunk(anatomy: Anatomy, series: Series): string | undefined {
  const rate = termOf(anatomy, 'rate');
  if (anatomy.stage > 0 || anatomy.step < 2 || !rate || rate.values.length < 2) return undefined;
  const since = (i: number) => series.at(anatomy.step, `rate${i + 1}`) / series.at(1, `rate${i + 1}`);
  const i = Math.abs(Math.log(since(0))) >= Math.abs(Math.log(since(1))) ? 0 : 1;
  const factor = since(i);
  if (!Number.isFinite(factor) || (factor <= APART && factor >= 1 / APART)) return undefined;
  // Where an average is corrected first, it is not by itself what the rate is divided by.
  const divided = anatomy.terms.some(({ role }) => role === 'correction') ? undefined
    : anatomy.terms.find(({ role, symbol }) => role === 'memory' && symbol === 's');
  const [before, now] = [series.at(1, `s${i + 1}`), series.at(anatomy.step, `s${i + 1}`)];
  const verb = factor < 1 ? 'shrunk' : 'grown';
  const text = `The rate along ${X[i]} has ${verb} to ${plain(factor, 2)} times that of step 1`;
  const grew = now > before;
  // Only where s has gone the other way has it made the rate so.
  return divided && Number.isFinite(before) && Number.isFinite(now) && grew === factor < 1 && now !== before
    ? `${text}, as the ${divided.meaning} there has ${grew ? 'grown' : 'fallen'} from ${plain(before)} to ${plain(now)}.` : `${text}.`;
}

/** How much of the step is owed to gradients before this one. */
export function past(anatomy: Anatomy): string | undefined {
  if (anatomy.chain.length === 0) return undefined;
  const [d1, d2] = pair(anatomy, 'step');
  const square = d1 * d1 + d2 * d2;
  const [own, ...older] = anatomy.chain;
  if (older.length === 0) return 'It is owed to this gradient alone: nothing is remembered yet.';
  if (!(square > 0)) return undefined;
  const share = (own.values[0] * d1 + own.values[1] * d2) / square;
  if (share < 0) return 'Past gradients carry it on: this gradient alone would lead back.';
  if (share > 1) return `Past gradients hold it back: this gradient alone would lead ${plain(share, 2)} times as far.`;
  return `Past gradients make ${plain(100 * (1 - share), 2)} % of its length, this gradient ${plain(100 * share, 2)} %.`;
}

/** Where nothing is remembered and no rate is a coordinate's own, the step is the gradient's. */
export function memory(anatomy: Anatomy): string | undefined {
  const gradients = anatomy.terms.filter(({ role }) => role === 'gradient').length;
  const told = anatomy.terms.some(({ role }) => role === 'memory' || role === 'curvature');
  return told || gradients > 1 ? undefined : 'It remembers nothing: the gradient here decides alone.';
}

/** What Newton's step is made for. */
export function curvature(anatomy: Anatomy): string | undefined {
  if (anatomy.optimizer !== 'newton') return undefined;
  return 'At rate 1 it leads to where the parabola with the slope and the curvature of this point is flat.';
}
