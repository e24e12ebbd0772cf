import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Dragger, within } from '../drawing/dragger';
import { drawGrid, Frame } from '../drawing/frame';
import { drawArrow, drawDot, drawHandle, drawPath, drawStar, type Point } from '../drawing/marks';
import { shortNumber } from '../numbers/complex';
import { Painter, painterStyles, type Colors } from '../drawing/painter';
import { pieceStyles, SpectrumElement } from '../spectrum-lab/element';
import { minimizer, obstacle } from './quadratic';

const REACH = 3.2;
const FARTHEST = 2;
const DEGREES = Math.PI / 180;

/**
 * What a change of c does to the minimizer of x'Qx/2 + c'x: the unit circle of changes becomes an ellipse of
 * minimizers, with half axes 1/lambda along the eigenvectors. Where it is `unexplained` it shows that and does not say so.
 */
@customElement('spectrum-perturbation')
export class SpectrumPerturbation extends SpectrumElement {
  static override styles = [
    pieceStyles,
    painterStyles,
    css`
      .panes {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: 16px;
      }
      canvas {
        height: 270px;
      }
      input[type='number'] {
        width: 84px;
      }
      .row {
        margin: 10px 0;
      }
    `,
  ];

  @property({ type: Boolean }) unexplained = false;

  @state() private c: Point = [0.8, 0.4];
  @state() private angle = 30;

  private cFrame?: Frame;
  private readonly painter = new Painter(this, {
    '#c': (context, width, height, colors) => this.drawC(context, width, height, colors),
    '#x': (context, width, height, colors) => this.drawX(context, width, height, colors),
  });

  constructor() {
    super();
    new Dragger(
      this,
      () => this.painter.canvas('#c'),
      () => (this.cFrame ? [this.c, this.changed].map(([x, y]) => ({
        px: this.cFrame!.px(x), py: this.cFrame!.py(y),
      })) : []),
      (handle, px, py) => {
        const [x, y] = [this.cFrame!.x(px), this.cFrame!.y(py)];
        if (handle === 0) this.moveC([x, y]);
        else this.angle = Math.round((Math.atan2(y - this.c[1], x - this.c[0]) / DEGREES + 360) % 360);
      },
    );
  }

  private moveC([x, y]: Point) {
    this.c = [within(FARTHEST, x), within(FARTHEST, y)];
  }

  /** c after the change of length 1. */
  private get changed(): Point {
    return this.around(this.angle);
  }

  private around(degrees: number): Point {
    return [this.c[0] + Math.cos(degrees * DEGREES), this.c[1] + Math.sin(degrees * DEGREES)];
  }

  private get basis() {
    return this.model?.portrait?.basis;
  }

  private drawC(context: CanvasRenderingContext2D, width: number, height: number, colors: Colors) {
    const frame = Frame.around({ x0: -REACH, x1: REACH, y0: -REACH, y1: REACH }, width, height, 2);
    this.cFrame = frame;
    drawGrid(context, frame, colors, 'c\u2081', 'c\u2082');
    drawPath(context, frame, circle().map((a) => this.around(a)), colors.second, 2);
    drawArrow(context, frame, this.c, this.changed, colors.second);
    drawHandle(context, frame, colors, this.c, colors.ink);
    drawHandle(context, frame, colors, this.changed, colors.second);
  }

  private drawX(context: CanvasRenderingContext2D, width: number, height: number, colors: Colors) {
    const basis = this.basis;
    if (!basis) return;
    const reach = REACH / basis.values[0];
    const frame = Frame.around({ x0: -reach, x1: reach, y0: -reach, y1: reach }, width, height, 2);
    drawGrid(context, frame, colors, 'x\u2081', 'x\u2082');
    const at = minimizer(basis, this.c);
    basis.values.forEach((value, k) => {
      const end = (sign: number): Point => [
        at[0] + (sign * basis.u[k][0]) / value, at[1] + (sign * basis.u[k][1]) / value];
      context.setLineDash([3, 4]);
      drawPath(context, frame, [end(-1), end(1)], colors.soft, 1.2);
      context.setLineDash([]);
    });
    drawPath(context, frame, circle().map((a) => minimizer(basis, this.around(a))), colors.second, 2);
    drawArrow(context, frame, at, minimizer(basis, this.changed), colors.second);
    drawStar(context, frame, colors, at);
    drawDot(context, frame, colors, minimizer(basis, this.changed), colors.second, 5);
  }

  protected override render() {
    const portrait = this.model?.portrait;
    const basis = this.basis;
    if (!portrait) return nothing;
    const reason = obstacle(portrait);
    if (reason || !basis) return html`<p class="soft">${reason} There is no single minimizer to move.</p>`;
    const two = basis.values.length === 2;
    return html`
      ${two ? this.pictures(basis) : nothing}
      ${this.unexplained ? nothing : this.explanation(basis, portrait.view.kappa)}
    `;
  }

  private explanation(basis: { values: number[] }, kappa: number | null) {
    return html`
      <div class="scroll"><table>
        <thead><tr><th>eigenvalue \u03bb</th><th>how far a unit change of c along it moves the minimizer, 1/\u03bb</th></tr></thead>
        <tbody>
          ${basis.values.map((v) => html`<tr><th scope="row">${shortNumber(v)}</th><td>${shortNumber(1 / v)}</td></tr>`)}
        </tbody>
      </table></div>
      <p class="say">
        The same change of <i>c</i> moves the minimizer by up to ${shortNumber(1 / basis.values[0], 3)} or by as little as
        ${shortNumber(1 / basis.values[basis.values.length - 1], 3)}: most along the eigenvector of the smallest
        eigenvalue. The ratio is \u03ba = ${shortNumber(kappa ?? Number.NaN, 3)}.
      </p>
    `;
  }

  private pictures(basis: { values: number[]; u: number[][] }) {
    const at = minimizer(basis, this.c);
    const to = minimizer(basis, this.changed);
    const size = Math.hypot(...at) + 1 / basis.values[1];
    const point = (p: Point) => `(${shortNumber(p[0], 3, size)}, ${shortNumber(p[1], 3, size)})`;
    const moved = Math.hypot(to[0] - at[0], to[1] - at[1]);
    const number = (i: 0 | 1) => html`<label>c${i ? '\u2082' : '\u2081'}
      <input type="number" step="0.1" min=${-FARTHEST} max=${FARTHEST} .value=${String(this.c[i])}
        @change=${(e: Event) => {
          const value = Number((e.target as HTMLInputElement).value) || 0;
          this.moveC(i ? [this.c[0], value] : [value, this.c[1]]);
        }} /></label>`;
    return html`
      <div class="panes">
        <div>
          <h3><i>c</i> and the circle of its unit changes</h3>
          <canvas id="c" role="img" aria-label="c and the unit circle about it; the fields below say the same"></canvas>
        </div>
        <div>
          <h3>The minimizer \u2212<i>Q</i>\u207b\u00b9<i>c</i> and where the circle takes it</h3>
          <canvas id="x" role="img" aria-label="The ellipse of minimizers; its half axes are in the table"></canvas>
        </div>
      </div>
      <div class="row">
        ${number(0)} ${number(1)}
        <label class="row" style="flex: 1 1 240px">direction of the change
          <input type="range" min="0" max="359" .value=${String(this.angle)}
            @input=${(e: Event) => (this.angle = Number((e.target as HTMLInputElement).value))} />
          <span class="num">${this.angle}\u00b0</span></label>
      </div>
      <p class="caption num" aria-live="polite">
        Minimizer ${point(at)}; the change moves it to ${point(to)}, by ${shortNumber(moved, 3)}.
      </p>
    `;
  }
}

function circle(): number[] {
  return Array.from({ length: 121 }, (_, k) => k * 3);
}
