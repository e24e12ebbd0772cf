import { html, LitElement, nothing } from 'lit';
import '../descent-marker/descent-marker';
import { Painter, type Draw } from '../drawing/painter';
import { styles } from '../image-insight/styles';
import '../line-diagram/line-diagram';
import type { Printed } from '../paper/printed';
import type { Relief } from '../race-surface/bands';
import { reliefLater } from '../race-surface/relief-source';
import { fromX, fromY } from '../race-surface/viewport';
import { themeStyles } from '../theme/scheme';
import type { Grid, Outlook, Own } from '../training-chart/landscape';
import { TrainingLink } from '../training-chart/training-link';
import type { TrainingRun } from '../training-chart/training-run';
import { drawOwn, drawSlice } from './draw-slice';
import { fieldOf, movedBy, pathOf, readingAt, windowAround, windowOf } from './slice';
import { landscapeStyles } from './styles';
import { aboutSlice, AXES, described, lineDiagram, nameOf, percent, progressSentence, rangeSentence, readingSentence, sentence, TRACK_COLUMNS, trackCells } from './words';

/** Paths that are drawn about their own means, and the walk. */
const MOST_OWN = 5;

/** The loss around the paths of the run whose chart it stands in. */
class LandscapePanel extends LitElement {
  static override readonly properties = { relief: { state: true }, spot: { state: true } };
  static override readonly styles = [themeStyles, styles, landscapeStyles];

  declare relief: Relief | undefined;
  /** The point that is looked at. */
  declare spot: readonly [number, number] | undefined;

  private readonly link = new TrainingLink(this, {
    joined: () => this.forget(),
  });
  private readonly painter: Painter;
  /** Of which the relief is, or is on its way. */
  private contoured?: Grid;
  /** The plane that all of this is about. */
  private plane?: Outlook;

  constructor() {
    super();
    const draws: Record<string, Draw> = {
      '#plane': (c, width, height, colors) => {
        const outlook = this.link.run?.landscape.outlook;
        if (!outlook) return;
        drawSlice(c, width, height, {
          window: windowOf(outlook),
          relief: this.relief,
          paths: outlook.paths.map((track) => pathOf(track, this.link.run?.series[track.series], colors.dark)),
          names: AXES[outlook.kind],
          start: [outlook.paths[0].x[0], outlook.paths[0].y[0]],
          spot: this.spot,
        }, colors);
      },
    };
    for (let i = 0; i < MOST_OWN; i++) {
      draws[`#own-${i}`] = (c, width, height, colors) => {
        const shown = this.owns()[i];
        if (!shown) return;
        const series = shown.series === undefined ? undefined : this.link.run?.series[shown.series];
        drawOwn(c, width, height, windowAround([shown.own]), pathOf(shown.own, series, colors.dark), colors);
      };
    }
    this.painter = new Painter(this, draws);
  }

  /** The plane, for paper. */
  printed(): Printed[] {
    const { run } = this.link;
    const outlook = run?.landscape.outlook;
    return run && outlook
      ? this.painter.printed('#plane', 'Landscape', {
        about: aboutSlice(run),
        legend: outlook.paths.map(({ series }) => ({
          name: nameOf(run, series),
          optimizer: run.series[series]?.header.optimizer ?? '',
          appearance: run.series[series]?.appearance,
        })),
      })
      : [];
  }

  protected override willUpdate(): void {
    const { outlook, grid } = this.link.run?.landscape ?? {};
    if (outlook !== this.plane) {
      this.forget();
      this.plane = outlook;
    }
    if (outlook && grid && grid !== this.contoured) void this.contour(outlook, grid);
  }

  private forget(): void {
    this.spot = undefined;
    this.relief = undefined;
    this.contoured = undefined;
  }

  private async contour(outlook: Outlook, grid: Grid): Promise<void> {
    this.contoured = grid;
    const relief = await reliefLater(fieldOf(outlook, grid));
    if (this.contoured === grid) this.relief = relief;
  }

  /** The paths about their own means, and the walk, which is of no series. */
  private owns(): { own: Own; series?: number }[] {
    const { outlook, walk } = this.link.run?.landscape ?? {};
    return [...(outlook?.paths ?? []).map(({ own, series }) => ({ own, series })), ...(walk ? [{ own: walk }] : [])].slice(0, MOST_OWN);
  }

  protected override render() {
    const run = this.link.run;
    if (!run?.header?.landscape) return nothing;
    const { landscape } = run;
    return html`
      <h2>The loss around the paths</h2>
      <p class="state" role="status">${progressSentence(run)}</p>
      ${landscape.outlook ? this.found(run, landscape.outlook) : nothing}
    `;
  }

  private found(run: TrainingRun, outlook: Outlook) {
    const { grid, lines } = run.landscape;
    return html`
      <div class="slice">
        <div>
          <canvas id="plane" tabindex="0" role="img" aria-label=${described(outlook)} @pointermove=${this.point} @pointerdown=${this.point}
            @keydown=${this.press}></canvas>
          <p class="readout" aria-live="polite">${grid && this.spot
            ? readingSentence(readingAt(outlook, grid, this.spot), grid.pictures)
            : 'Point at the plot, or press an arrow key, for the loss there.'}</p>
          <p class="state">${grid ? rangeSentence(grid) : nothing}</p>
        </div>
        <div>
          <p>${sentence(run)}</p>
          <ul class="key" aria-label="Legend">${outlook.paths.map(({ series }) => html`<li>${this.marker(run, series)}${nameOf(run, series)}</li>`)}</ul>
          <div class="owns">${this.owns().map(({ own, series }, i) => html`
            <figure>
              <canvas id="own-${i}" aria-hidden="true"></canvas>
              <figcaption>${series === undefined ? 'A random walk' : nameOf(run, series)} <span>${percent(own.first)}, ${percent(own.second)}</span></figcaption>
            </figure>`)}</div>
          <p class="state">Each in its own two main directions, with the shares of its variance that they hold.</p>
        </div>
      </div>
      ${this.table(run, outlook)}
      ${[...lines.values()].map((line) => {
        const diagram = lineDiagram(run, line);
        return diagram ? html`<line-diagram .diagram=${diagram}></line-diagram>` : nothing;
      })}
    `;
  }

  private table(run: TrainingRun, outlook: Outlook) {
    const { walk } = run.landscape;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="The paths in numbers">
        <table>
          <thead><tr><td></td>${TRACK_COLUMNS.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
          <tbody>
            ${outlook.paths.map((track) => html`
              <tr>
                <th scope="row">${this.marker(run, track.series)}${nameOf(run, track.series)}</th>
                ${trackCells(run, track).map((text) => html`<td>${text}</td>`)}
              </tr>`)}
            ${walk ? html`
              <tr>
                <th scope="row">Random walk</th><td>${percent(walk.first)}</td><td>${percent(walk.second)}</td>
                ${TRACK_COLUMNS.slice(2).map(() => html`<td>–</td>`)}
              </tr>` : nothing}
          </tbody>
        </table>
      </div>
    `;
  }

  private marker(run: TrainingRun, series: number) {
    const found = run.series[series];
    return found ? html`<descent-marker optimizer=${found.header.optimizer} appearance=${found.appearance}></descent-marker>` : nothing;
  }

  private readonly point = ({ currentTarget, offsetX, offsetY }: PointerEvent) => {
    const { outlook, grid } = this.link.run?.landscape ?? {};
    if (!outlook || !grid) return;
    const { clientWidth: width, clientHeight: height } = currentTarget as HTMLCanvasElement;
    const viewport = { width, height, window: windowOf(outlook) };
    const { x, y } = readingAt(outlook, grid, [fromX(viewport, offsetX), fromY(viewport, offsetY)]);
    this.spot = [x, y];
  };

  private readonly press = (event: KeyboardEvent) => {
    const { outlook, grid } = this.link.run?.landscape ?? {};
    if (!outlook || !grid) return;
    const middle = [outlook.left + outlook.size / 2, outlook.bottom + outlook.size / 2] as const;
    const to = movedBy(event.key, outlook, grid, this.spot ?? middle);
    if (!to) return;
    event.preventDefault();
    this.spot = to;
  };
}

customElements.define('landscape-panel', LandscapePanel);
