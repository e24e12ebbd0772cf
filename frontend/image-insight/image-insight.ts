import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { SchemeController, themeStyles } from '../theme/scheme';
import { drawGray, drawSigned } from './draw';
import { bytesOf, ImageRun, worstConfusion, type ImageSeries, type Test } from './image-run';
import { fullName } from '../training-chart/words';
import { styles } from './styles';

const DRAWING_MILLISECONDS = 250;
const SIDE = 28;

/**
 * What a network in training makes of pictures, of the run at the address `run`: test accuracy by epoch of all
 * optimizers, and of one of them the classes it takes one for the other, garments it gets wrong, its first layer's
 * weights, and how each layer learns; only the last with `only-layers`.
 */
class ImageInsight extends LitElement {
  static override readonly properties = {
    run: {},
    onlyLayers: { type: Boolean, attribute: 'only-layers' },
    shown: { state: true },
  };

  static override readonly styles = [themeStyles, styles];

  declare run: string | null;
  declare onlyLayers: boolean;
  declare shown: number;

  private readonly scheme = new SchemeController(this, () => this.requestUpdate());
  private images = new ImageRun();
  private following?: AbortController;
  private drawing?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.run = null;
    this.onlyLayers = false;
    this.shown = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following?.abort();
    clearTimeout(this.drawing);
    this.drawing = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('run')) this.begin();
    this.paint();
  }

  private begin(): void {
    this.following?.abort();
    this.images = new ImageRun();
    this.shown = 0;
    this.requestUpdate();
    if (!this.run) return;
    const following = new AbortController();
    this.following = following;
    const images = this.images;
    void images.follow(this.run, () => this.plan(images), following.signal);
  }

  /** Draws soon, four times a second at most. */
  private plan(images: ImageRun): void {
    if (images !== this.images || this.drawing !== undefined) return;
    this.drawing = setTimeout(() => {
      this.drawing = undefined;
      this.requestUpdate();
    }, DRAWING_MILLISECONDS);
  }

  protected override render() {
    const { series } = this.images;
    if (series.length === 0) return nothing;
    const one = series[this.shown] ?? series[0];
    if (this.onlyLayers) return html`${this.picker(series)} ${this.layers(one)}`;
    return html`
      ${this.accuracies(series)} ${this.picker(series)}
      <div class="sides">
        <section>${one.latest ? this.confusion(one.latest) : nothing}</section>
        <section>${one.filters ? this.filters(one) : nothing}</section>
      </div>
      ${this.layers(one)}
      ${one.latest ? this.mistakes(one.latest) : nothing}
    `;
  }

  private accuracies(series: ImageSeries[]) {
    const epochs = Math.max(...series.map(({ tests }) => tests.length));
    return html`
      <h3>Test accuracy after each epoch</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Test accuracy after each epoch">
        <table class="accuracy">
          <thead>
            <tr>
              <th scope="col"></th>
              ${Array.from({ length: epochs }, (_, epoch) => html`<th scope="col">${epoch}</th>`)}
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

  private picker(series: ImageSeries[]) {
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
    const { classes } = this.images;
    const worst = worstConfusion(test, classes);
    return html`
      <h3>What is taken for what, after epoch ${test.epoch}</h3>
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
                  ${row.map((count, taken) => cell(count, count / total, taken === label))}
                </tr>`;
            })}
          </tbody>
        </table>
      </div>
    `;
  }

  private filters(one: ImageSeries) {
    const filters = one.filters!;
    const name = one.layers[0]?.name ?? 'first layer';
    return html`
      <h3>Weights of the first layer (${name})</h3>
      <p class="visually-hidden">${filters.count} pictures of ${filters.side} by ${filters.side} weights.</p>
      <div class="grid filters" aria-hidden="true">
        ${Array.from({ length: filters.count }, () => html`<canvas></canvas>`)}
      </div>
    `;
  }

  private layers(one: ImageSeries) {
    const first = one.layersAtFirst;
    return html`
      <h3>How each layer learns</h3>
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
    const { classes } = this.images;
    return html`
      <h3>Some it gets wrong</h3>
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
    const one = this.images.series[this.shown] ?? this.images.series[0];
    if (!one) return;
    const { dark } = this.scheme.paint;
    if (one.filters) {
      const { side, values } = one.filters;
      const bytes = bytesOf(values);
      this.canvases('.filters').forEach((canvas, i) => drawSigned(canvas, bytes, i * side * side, side, dark));
    }
    this.canvases('.mistakes').forEach((canvas, i) => {
      const mistake = one.latest?.mistakes[i];
      if (mistake) drawGray(canvas, bytesOf(mistake.pixels), SIDE, dark);
    });
  }

  private canvases(within: string): HTMLCanvasElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLCanvasElement>(`${within} canvas`)];
  }
}

function cell(count: number, share: number, right: boolean) {
  const ink = right ? '0, 114, 178' : '204, 85, 0';
  const strength = right ? share : Math.min(2 * share, 1);
  return html`<td class=${strength > 0.55 ? 'strong' : ''} style=${`background: rgba(${ink}, ${strength.toFixed(3)})`}>
    ${count || ''}
  </td>`;
}

function percent(test: Test | undefined): string {
  return test ? `${(100 * test.accuracy).toFixed(1)} %` : '';
}

function short(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '' : value === 0 ? '0' : value.toPrecision(3);
}

customElements.define('image-insight', ImageInsight);
