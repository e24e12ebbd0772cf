/** What the inspector's table shows: which columns, under which names, in which order. */
import type { Trace } from '../race/trace';

export interface Column {
  /** As in the run's rows. */
  name: string;
  /** For reading: x₁. */
  label: string;
  /** For listening: x1, rate 1, memory s 1. */
  spoken: string;
  /** Shown only with all details. */
  detail: boolean;
}

const SUBSCRIPTS = ['\u2081', '\u2082'];

/** The columns of a race; those of a memory come once for all optimizers that keep one of that name. */
export function columnsOf(trace: Trace): Column[] {
  const memories = [...new Set(trace.series.flatMap((series) => series.header.memories))];
  return [
    ...pair('x', 'x', false),
    { name: 'f', label: 'f', spoken: 'f', detail: false },
    ...pair('rate', 'rate ', false),
    ...pair('g', 'gradient ', true),
    ...memories.flatMap((memory) => pair(memory, `memory ${memory} `, true)),
  ].filter((column) => trace.series.some((series) => series.has(column.name)));
}

function pair(name: string, spoken: string, detail: boolean): Column[] {
  return SUBSCRIPTS.map((subscript, i) => ({
    name: `${name}${i + 1}`, label: `${name}${subscript}`, spoken: `${spoken}${i + 1}`, detail,
  }));
}
