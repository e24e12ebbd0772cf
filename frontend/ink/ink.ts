/** What a teacher points at and has drawn on a plot, in its coordinates, as the room's stream tells it. */
import type { Window } from '../race/trace';

export type Place = readonly [number, number];

export interface Stroke {
  id: string;
  /** x1 and x2 of each point in turn. */
  points: number[];
}

/** What is new of it. */
export interface InkNews {
  /** The part of the query that names the surface in whose coordinates it is, or what is trained. */
  field: string;
  /** Where is pointed, nowhere if `at` is undefined; undefined if nothing is told of that. */
  aim?: { hand: string; at?: Place };
  /** How many of the strokes that are known stand. */
  keep: number;
  strokes: { id: string; from: number; points: number[] }[];
  /** The part of the plane that the teacher looks at; undefined for all of the race. */
  view?: Window;
}

/** What the names of trainings begin with, whose places are epochs and losses: of a race's surface, x1 and x2. */
const OF_TRAINING = 'training?';

export function isOfTraining(field: string): boolean {
  return field.startsWith(OF_TRAINING);
}

/** The news in an event's data; undefined if they are none, as a newer server's may be to this page. */
export function inkNewsOf(data: string): InkNews | undefined {
  let raw: Partial<Record<keyof InkNews, unknown>> | null;
  try {
    raw = JSON.parse(data) as typeof raw;
  } catch {
    return undefined;
  }
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { field, aim, keep, strokes, view } = raw;
  if (typeof field !== 'string' || !isCount(keep) || !Array.isArray(strokes)) return undefined;
  const parts = strokes.map(partOf);
  if (parts.some((part) => part === undefined)) return undefined;
  return { field, aim: aimOf(aim), keep, strokes: parts as InkNews['strokes'], view: windowOf(view) };
}

function partOf(raw: unknown): InkNews['strokes'][number] | undefined {
  const { id, from, points } = (raw ?? {}) as Partial<Record<'id' | 'from' | 'points', unknown>>;
  return typeof id === 'string' && isCount(from) && isPlaces(points) ? { id, from, points } : undefined;
}

function aimOf(raw: unknown): InkNews['aim'] {
  const { hand, at } = (raw ?? {}) as Partial<Record<'hand' | 'at', unknown>>;
  if (typeof hand !== 'string') return undefined;
  return { hand, at: isPlaces(at) && at.length === 2 ? [at[0], at[1]] : undefined };
}

function windowOf(raw: unknown): Window | undefined {
  if (!isPlaces(raw) || raw.length !== 4 || !(raw[0] < raw[1] && raw[2] < raw[3])) return undefined;
  return [raw[0], raw[1], raw[2], raw[3]];
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isPlaces(value: unknown): value is number[] {
  return Array.isArray(value) && value.length % 2 === 0 && value.every(Number.isFinite);
}

/** The strokes that stand. */
export class Ink {
  field = '';
  strokes: readonly Stroke[] = [];
  view?: Window;

  hear({ field, keep, strokes, view }: InkNews): void {
    this.field = field;
    this.view = view;
    const next = this.strokes.slice(0, keep);
    for (const { id, from, points } of strokes) {
      const at = next.findIndex((one) => one.id === id);
      const known = at < 0 ? [] : next[at].points;
      if (2 * from > known.length) continue; // its beginning was never heard of
      const stroke = { id, points: [...known.slice(0, 2 * from), ...points] };
      if (at < 0) next.push(stroke);
      else next[at] = stroke;
    }
    this.strokes = next;
  }
}
