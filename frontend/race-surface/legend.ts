/** Which line is whose: it stands over the plot, where it covers nothing, and stays. */
import { html, nothing } from 'lit';
import '../descent-marker/descent-marker';
import { plain } from '../numbers/numbers';
import type { Entry } from '../paper/printed';
import type { Series, SeriesHeader, Trace } from '../race/trace';

/** @param pick what a click on one does, for the pointer; whoever has this offers it to the keyboard elsewhere */
export function renderRuns(trace: Trace | undefined, pinned: string | undefined, pick?: (series: number) => void) {
  if (!trace) return nothing;
  return html`<ul class="runs" aria-label="Optimizers of this race">${trace.series.map((series, i) => html`
    <li class=${pick ? 'picks' : nothing} @click=${() => pick?.(i)}>
    <descent-marker line optimizer=${series.header.optimizer} appearance=${series.appearance}></descent-marker>
    <span>${titleOf(trace, series)}${detail(series.header)}
    </span></li>`)}
    ${pinned ? html`<li class="pinned"><svg viewBox="0 0 34 17" aria-hidden="true"><path d="M1 8.5h32"/></svg><span>${pinned}</span></li>` : nothing}</ul>`;
}

/** The same for paper. */
export function entriesOf(trace: Trace): Entry[] {
  return trace.series.map((series) => ({
    name: [titleOf(trace, series), detailOf(series.header)].filter(Boolean).join(' '),
    optimizer: series.header.optimizer,
    appearance: series.appearance,
  }));
}

/** The rate follows: only optimizers of one title and one rate need a number besides. */
function titleOf(trace: Trace, { header }: Series): string {
  const twins = trace.series.filter((one) => one.header.title === header.title && one.header.lr === header.lr);
  return twins.length < 2 ? header.title : `${header.title} (${twins.findIndex((one) => one.header === header) + 1})`;
}

/** The rate, where the title does not say it, and where the last of several stages begins. */
function detailOf({ title, lr, stages }: SeriesHeader): string {
  const rate = lr === null || title.endsWith(` at ${lr}`) ? '' : plain(lr, 6);
  const from = stages ? `from ${stages[stages.length - 1].from}` : '';
  return [rate, from].filter(Boolean).join(' ');
}

function detail(header: SeriesHeader) {
  const said = detailOf(header);
  return said ? html` <i>${said}</i>` : nothing;
}
