/** The tables under the chart: how each series stands, and its losses by epoch. */
import { html, nothing } from 'lit';
import '../descent-marker/descent-marker';
import { compact } from '../numbers/numbers';
import { colorOf } from '../palette/palette';
import { diverged } from '../stream/outcome';
import type { TrainingRun, TrainingSeries } from './training-run';
import { duration, fullName, outcome, progress, settings } from './words';

const MOST_ROWS = 12;

/** A row for each series: name, how far it is or how it ended, loss, time for an epoch; below, its bar or message. */
export function standings(run: TrainingRun, dark: boolean, paused: boolean) {
  const { header } = run;
  if (!header) return nothing;
  // Of pictures; other data has a table of its own for what tests. From the start, so that nothing moves under a hand.
  const told = (header.classes?.length ?? 0) > 0;
  const columns = told ? 5 : 4;
  return html`<table class="standings">
    <thead>
      <tr>
        <th scope="col">Optimizer</th><th scope="col" class="wide">State</th>
        <th scope="col">Loss</th>${told ? html`<th scope="col">Test told right</th>` : nothing}<th scope="col">Time per epoch</th>
      </tr>
    </thead>
    ${run.series.map((series) => {
      const color = colorOf(series.header.optimizer, dark);
      const state = series.end ? outcome(series) : progress(series, header.epochs, header.examples, paused);
      const mood = diverged(series.end) ? 'state bad' : 'state';
      return html`<tbody style="--color:${color}">
        <tr>
          <th scope="row">
            <div class="name">
              <descent-marker line optimizer=${series.header.optimizer} appearance=${series.appearance}></descent-marker>
              <span>
                <b>${series.header.title}</b> <span class="spec">${settings(series)}</span>
              </span>
            </div>
          </th>
          <td class="wide ${mood}">${state}</td>
          <td>${compact(series.latestLoss)}</td>
          ${told ? html`<td>${percent(series.latestTest?.accuracy ?? Number.NaN)}</td>` : nothing}
          <td>${series.secondsPerEpoch === null ? '\u2013' : duration(series.secondsPerEpoch)}</td>
        </tr>
        <tr class="narrow"><td colspan=${columns} class=${mood}>${state}</td></tr>
        ${below(series, columns)}
      </tbody>`;
    })}
  </table>`;
}

function below(series: TrainingSeries, columns: number) {
  const { end } = series;
  if (!end) {
    return html`<tr class="below"><td colspan=${columns}><div
      class="bar" role="progressbar" aria-label="Progress of ${fullName(series)}"
      aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(100 * series.done)}
    ><i style="width:${100 * series.done}%"></i></div></td></tr>`;
  }
  // That a run was stopped is said once, for all. What stands below does not move up when a bar goes.
  if (!end.message || end.outcome === 'cancelled') return html`<tr class="below"><td colspan=${columns}><div class="bar over"></div></td></tr>`;
  return html`<tr class="below"><td colspan=${columns}>
    <p class=${diverged(end) ? 'say warn' : 'say'}>${end.message}</p>
  </td></tr>`;
}

/** On somebody's own data: how each series does on the rows that test, beside what is lost without a model. */
export function onTest(run: TrainingRun) {
  const { header } = run;
  if (!header?.baseline) return nothing;
  const { baseline } = header;
  const tests = (header.tested ?? 0) > 0;
  const classes = run.series.some((series) => series.header.columns.includes('accuracy'));
  const cells = (loss: number, test?: number, accuracy?: number) => html`<td>${compact(loss)}</td>
    ${tests ? html`<td>${compact(test ?? Number.NaN)}</td>` : nothing}
    ${classes ? html`<td>${percent(accuracy ?? Number.NaN)}</td>` : nothing}`;
  return html`<div class="scroll">
    <table class="losses">
      <caption>${tests ? `Loss on the ${header.examples} rows that train${header.model === 'ridge' ? ', with its penalty,' : ''} and the ${header.tested} that test${header.model === 'ridge' ? ', without' : ''}` : `Loss on the ${header.examples} rows`}</caption>
      <thead><tr><th scope="col">Model</th><th scope="col">Training</th>
        ${tests ? html`<th scope="col">Test</th>` : nothing}${classes ? html`<th scope="col">Told right</th>` : nothing}</tr></thead>
      <tbody>
        <tr><th scope="row">Without a model</th>
          ${cells(baseline.loss, baseline.test, baseline.accuracy)}</tr>
        ${run.series.map((series) => html`<tr><th scope="row">${fullName(series)}</th>
          ${cells(series.latestLoss, series.latest('test'), series.latest('accuracy'))}</tr>`)}
      </tbody>
    </table>
  </div>
  ${header.told?.length ? html`<ul class="told">${header.told.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : nothing}`;
}

function percent(share: number): string {
  return Number.isNaN(share) ? '\u2013' : `${Math.round(1000 * share) / 10} %`;
}

/** The numbers of the chart in words, a row for each epoch, or for each few epochs of a long run. */
export function lossesByEpoch(run: TrainingRun) {
  if (!run.header) return nothing;
  const { epochs } = run.header;
  const every = Math.max(1, Math.ceil(epochs / MOST_ROWS));
  const rows: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch += every) rows.push(epoch);
  rows.push(epochs);
  return html`<details>
    <summary>Losses as a table</summary>
    <div class="scroll">
      <table class="losses">
        <thead>
          <tr><th scope="col">epoch</th>${run.series.map((one) => html`<th scope="col">${fullName(one)}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map((epoch) => html`<tr>
            <th scope="row">${compact(epoch)}</th>
            ${run.series.map((one) => html`<td>${compact(lossAt(one, epoch))}</td>`)}
          </tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** The loss as evaluated last at or before an epoch; NaN where the series has not come so far. */
function lossAt(series: TrainingSeries, epoch: number): number {
  const epochs = series.epoch.values;
  if (epochs.length === 0 || series.epoch.last < epoch - 1e-9) return Number.NaN;
  let at = 0;
  while (at + 1 < epochs.length && epochs[at + 1] <= epoch + 1e-9) at++;
  return series.loss.values[at];
}
