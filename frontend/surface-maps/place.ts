/** Which map of a lab is looked at, as the end of its link says: #basins. */
export const MAPS = ['sweep', 'basins', 'heat', 'cloud'] as const;
export type MapName = (typeof MAPS)[number];

export function mapIn(hash: string): MapName {
  return MAPS.find((name) => `#${name}` === hash) ?? 'sweep';
}

/** The usual one is not named. */
export function hashOf(map: MapName): string {
  return map === 'sweep' ? '' : `#${map}`;
}

/** The one that a key leads to from another. */
export function mapBeside(map: MapName, key: string): MapName | undefined {
  const at = MAPS.indexOf(map);
  switch (key) {
    case 'ArrowRight': return MAPS[(at + 1) % MAPS.length];
    case 'ArrowLeft': return MAPS[(at + MAPS.length - 1) % MAPS.length];
    case 'Home': return MAPS[0];
    case 'End': return MAPS[MAPS.length - 1];
    default: return undefined;
  }
}
