import { html, LitElement, nothing } from 'lit';
import { decimals } from '../numbers/numbers';
import { SchemeController, themeStyles } from '../theme/scheme';
import { drawGray, drawSigned, INKS } from './draw';
import { TrainingLink } from '../training-chart/training-link';
import type { Test, TrainingRun, TrainingSeries } from '../training-chart/training-run';
import { fullName } from '../training-chart/words';
import { bytesOf, worstConfusion } from './confusion';
import { styles } from './styles';

/**
 * What a network in training makes of pictures, of the run whose chart it stands in: test accuracy by epoch of all
 * optimizers, and of one of them the classes it takes one for the other, garments it gets wrong, its first layer's
 * weights, and how each layer learns; only the last with `only-layers`.
 */
class ImageInsight extends LitElement {
  static override readonly properties = {
    onlyLayers: { type: Boolean, attribute: 'only-layers' },
    shown: { state: true },
  };

  static override readonly styles = [themeStyles, styles];

  declare onlyLayers: boolean;
  declare shown: number;

  private readonly scheme = new SchemeController(this, () => this.requestUpdate());
  private readonly link = new TrainingLink(this, {
    joined: () => { this.shown = 0; },
    urgent: (run) => this.hasEnded(run),
  });

  private ended = 0;

  constructor() {
    super();
    this.onlyLayers = false;
    this.shown = 0;
  }

  protected override updated(): void {
    this.paint();
  }

  /** Whether a series has ended since, whose last numbers are read. */
  private hasEnded(run: TrainingRun): boolean {
    const ended = run.series.filter((series) => series.end).length;
    const more = ended !== this.ended;
    this.ended = ended;
    return more;
  }

  protected override render() {
    const { series } = this.link;
    if (series.length === 0 || !this.link.run?.header?.layers) return nothing;
    const one = series[this.shown] ?? series[0];
    if (this.onlyLayers) return html`${this.picker(series)} ${this.layers(one)}`;
    return html`
      ${this.accuracies(series)} ${this.picker(series)}
      <div class="sides">
        <section>${one.latestTest ? this.confusion(one.latestTest) : nothing}</section>
        <section>${one.filters ? this.filters(one) : nothing}</section>
      </div>
      ${this.layers(one)}
      ${one.latestTest ? this.mistakes(one.latestTest) : nothing}
    `;
  }

  private accuracies(series: readonly TrainingSeries[]) {
    const tests = series.reduce((longest, one) => (one.tests.length > longest.length ? one.tests : longest), [] as Test[]);
    const epochs = tests.length;
    return html`
      <h2>Test accuracy after each epoch</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Test accuracy after each epoch">
        <table class="accuracy">
          <thead>
            <tr>
              <td></td>
              ${tests.map(({ epoch }) => html`<th scope="col">${epoch}</th>`)}
              <th scope="col">pictures a second</th>
            </tr>
          </thead>
          <tbody>
            ${series.map((one) => html`
              <tr>
                <th scope="row">${fullName(one)}</th>
                ${Array.from({ length: epochs }, (_, epoch) => html`<td>${percent(one.tests[epoch])}</td>`)}
                <td>${one.speed === null ? '' : Math.round(one.speed).toLocaleString('en')}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>
    `;
  }

  private picker(series: readonly TrainingSeries[]) {
    if (series.length < 2) return nothing;
    return html`
      <fieldset class="picker">
        <legend class="visually-hidden">Look closer at</legend>
        ${series.map((one, index) => html`
          <label>
            <input type="radio" name="series" .checked=${index === this.shown} @change=${() => { this.shown = index; }} />
            ${fullName(one)}
          </label>`)}
      </fieldset>
    `;
  }

  private confusion(test: Test) {
    const classes = this.link.run?.header?.classes ?? [];
    const worst = worstConfusion(test, classes);
    return html`
      <h2>What is taken for what, after epoch ${test.epoch}</h2>
      ${worst ? html`<p>Most often wrong: ${worst.label} taken for ${worst.takenFor}, ${worst.count} times.</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label="Confusion matrix">
        <table class="confusion">
          <thead>
            <tr>
              <th scope="col">is \\ taken for</th>
              ${classes.map((name) => html`<th scope="col" title=${name}>${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${classes.map((name, label) => {
              const row = test.confusion.slice(label * classes.length, (label + 1) * classes.length);
              const total = row.reduce((sum, count) => sum + count, 0) || 1;
              return html`
                <tr>
                  <th scope="row">${name}</th>
                  ${row.map((count, taken) => cell(count, count / total, taken === label, this.scheme.paint.dark))}
                </tr>`;
            })}
          </tbody>
        </table>
      </div>
    `;
  }

  private filters(one: TrainingSeries) {
    const filters = one.filters!;
    const name = one.layers[0]?.name ?? 'first layer';
    return html`
      <h2>Weights of the first layer (${name})</h2>
      <p class="visually-hidden">${filters.count} pictures of ${filters.side} by ${filters.side} weights.</p>
      <div class="grid filters" aria-hidden="true">
        ${Array.from({ length: filters.count }, () => html`<canvas></canvas>`)}
      </div>
    `;
  }

  private layers(one: TrainingSeries) {
    const first = one.layersAtFirst;
    return html`
      <h2>How each layer learns</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="How each layer learns">
        <table class="layers">
          <thead>
            <tr>
              <th scope="col">layer</th><th scope="col">gradient's norm</th>
              <th scope="col">rate, 5%</th><th scope="col">rate, median</th><th scope="col">rate, 95%</th>
              <th scope="col">median at first</th>
            </tr>
          </thead>
          <tbody>
            ${one.layers.map((layer, index) => html`
              <tr>
                <th scope="row">${layer.name}</th>
                <td>${short(layer.gradient)}</td>
                ${layer.rates.map((rate) => html`<td>${short(rate)}</td>`)}
                <td>${short(first[index]?.rates[1])}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>
    `;
  }

  private mistakes(test: Test) {
    const classes = this.link.run?.header?.classes ?? [];
    return html`
      <h2>Some it gets wrong</h2>
      <div class="grid mistakes">
        ${test.mistakes.map((mistake) => html`
          <figure>
            <canvas aria-hidden="true"></canvas>
            <figcaption>${classes[mistake.label]} <span>taken for ${classes[mistake.takenFor]}</span></figcaption>
          </figure>`)}
      </div>
    `;
  }

  private paint(): void {
    const one = this.link.series[this.shown] ?? this.link.series[0];
    if (!one) return;
    const { dark } = this.scheme.paint;
    if (one.filters) {
      const { side, values } = one.filters;
      const bytes = bytesOf(values);
      this.canvases('.filters').forEach((canvas, i) => drawSigned(canvas, bytes, i * side * side, side));
    }
    this.canvases('.mistakes').forEach((canvas, i) => {
      const mistake = one.latestTest?.mistakes[i];
      if (!mistake) return;
      const pixels = bytesOf(mistake.pixels);
      drawGray(canvas, pixels, Math.sqrt(pixels.length), dark);
    });
  }

  private canvases(within: string): HTMLCanvasElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLCanvasElement>(`${within} canvas`)];
  }
}

/** As strong a ground as the numbers on it can be read on. */
const STRONGEST = { light: 62, dark: 40 };

function cell(count: number, share: number, right: boolean, dark: boolean) {
  const ink = right ? INKS.first : INKS.second;
  const strength = right ? share : Math.min(2 * share, 1);
  const part = (dark ? STRONGEST.dark : STRONGEST.light) * strength;
  return html`<td style="background: color-mix(in srgb, ${ink} ${part}%, transparent)">${count || ''}</td>`;
}

function percent(test: Test | undefined): string {
  return test ? `${decimals(100 * test.accuracy, 1)} %` : '';
}

function short(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : value === 0 ? '0' : value.toPrecision(3);
}

customElements.define('image-insight', ImageInsight);
