/** Small multiples: for each band of words the error of its weights against epoch, on one scale. */
import { html, nothing, svg } from 'lit';
import '../descent-marker/descent-marker';
import { compact, rounded } from '../numbers/numbers';
import { colorOf, lookOf } from '../palette/palette';
import { errorPath, errorTop, nearest, panelOf, type Panel } from './band-scales';
import { epochsShown } from './scales';
import type { Band, TrainingRun, TrainingSeries } from './training-run';
import { bandName, bandSummary, error, fullName } from './words';

/**
 * @param probed share of the axis, 0 to 1, that the values are read at; null for the latest
 * @param read called when the reader chooses another such share
 */
export function bandPanels(
  run: TrainingRun, dark: boolean, probed: number | null, read: (share: number | null) => void,
) {
  const { header } = run;
  if (!header?.bands?.length) return nothing;
  const { bands, examples } = header;
  const epochs = epochsShown(header.epochs, run.farthest);
  const top = errorTop(run.series.flatMap((series) => series.errors.map((column) => column.values)));
  const panel = panelOf(epochs, top);
  const { x, y } = panel;
  const epoch = probed === null ? null : evaluated(run, probed * epochs);
  return html`<section class="bands" aria-label="Weight error by word frequency">
    <h3>
      Weight error by word frequency
      <span>‖w − w*‖ / ‖w*‖ within each band: 1 if nothing is learned, 0 at the true weights${epoch === null
        ? nothing
        : html`; <b>read at epoch ${compact(epoch)}</b>`}</span>
    </h3>
    <p class="visually-hidden">${bandSummary(run)}</p>
    ${reader(run, epochs, epoch, read)}
    <div class="panels" style="--panels:${bands.length}">
      ${bands.map((band, index) => html`<figure>
        <figcaption><b>${bandName(band)}</b> <span>in ${share(band, examples)} of documents</span></figcaption>
        <div class="frame" aria-hidden="true">
          <span class="tick" style="top:${y(1)}%">1</span>
          <span class="tick" style="top:${y(0.5)}%">0.5</span>
          <span class="tick" style="top:100%">0</span>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            ${svg`<path class="rule" d="M0 ${y(0.5)}H100M0 100H100" />
              <path class="rule one" d="M0 ${y(1)}H100" />
              ${epoch === null ? nothing : svg`<path class="probe" d="M${x(epoch)} 0V100" />`}
              ${run.series.map((series) => line(series, index, panel, dark))}`}
          </svg>
          ${run.series.map((series) => head(series, index, epoch, panel, dark))}
        </div>
        <div class="ends" aria-hidden="true"><span>0</span><span>epoch</span><span>${compact(epochs)}</span></div>
        <ul>
          ${run.series.map((series) => html`<li style="--color:${colorOf(series.header.optimizer, dark)}">
            ${mark(series)}<span class="visually-hidden">${fullName(series)}: </span>${error(at(series, index, epoch))}
          </li>`)}
        </ul>
      </figure>`)}
    </div>
  </section>`;
}

/** A slider over the moments at which weights were evaluated, for those who read without a pointer. */
function reader(run: TrainingRun, epochs: number, epoch: number | null, read: (share: number | null) => void) {
  const moments = farthest(run).epoch.values;
  const last = moments.length - 1;
  if (last < 1) return nothing;
  const index = epoch === null ? last : nearest(moments, epoch);
  const words = `epoch ${compact(moments[index])}`;
  return html`<label class="reader">Read at
    <input type="range" min="0" max=${last} step="1" .value=${String(index)} aria-valuetext=${words}
      @input=${(event: Event) => {
        const chosen = Number((event.target as HTMLInputElement).value);
        read(chosen === last ? null : moments[chosen] / epochs);
      }} />
    <output>${words}</output>
  </label>`;
}

/** Where a pointer is on a panel: the share of its width; null off the panels. */
export function probedBy(event: PointerEvent): number | null {
  const frame = (event.target as Element).closest('.frame');
  if (!frame) return null;
  const { left, width } = frame.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientX - left) / width));
}

/** The moment nearest to an epoch at which the series that is farthest was evaluated. */
function evaluated(run: TrainingRun, epoch: number): number | null {
  const moments = farthest(run).epoch.values;
  const index = nearest(moments, epoch);
  return index < 0 ? null : moments[index];
}

/** The series that was evaluated most often. */
function farthest(run: TrainingRun): TrainingSeries {
  return run.series.reduce((a, b) => (b.epoch.length > a.epoch.length ? b : a));
}

function share(band: Band, examples: number): string {
  return `${compact(rounded((100 * band.documents) / examples, 2))} %`;
}

function at(series: TrainingSeries, band: number, epoch: number | null): number {
  const values = series.errors[band].values;
  const index = epoch === null ? values.length - 1 : nearest(series.epoch.values, epoch);
  return index < 0 ? Number.NaN : values[index];
}

function line(series: TrainingSeries, band: number, panel: Panel, dark: boolean) {
  return svg`<path class="line" d=${errorPath(series.epoch.values, series.errors[band].values, panel)}
    stroke=${colorOf(series.header.optimizer, dark)}
    stroke-dasharray=${lookOf(series.header.optimizer, series.appearance).dash.join(' ')} />`;
}

function head(series: TrainingSeries, band: number, epoch: number | null, { x, y }: Panel, dark: boolean) {
  const value = at(series, band, epoch);
  if (!(y(value) >= 0)) return nothing;
  const reached = epoch === null ? series.epoch.last : Math.min(epoch, series.epoch.last);
  return html`<i class="head" style="left:${x(reached)}%;top:${y(value)}%">${mark(series)}</i>`;
}

function mark({ header, appearance }: TrainingSeries) {
  return html`<descent-marker class="mark" optimizer=${header.optimizer} appearance=${appearance}></descent-marker>`;
}
