/**
 * The parts of a formula that may stand under each other where they do not fit beside each other: it is parted at each
 * `, \quad` outside of braces and environments.
 */
export function rowsOf(tex: string): string[] {
  const rows: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { index, 0: token } of tex.matchAll(/\\begin|\\end|\\left(?![a-z])|\\right(?![a-z])|\\[{}]|[{}]|,\s*\\quad\s/g)) {
    if (token === '{' || token === '\\begin' || token === '\\left') depth++;
    else if (token === '}' || token === '\\end' || token === '\\right') depth--;
    else if (token.startsWith(',') && depth === 0) {
      rows.push(tex.slice(from, index + 1));
      from = index + token.length;
    }
  }
  return [...rows, tex.slice(from)].map((row) => row.trim());
}
