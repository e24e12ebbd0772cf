/**
 * The color of pointer and pen: a yellow as no optimizer has it, for eyes that see less red and green either, with a dark
 * edge that tells it from light ground.
 */

export interface InkColor {
  line: string;
  halo: string;
}

const LIGHT: InkColor = { line: '#ffe600', halo: '#20242b' };
const DARK: InkColor = { line: '#ffff00', halo: '#05070a' };

export function inkColor(dark: boolean): InkColor {
  return dark ? DARK : LIGHT;
}
