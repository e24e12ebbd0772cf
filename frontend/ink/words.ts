/** What a teacher has drawn, for those who do not see it. */
export function inkInWords(strokes: readonly unknown[]): string[] {
  if (strokes.length === 0) return [];
  return [`The teacher has drawn ${strokes.length === 1 ? 'a stroke' : `${strokes.length} strokes`} on the plot.`];
}
