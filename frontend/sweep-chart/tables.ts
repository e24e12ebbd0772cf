/** The tables of a sweep: each optimizer's best rate, and all points. */
import { html } from 'lit';
import '../descent-marker/descent-marker';
import { plain, tabular } from '../numbers/numbers';
import { saidHeight } from '../race/said';
import { diverged, ENDS } from '../stream/outcome';
import { best, roundRate, type SweepPoint } from './sweep';
import type { Swept } from './swept';

const height = (f: number | null, start: number) => tabular(f === null ? f : saidHeight(f, start), 1);
const cell = (point: SweepPoint, start: number) => (diverged(point) ? ENDS.diverged.word : height(point.f, start));

/** What each optimizer reaches in the race, and at its best rate, which can be picked. */
export function bestRates(swept: Swept, pick: (series: number, lr: number) => void) {
  return html`<table class="best">
    <thead><tr>
      <th scope="col"><span class="visually-hidden">Optimizer</span></th>
      <th scope="col">f now</th><th scope="col">lowest f</th><th scope="col">at rate</th>
    </tr></thead>
    <tbody>${swept.runs.map((run, i) => {
      const { name, optimizer, appearance, now } = swept.series[i];
      const lowest = best([now, ...run.points]);
      const rate = lowest === now ? now.lr : lowest && roundRate(lowest.lr);
      return html`<tr>
        <th scope="row"><span><descent-marker
          optimizer=${optimizer} appearance=${appearance}></descent-marker>${name}</span></th>
        <td>${cell(now, swept.start)}</td>
        <td>${lowest ? height(lowest.f, swept.start) : '\u2013'}</td>
        <td>${rate === undefined ? '\u2013' : rate === now.lr ? plain(rate) : html`
          <button aria-label="Race ${name} at ${plain(rate)}" title="Race ${name} at ${plain(rate)}"
            @click=${() => pick(i, rate)}>${plain(rate)}</button>`}</td>
      </tr>`;
    })}</tbody>
  </table>`;
}

/** One row a rate, one column an optimizer; all optimizers of a page share their rates. */
export function allPoints(swept: Swept) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="All points of the sweep"><table>
    <thead><tr>
      <th scope="col">rate</th>${swept.series.map(({ name }) => html`<th scope="col">${name}</th>`)}
    </tr></thead>
    <tbody>${swept.runs[0].points.map(({ lr }, row) => html`<tr>
      <th scope="row">${plain(roundRate(lr))}</th>
      ${swept.runs.map((run) => html`<td>${run.points[row] ? cell(run.points[row], 0) : '\u2013'}</td>`)}
    </tr>`)}</tbody>
  </table></div>`;
}
