/** What a map is made of that is chosen in a list. */
import { html, nothing } from 'lit';
import type { Trace } from '../race/trace';

export interface Option {
  value: string;
  text: string;
}

export function renderSelect(label: string, options: readonly Option[], chosen: string, choose: (value: string) => void) {
  return html`<label>${label}<select aria-label=${label} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${options.map(({ value, text }) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
  </select></label>`;
}

/** Of which optimizer a map is, where there are several. */
export function renderRunSelect(trace: Trace | undefined, chosen: number, choose: (run: number) => void) {
  if (!trace || trace.series.length < 2) return nothing;
  return renderSelect(
    'Of',
    trace.series.map((series, i) => ({ value: String(i), text: trace.nameOf(series) })),
    String(chosen),
    (value) => choose(Number(value)),
  );
}
