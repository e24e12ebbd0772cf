/** A proof's answer: its lines in the order of the places that they were given. */

export interface Placed {
  line: string;
  /** A number; empty where the line is left out. */
  place: string;
}

/** The lines that have a place, by it; one empty field where none has. */
export function fieldsOf(lines: readonly Placed[]): string[] {
  const placed = lines.filter(({ place }) => place !== '');
  const inOrder = [...placed].sort((a, b) => Number(a.place) - Number(b.place));
  return inOrder.length > 0 ? inOrder.map(({ line }) => line) : [''];
}
