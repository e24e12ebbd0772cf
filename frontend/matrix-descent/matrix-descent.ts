import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { drawGrid, Frame } from '../drawing/frame';
import { drawContours, drawDot, drawHandle, drawPath, drawStar, type Point } from '../drawing/marks';
import { shortFactor, shortNumber } from '../numbers/complex';
import { Dragger } from '../drawing/dragger';
import { Painter, painterStyles } from '../drawing/painter';
import { pieceStyles, SpectrumElement } from '../spectrum-lab/element';
import { descents, obstacle, STEPS, type Descent } from './quadratic';

const CHAPTER: Point = [-5, -2];
const LEVELS = [2.2, 1, 0.5, 0.22, 0.1, 0.04, 0.015, 0.005, 0.0015];

/**
 * The matrix as a quadratic, in four coordinates: as it is, in its eigenbasis, rescaled by its diagonal, rescaled by its
 * eigenvalues; with gradient descent in each at its best rate.
 */
@customElement('matrix-descent')
export class MatrixDescent extends SpectrumElement {
  static override styles = [
    pieceStyles,
    css`
      .panes {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 230px), 1fr));
        gap: 16px;
        margin-bottom: 14px;
      }
    `,
  ];

  private start: Point = CHAPTER;

  protected override render() {
    const portrait = this.model?.portrait;
    if (!portrait) return nothing;
    const reason = obstacle(portrait);
    if (reason) {
      return html`<p class="soft">${reason} So <i>x</i>\u1d40<i>Mx</i>/2 is no bowl with a minimizer to descend to.</p>`;
    }
    const n = portrait.cells.length;
    const start = Array.from({ length: n }, (_, i) => this.start[i % 2]);
    const all = descents(portrait, start);
    return html`
      ${n === 2
        ? html`<div class="panes">
            ${all.map((descent, i) => html`<descent-pane
              .descent=${descent}
              .movable=${i === 0}
              @start-change=${(e: CustomEvent<Point>) => this.move(e.detail)}
            ></descent-pane>`)}
          </div>`
        : html`<p class="soft">Pictures need two variables; the numbers hold for all ${n}.</p>`}
      <div class="scroll"><table>
        <thead>
          <tr>
            <th>coordinates</th><th>\u03ba</th><th>best rate</th><th>predicted factor a step</th>
            <th>measured over ${STEPS} steps</th><th>distance left</th>
          </tr>
        </thead>
        <tbody>
          ${all.map((d) => html`<tr>
            <th scope="row">${typeset(d.formula)}</th>
            <td>${shortNumber(d.kappa)}</td>
            <td>${shortNumber(d.rate)}</td>
            <td>${shortFactor(d.predicted)}</td>
            <td>${shortFactor(d.measured)}</td>
            <td>${shortNumber(Math.hypot(...d.path[STEPS]) / Math.hypot(...d.path[0]), 2)}</td>
          </tr>`)}
        </tbody>
      </table></div>
      <p class="say">
        With its best rate a step of gradient descent leaves at most (\u03ba\u22121)/(\u03ba+1) of the distance:
        ${shortFactor(all[0].predicted, 3)} here, and ${shortFactor(all[2].predicted, 3)} after rescaling by the diagonal.
        Turning into the eigenbasis changes nothing: gradient descent does not mind rotation.
      </p>
    `;
  }

  private move(to: Point) {
    this.start = to;
    this.requestUpdate();
  }
}

/** The formula with its power raised. */
function typeset(formula: string) {
  const [base, rest] = formula.split('^1/2 ');
  return rest === undefined ? base : html`${base}<sup>\u00bd</sup>${rest}`;
}

/** One of the four pictures. */
@customElement('descent-pane')
export class DescentPane extends LitElement {
  static override styles = [
    pieceStyles,
    painterStyles,
    css`
      canvas {
        height: 210px;
      }
      sup {
        font-size: 0.75em;
        line-height: 0;
      }
      h3 .num {
        margin-inline-start: 8px;
        font-weight: 500;
      }
      h3 i {
        font: italic 400 17px KaTeX_Main, Georgia, serif;
      }
      p {
        margin: 6px 0 0;
        font-size: 13.5px;
      }
    `,
  ];

  @property({ attribute: false }) descent!: Descent;
  @property({ attribute: false }) movable = false;

  private frame?: Frame;
  private readonly painter = new Painter(this, {
    canvas: (c, width, height, colors) => {
      const { hessian, path } = this.descent;
      const points = path.map(([a, b]): Point => [a, b]);
      if (!this.frame || this.dragger.held === undefined) {
        const reach = Math.max(...points.map((p) => Math.max(Math.abs(p[0]), Math.abs(p[1]))), 1e-12) * 1.15;
        this.frame = Frame.around({ x0: -reach, x1: reach, y0: -reach, y1: reach }, width, height, 4);
      }
      const frame = this.frame;
      drawGrid(c, frame, colors, `${this.descent.name}\u2081`, `${this.descent.name}\u2082`);
      const [[a, b], [, d]] = hessian;
      const [y1, y2] = points[0];
      const f = (a * y1 * y1 + 2 * b * y1 * y2 + d * y2 * y2) / 2;
      drawContours(c, frame, colors, [a, b, d], [0, 0], LEVELS.map((level) => level * f));
      drawPath(c, frame, points, colors.first);
      points.forEach((p, k) => k && drawDot(c, frame, colors, p, colors.first, 3.4));
      drawStar(c, frame, colors, [0, 0]);
      if (this.movable) drawHandle(c, frame, colors, points[0], colors.first);
      else drawDot(c, frame, colors, points[0], colors.first, 5);
    },
  });

  private readonly dragger: Dragger = new Dragger(
    this,
    () => this.painter.canvas('canvas'),
    () => {
      const [x, y] = this.descent.path[0];
      return this.movable && this.frame ? [{ px: this.frame.px(x), py: this.frame.py(y) }] : [];
    },
    (_, px, py) => this.emit([this.frame!.x(px), this.frame!.y(py)]),
  );

  private emit(to: Point) {
    if (Math.hypot(...to) > 1e-9) this.dispatchEvent(new CustomEvent('start-change', { detail: to }));
  }

  private key(event: KeyboardEvent) {
    const arrows: Record<string, Point> = {
      ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
    };
    const arrow = arrows[event.key];
    if (!arrow || !this.movable) return;
    event.preventDefault();
    const [x, y] = this.descent.path[0];
    this.emit([x + 0.25 * arrow[0], y + 0.25 * arrow[1]]);
  }

  protected override willUpdate(_: PropertyValues) {
    this.painter.request();
  }

  protected override render() {
    const d = this.descent;
    const [x, y] = d.path[0];
    const label = `Contours in the coordinates ${d.formula} and gradient descent from (${shortNumber(x, 3)}, `
      + `${shortNumber(y, 3)}); condition number ${shortNumber(d.kappa, 3)}.`;
    return html`<h3><i>${typeset(d.formula)}</i> <span class="soft num">\u03ba = ${shortNumber(d.kappa, 3)}</span></h3>
      ${this.movable
        ? html`<canvas tabindex="0" role="application" aria-roledescription="start of the descent"
            aria-label="${label} Arrow keys move the start." @keydown=${this.key}></canvas>`
        : html`<canvas role="img" aria-label=${label}></canvas>`}
      <p class="soft">${d.remark}</p>`;
  }
}
