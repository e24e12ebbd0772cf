import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Dragger, within } from '../drawing/dragger';
import { drawGrid, Frame } from '../drawing/frame';
import { drawArrow, drawHandle, type Point } from '../drawing/marks';
import { shortNumber } from '../numbers/complex';
import { Painter, painterStyles } from '../drawing/painter';
import { pieceStyles } from '../spectrum-lab/element';

const REACH = 4.4;
const FARTHEST = 3;
const SHEAR = 0.8;
const ORIGIN: Point = [0, 0];
const DEGREES = Math.PI / 180;

/**
 * Lengths and distances do not change under an orthogonal U: ||c - d|| = ||Uc - Ud|| for arrows c and d that can be
 * dragged and a U that turns by an angle. With a shear in U, which makes it non-orthogonal, they do. Where it is
 * `unexplained` it shows that and does not say why.
 */
@customElement('distance-panel')
export class DistancePanel extends LitElement {
  static override styles = [
    pieceStyles,
    painterStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .panes {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: 16px;
      }
      canvas {
        height: 300px;
      }
      @container (min-width: 360px) and (max-width: 536px) {
        .panes {
          grid-template-columns: 1fr 1fr;
          gap: 10px;
        }
        canvas {
          height: 210px;
        }
      }
      input[type='number'] {
        width: 84px;
      }
      .distances {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 6px 14px;
        margin: 10px 0 0;
        font-size: 19px;
      }
    `,
  ];

  @property({ type: Boolean }) unexplained = false;

  @state() private points: [Point, Point] = [[2, 1], [-1, 2]];
  @state() private angle = 40;
  @state() private orthogonal = true;

  private frame?: Frame;
  private readonly painter = new Painter(this, {
    '#before': (c, width, height, colors) => {
      this.frame = frameOf(width, height);
      drawGrid(c, this.frame, colors, 'x\u2081', 'x\u2082');
      difference(c, this.frame, this.points, 'c \u2212 \u03b4', colors.ink);
      this.points.forEach((point, i) => {
        const color = i ? colors.second : colors.first;
        drawArrow(c, this.frame!, ORIGIN, point, color);
        drawHandle(c, this.frame!, colors, point, color);
        name(c, this.frame!, point, i ? '\u03b4' : 'c', color);
      });
    },
    '#after': (c, width, height, colors) => {
      const frame = frameOf(width, height);
      drawGrid(c, frame, colors, 'x\u2081', 'x\u2082');
      difference(c, frame, this.images, 'Uc \u2212 U\u03b4', colors.ink);
      this.images.forEach((point, i) => {
        const color = i ? colors.second : colors.first;
        drawArrow(c, frame, ORIGIN, point, color, i ? [7, 4] : []);
        name(c, frame, point, i ? 'U\u03b4' : 'Uc', color);
      });
    },
  });

  constructor() {
    super();
    new Dragger(
      this,
      () => this.painter.canvas('#before'),
      () => this.points.map(([x, y]) => ({ px: this.frame?.px(x) ?? 0, py: this.frame?.py(y) ?? 0 })),
      (i, px, py) => this.move(i, [this.frame!.x(px), this.frame!.y(py)]),
    );
  }

  private move(index: number, to: Point) {
    const points: [Point, Point] = [...this.points];
    points[index] = [within(FARTHEST, to[0]), within(FARTHEST, to[1])];
    this.points = points;
  }

  private get u(): [[number, number], [number, number]] {
    const [cos, sin] = [Math.cos(this.angle * DEGREES), Math.sin(this.angle * DEGREES)];
    // A turn after a shear along the first axis.
    const shear = this.orthogonal ? 0 : SHEAR;
    return [[cos, shear * cos - sin], [sin, shear * sin + cos]];
  }

  private get images(): [Point, Point] {
    const u = this.u;
    const image = ([x, y]: Point): Point => [u[0][0] * x + u[0][1] * y, u[1][0] * x + u[1][1] * y];
    return [image(this.points[0]), image(this.points[1])];
  }

  protected override render() {
    const u = this.u;
    const given = distance(this.points);
    const image = distance(this.images);
    const same = Math.abs(given - image) <= 1e-12 * Math.max(1, given);
    const field = (i: 0 | 1, k: 0 | 1) => html`<label>${i ? '\u03b4' : 'c'}${k ? '\u2082' : '\u2081'}
      <input type="number" step="0.1" min=${-FARTHEST} max=${FARTHEST} .value=${String(this.points[i][k])}
        @change=${(e: Event) => {
          const value = Number((e.target as HTMLInputElement).value) || 0;
          const [x, y] = this.points[i];
          this.move(i, k ? [x, value] : [value, y]);
        }} /></label>`;
    return html`
      <div class="panes">
        <canvas id="before" role="img" aria-label="The arrows c, \u03b4 and c \u2212 \u03b4; the fields below move them, and the table has their lengths"></canvas>
        <canvas id="after" role="img" aria-label="The arrows Uc, U\u03b4 and Uc \u2212 U\u03b4; the table has their lengths"></canvas>
      </div>
      <div class="row" style="margin-top: 10px">
        ${field(0, 0)} ${field(0, 1)} ${field(1, 0)} ${field(1, 1)}
      </div>
      <div class="row">
        <label class="row" style="flex: 1 1 240px">U turns by
          <input type="range" min="0" max="360" .value=${String(this.angle)}
            @input=${(e: Event) => (this.angle = Number((e.target as HTMLInputElement).value))} />
          <span class="num" style="min-width: 2.8em">${this.angle}\u00b0</span></label>
        <label class="check"><input type="checkbox" .checked=${!this.orthogonal}
          @change=${(e: Event) => (this.orthogonal = !(e.target as HTMLInputElement).checked)} />
          not orthogonal (a shear besides)</label>
      </div>
      <p class="distances num" aria-live="polite">
        <span>\u2016c \u2212 \u03b4\u2016 = ${shortNumber(given, 5)}</span>
        <b>${same ? '=' : '\u2260'}</b>
        <span>\u2016Uc \u2212 U\u03b4\u2016 = ${shortNumber(image, 5)}</span>
      </p>
      <div class="scroll"><table>
        <thead><tr><th>arrow</th><th>its length</th><th>after U</th></tr></thead>
        <tbody>
          ${this.points.map((point, i) => html`<tr><th scope="row">${i ? '\u03b4' : 'c'}</th>
            <td>${shortNumber(Math.hypot(...point), 5)}</td>
            <td>${shortNumber(Math.hypot(...this.images[i]), 5)}</td></tr>`)}
          <tr><th scope="row">c \u2212 \u03b4</th>
            <td>${shortNumber(given, 5)}</td><td>${shortNumber(image, 5)}</td></tr>
        </tbody>
      </table></div>
      <p class="caption num soft">U = [${u.map((row) => row.map((v) => shortNumber(v, 3, 1)).join(', ')).join('; ')}]</p>
      ${this.unexplained ? nothing : html`<p class="say">${this.orthogonal
        ? html`U\u1d40U is the identity, so \u2016Uc \u2212 U\u03b4\u2016\u00b2 = (c \u2212 \u03b4)\u1d40U\u1d40U(c \u2212 \u03b4) = \u2016c \u2212 \u03b4\u2016\u00b2, whatever the
            arrows and the angle. So turning into the eigenbasis changes neither how far a perturbation moves things nor
            how far gradient descent has to go.`
        : html`With the shear, U\u1d40U is no longer the identity, and distances change with the direction.`}</p>`}
    `;
  }
}

function frameOf(width: number, height: number): Frame {
  return Frame.around({ x0: -REACH, x1: REACH, y0: -REACH, y1: REACH }, width, height, 2);
}

function distance([[x0, y0], [x1, y1]]: [Point, Point]): number {
  return Math.hypot(x1 - x0, y1 - y0);
}

/** The arrow from the tip of the second to that of the first. */
function difference(
  c: CanvasRenderingContext2D, frame: Frame, [to, from]: [Point, Point], text: string, color: string,
) {
  drawArrow(c, frame, from, to, color);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  // Beside its middle, on the side that the origin is not on.
  const side = from[0] * dy - from[1] * dx < 0 ? -1 : 1;
  const [nx, ny] = [(side * dy) / length, (-side * dx) / length];
  c.font = 'italic 600 13px Georgia, serif';
  c.textAlign = 'center';
  c.fillStyle = color;
  const away = 10 + (Math.abs(nx) * c.measureText(text).width) / 2;
  c.fillText(
    text, frame.px((from[0] + to[0]) / 2) + away * nx, frame.py((from[1] + to[1]) / 2) - away * ny + 4);
}

function name(c: CanvasRenderingContext2D, frame: Frame, [x, y]: Point, text: string, color: string) {
  c.font = 'italic 600 15px Georgia, serif';
  c.textAlign = 'center';
  c.fillStyle = color;
  const size = Math.hypot(x, y) || 1;
  c.fillText(text, frame.px(x) + (20 * x) / size, frame.py(y) - (20 * y) / size + 5);
}
