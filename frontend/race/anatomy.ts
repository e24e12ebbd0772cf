/** How a step of a race was computed, as the server tells it; and which step is looked at. */
import type { Trace } from './trace';

export type Role = 'point' | 'gradient' | 'schedule' | 'memory' | 'correction' | 'divisor' | 'rate' | 'direction'
  | 'curvature' | 'step' | 'next';

/** A line of the derivation. */
export interface Term {
  role: Role;
  /** TeX. */
  symbol: string;
  meaning: string;
  /** In symbols, in TeX; empty if it is given and not computed. */
  formula: string;
  /** Whether the symbol stands in the formula for what it was before. */
  updates: boolean;
  /** With numbers put in, and what comes of it: one for each value. */
  numbers: readonly string[];
  /** One for each coordinate, or one for both. */
  values: readonly number[];
}

/** What one gradient, or all older ones, adds to the step by way of a remembered sum. */
export interface Link {
  step: number;
  older: boolean;
  values: readonly [number, number];
}

export interface Anatomy {
  run: string;
  series: number;
  step: number;
  stage: number;
  optimizer: string;
  terms: readonly Term[];
  /** Newest first. */
  chain: readonly Link[];
}

/** Without a step of its own it is the shown one. */
export interface Looked {
  series: number;
  step?: number;
}

/** The step that is looked at: the one that led to the shown point, at the start the first one; undefined without any. */
export function stepLookedAt(trace: Trace | undefined, looked: Looked, shown: number): number | undefined {
  const series = trace?.series[looked.series];
  if (!series || series.lastStep < 1) return undefined;
  return Math.min(Math.max(1, looked.step ?? shown), series.lastStep);
}

/** The last line of a role. */
export function termOf(anatomy: Anatomy, role: Role): Term | undefined {
  return anatomy.terms.findLast((term) => term.role === role);
}

/** A line's value in a coordinate, from 0. */
export function valueOf(term: Term, coordinate: number): number {
  return term.values[term.values.length === 1 ? 0 : coordinate];
}

/** What the server is asked: a race's query, and which step. */
export function anatomyQuery(query: string, series: number, step: number): string {
  return `${query}&series=${series}&step=${step}`;
}
