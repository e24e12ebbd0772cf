import { html, LitElement, nothing } from 'lit';
import '../descent-marker/descent-marker';
import { Painter } from '../drawing/painter';
import { styles } from '../image-insight/styles';
import '../line-diagram/line-diagram';
import { compact, decimals, plain } from '../numbers/numbers';
import { rangeStyles } from '../theme/range';
import { pagePaint, themeStyles } from '../theme/scheme';
import type { RateMap } from '../training-chart/rate-map';
import { TrainingLink } from '../training-chart/training-link';
import type { TrainingSeries } from '../training-chart/training-run';
import { fullName } from '../training-chart/words';
import { bandsHeight, drawBands, type LayerBands } from './draw-bands';
import { drawBar, drawStripes, drawWeights, colorAt } from './draw-map';
import { decoded, mapAt, momentsOf, moved, oneRate, rangeOf, unitOf, type Quantity, type Range } from './maps';
import { mapStyles } from './styles';
import { BANDS, percent, pixelSentence, rateDiagram, sentence } from './words';

/** Dots of a picture's canvas, which is shown at half of that or less. */
const DOTS = 168;

const TITLES: Record<Quantity, string> = { rates: 'effective learning rate', squares: 'sum of squared gradients' };

/** The rates of the first layer as pictures, of the run whose chart it stands in. */
class RateMaps extends LitElement {
  static override readonly properties = { quantity: { state: true }, moment: { state: true }, pixel: { state: true } };
  static override readonly styles = [themeStyles, styles, rangeStyles, mapStyles];

  declare quantity: Quantity;
  /** Which of the moments is shown; the newest where nobody chose. */
  declare moment: number | undefined;
  /** The weight of each picture that is looked at. */
  declare pixel: number | undefined;

  private readonly link = new TrainingLink(this, {
    joined: () => {
      this.moment = undefined;
      this.pixel = undefined;
    },
  });

  constructor() {
    super();
    this.quantity = 'rates';
    new Painter(this, {
      '#bar': (c, width, height, colors) => {
        drawBar(c, width, height, this.range(), colors, colors.font);
        this.paint();
      },
      '#hatch': (c, width, height, colors) => {
        c.fillStyle = colorAt(this.quantity === 'rates' ? 1 : 0, colors.dark);
        c.fillRect(0, 0, width, height);
        drawStripes(c, width, height, 4.2, colors.card);
      },
      '#bands': (c, width, height, colors) => drawBands(c, this.layers(), this.layerRange(), width, height, colors),
    });
  }

  private get series(): readonly TrainingSeries[] {
    return this.link.series;
  }

  private get epoch(): number {
    const moments = momentsOf(this.series);
    return moments[this.moment ?? moments.length - 1] ?? moments.at(-1) ?? 0;
  }

  private range(): Range {
    return rangeOf(this.series, this.quantity);
  }

  /** What is shown now, of each series that has been taken down. */
  private shown(): [TrainingSeries, RateMap][] {
    const { epoch } = this;
    return this.series.flatMap((one): [TrainingSeries, RateMap][] => {
      const map = mapAt(one, epoch);
      return map ? [[one, map]] : [];
    });
  }

  protected override render() {
    const header = this.link.run?.header;
    const shown = this.shown();
    if (!header || shown.length === 0) return nothing;
    const says = shown.map(([series, map]) => sentence(series, map)).join(' ');
    const diagram = rateDiagram(this.series, header, this.epoch, rangeOf(this.series, 'rates'), says);
    return html`
      <h2>${header.lit ? 'Rates of the weights on each pixel' : 'Rates of the first layer’s filters'}</h2>
      ${this.choices()}
      <div class="maps" tabindex="0" role="group" aria-label="Pictures of the first layer’s weights; arrow keys move the weight that is looked at"
        @keydown=${this.press}>
        ${shown.map(([series, map]) => this.strip(series, map, header.classes ?? []))}
      </div>
      <div class="scale">
        <div><p>${TITLES[this.quantity]}, on one scale</p><canvas id="bar" role="img" aria-label=${this.barLabel()}></canvas></div>
        <p class="key"><canvas id="hatch" aria-hidden="true"></canvas>hatched: s under 10 ε, where ε decides the rate</p>
      </div>
      <p class="readout" aria-live="polite">${this.pixel === undefined
        ? 'Point at a weight, or press an arrow key, for its numbers.' : pixelSentence(this.series, this.epoch, this.pixel, header.lit)}</p>
      ${diagram ? html`<line-diagram .diagram=${diagram}></line-diagram> ${numbers(shown)}` : html`<p>${says}</p>`}
      ${(header.layers?.length ?? 0) > 1 ? this.bands() : nothing}
    `;
  }

  private choices() {
    const moments = momentsOf(this.series);
    const at = Math.min(this.moment ?? moments.length - 1, moments.length - 1);
    const move = (event: Event) => {
      const value = Number((event.target as HTMLInputElement).value);
      this.moment = value === moments.length - 1 ? undefined : value;
    };
    return html`
      <div class="top">
        <fieldset class="picker">
          <legend class="visually-hidden">What the pictures show</legend>
          ${(['rates', 'squares'] as const).map((quantity) => html`
            <label>
              <input type="radio" name="quantity" .checked=${this.quantity === quantity} @change=${() => { this.quantity = quantity; }} />
              ${TITLES[quantity]}
            </label>`)}
        </fieldset>
        <label class="when">
          epoch ${decimals(this.epoch, 2)}
          <input type="range" min="0" max=${Math.max(0, moments.length - 1)} .value=${String(at)} @input=${move}
            aria-label="Moment of the training" aria-valuetext=${`epoch ${decimals(this.epoch, 2)}`} />
        </label>
      </div>
    `;
  }

  private strip(series: TrainingSeries, map: RateMap, classes: string[]) {
    const one = this.quantity === 'rates' ? oneRate(map) : undefined;
    const name = (unit: number) => {
      if (one !== undefined) return `all alike: ${compact(one)}`;
      if (!this.link.run?.header?.lit) return `filter ${unit + 1}`;
      return this.link.run.header.layers?.length === 1 ? classes[unit] : `unit ${unit + 1}`;
    };
    return html`
      <h3><descent-marker optimizer=${series.header.optimizer} appearance=${series.appearance}></descent-marker>${fullName(series)}</h3>
      <div class="strip">
        ${Array.from({ length: one === undefined ? map.units : 1 }, (_, unit) => html`
          <figure>
            <canvas class="map" width=${DOTS} height=${DOTS} data-series=${this.series.indexOf(series)} data-unit=${unit} aria-hidden="true"
              @pointermove=${this.point} @pointerdown=${this.point}></canvas>
            <figcaption>${name(unit)}</figcaption>
          </figure>`)}
      </div>
    `;
  }

  private paint(): void {
    const { quantity } = this;
    const { low, high } = this.range();
    this.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas.map').forEach((canvas) => {
      const map = mapAt(this.series[Number(canvas.dataset.series)], this.epoch);
      const context = canvas.getContext('2d');
      if (!map || !context) return;
      const unit = Number(canvas.dataset.unit);
      const { [quantity]: values, capped } = decoded(map);
      drawWeights(context, DOTS, {
        side: map.side,
        shares: unitOf(values, map, unit).map((value) => (value - low) / (high - low)),
        hatched: unitOf(capped, map, unit),
        pixel: this.pixel,
      }, pagePaint());
    });
  }

  private readonly point = ({ currentTarget, offsetX, offsetY }: PointerEvent) => {
    const canvas = currentTarget as HTMLCanvasElement;
    const side = this.shown()[0]?.[1].side ?? 1;
    const cell = (offset: number, size: number) => Math.min(Math.max(Math.floor((offset / size) * side), 0), side - 1);
    this.pixel = cell(offsetY, canvas.clientHeight) * side + cell(offsetX, canvas.clientWidth);
  };

  private readonly press = (event: KeyboardEvent) => {
    const side = this.shown()[0]?.[1].side ?? 1;
    const middle = Math.floor(side / 2) * (side + 1);
    const pixel = moved(this.pixel ?? middle, side, event.key);
    if (pixel === undefined) return;
    event.preventDefault();
    this.pixel = pixel;
  };

  private layers(): LayerBands[] {
    const shown = this.shown();
    return (this.link.run?.header?.layers ?? []).map((layer, i) => ({
      layer,
      bands: shown.map(([series, map]) => {
        const [low, median, high] = map.layers[i].map((rate) => (rate === null || rate <= 0 ? NaN : Math.log10(rate)));
        return { optimizer: series.header.optimizer, appearance: series.appearance, low, median, high };
      }),
    }));
  }

  /** One scale for all times. */
  private layerRange(): Range {
    const logs = this.series.flatMap(({ rateMaps }) => rateMaps.flatMap(({ layers }) => layers.flat()))
      .filter((rate) => rate !== null && rate > 0).map((rate) => Math.log10(rate!));
    return { low: Math.min(...logs) - 0.1, high: Math.max(...logs) + 0.1 };
  }

  private bands() {
    return html`
      <h2>Rates of each layer: from 5 % to 95 %, and the median</h2>
      <canvas id="bands" style="block-size: ${bandsHeight(this.layers())}px" role="img"
        aria-label="The spread of each layer’s rates at this moment; at the end it stands in the table of how each layer learns."></canvas>
    `;
  }

  private barLabel(): string {
    const { low, high } = this.range();
    return `Colors from ${plain(10 ** low, 2)} to ${plain(10 ** high, 2)}; the more, the more it stands out.`;
  }
}

function numbers(shown: [TrainingSeries, RateMap][]) {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="Rates in numbers">
      <table>
        <thead>
          <tr>
            <th scope="col">median rate where lit in</th>${BANDS.map((band) => html`<th scope="col">${band}</th>`)}
            <th scope="col">correlation</th><th scope="col">ε decides</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(([series, map]) => html`
            <tr>
              <th scope="row">${fullName(series)}</th>
              ${map.medians.map((median) => html`<td>${median === null ? '–' : plain(median, 3)}</td>`)}
              <td>${map.correlation === null ? '–' : decimals(map.correlation, 3)}</td>
              <td>${percent(map.cappedShare)}</td>
            </tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

customElements.define('rate-maps', RateMaps);
