/** What a cloud says, in words. */
import { plain } from '../numbers/numbers';
import type { Band } from './quantiles';

/** How one optimizer's noisy descents end. */
export function cloudInWords(name: string, seeds: number, last: Band | undefined, diverged: number): string {
  const away = diverged === 0 ? '' : diverged === seeds ? `all ${seeds} run away` : `${diverged} of ${seeds} run${diverged === 1 ? 's' : ''} away`;
  if (!last || !Number.isFinite(last.middle)) return `${name}: ${away || 'nothing came'}.`;
  const high = Number.isFinite(last.high) ? `${plain(last.high)}` : 'out of bounds';
  return `${name}: f ends at ${plain(last.middle)} by the median of ${seeds} noises, eight of ten between ${plain(last.low)} and `
    + `${high}${away ? `; ${away}` : ''}.`;
}
