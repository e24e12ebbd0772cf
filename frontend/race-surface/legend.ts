/** Which line is whose: it stands over the plot, where it covers nothing, and stays. */
import { html, nothing } from 'lit';
import '../descent-marker/descent-marker';
import { plain } from '../numbers/numbers';
import type { Series, Trace } from '../race/trace';

export function renderRuns(trace: Trace | undefined) {
  if (!trace) return nothing;
  return html`<ul class="runs" aria-label="Optimizers of this race">${trace.series.map((series) => html`<li>
    <descent-marker line optimizer=${series.header.optimizer} appearance=${series.appearance}></descent-marker>
    <span>${titleOf(trace, series)}${series.header.lr === null ? nothing : html` <i>${plain(series.header.lr, 6)}</i>`}
    </span></li>`)}</ul>`;
}

/** The rate follows: only optimizers of one title and one rate need a number besides. */
function titleOf(trace: Trace, { header }: Series): string {
  const twins = trace.series.filter((one) => one.header.title === header.title && one.header.lr === header.lr);
  return twins.length < 2 ? header.title : `${header.title} (${twins.findIndex((one) => one.header === header) + 1})`;
}
