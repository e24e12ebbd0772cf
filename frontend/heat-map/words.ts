/** What a heat map says, in words. */
import { plain } from '../numbers/numbers';
import { diverged, ENDS } from '../stream/outcome';
import { lowest, roundSetting, type Heat, type HeatChoice, type HeatPoint } from './heat';

export function endInWords(point: HeatPoint): string {
  if (diverged(point)) return ENDS.diverged.word;
  return point.f === null ? 'no value' : `f = ${plain(point.f)}`;
}

export function settingsInWords({ key }: HeatChoice, { lr, value }: Pick<HeatPoint, 'lr' | 'value'>): string {
  return `lr = ${plain(roundSetting(lr))}, ${key} = ${plain(roundSetting(value), 4)}`;
}

/** The whole plot in sentences. */
export function heatInWords(heat: Heat, choice: HeatChoice, steps: number): string {
  const best = lowest(heat);
  const away = heat.points.filter(diverged).length;
  const all = heat.points.length;
  const ran = away === 0 ? 'None of them diverges' : away === all ? 'All of them diverge' : `${away} of them diverge${away === 1 ? 's' : ''}`;
  return best === undefined
    ? `After ${steps} steps at ${all} pairs of settings: ${ran.toLowerCase()}.`
    : `Of ${all} pairs of settings, f after ${steps} steps is lowest at ${settingsInWords(choice, heat.points[best])}: `
      + `${endInWords(heat.points[best])}. ${ran}.`;
}
