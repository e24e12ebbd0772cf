import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Dragger } from '../drawing/dragger';
import type { Frame } from '../drawing/frame';
import type { Point } from '../drawing/marks';
import { Painter, painterStyles } from '../drawing/painter';
import { shortComplex, type Complex } from '../numbers/complex';
import { roundedTo } from '../numbers/numbers';
import { pieceStyles, SpectrumElement } from '../spectrum-lab/element';
import { Asking } from './asking';
import { circleFrame, drawBars, drawCurves, drawDiagonal, drawVector } from './draw';
import { heat, heatStyles } from './heat';
import { Player } from './player';
import { isReal, type Power, type Qr, type Shift } from './source';
import { powerTable, qrTable } from './tables';
import { timeline, timelineStyles } from './timeline';
import { powerSays, powerStep, qrSays, qrStep } from './words';

const SHIFTS: [Shift, string][] = [['none', 'no shift'], ['rayleigh', 'Rayleigh\u2019s shift'], ['wilkinson', 'Wilkinson\u2019s shift']];
const TURN = 5;
const DEGREES = Math.PI / 180;

/** How eigenvalues are found: power iteration and QR steps on the matrix, to be watched step by step. */
@customElement('spectrum-iteration')
export class SpectrumIteration extends SpectrumElement {
  static override styles = [
    pieceStyles,
    painterStyles,
    timelineStyles,
    heatStyles,
    css`
      .panes {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: 16px;
        margin-top: 12px;
      }
      canvas {
        height: 270px;
      }
      canvas[tabindex] {
        touch-action: pan-y;
      }
      h3 {
        font-size: 13.5px;
        font-weight: 500;
        color: var(--descent-soft);
      }
      @media (max-width: 800px) {
        canvas {
          height: 220px;
        }
      }
      .start input {
        width: min(100%, 220px);
      }
      .step {
        margin: 12px 0 0;
        min-height: 1.45em;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @state() private method: 'power' | 'qr' = 'power';
  @state() private shift: Shift = 'none';
  @state() private start = '';

  private readonly player = new Player(this);
  private readonly asking = new Asking(this, (iteration) => this.player.bound(iteration.steps.length - 1));
  private frame?: Frame;
  private readonly painter = new Painter(this, {
    '#vector': (c, width, height, colors) => {
      const { power } = this;
      if (!power) return;
      this.frame = circleFrame(width, height);
      const goal = power.goal.length === 1 && isReal(power.goal[0]) ? pointOf(power.goal[0]) : undefined;
      drawVector(c, this.frame, colors, power.steps.map(({ x }) => pointOf(x)), this.player.step, goal);
    },
    '#bars': (c, width, height, colors) => {
      const x = this.power?.steps[this.player.step]?.x;
      if (x) drawBars(c, width, height, colors, x, isReal(x));
    },
    '#rayleigh': (c, width, height, colors) => {
      const { power } = this;
      if (!power) return;
      const level = power.outcome === 'tied' ? undefined
        : { value: power.largest[0], text: `\u03bb\u2081 = ${shortComplex(power.largest)}` };
      const values = power.steps.map(({ rayleigh }) => rayleigh[0]);
      drawCurves(c, width, height, colors, [{ values, color: colors.first }], this.player.step, { log: false, level });
    },
    '#error': (c, width, height, colors) => {
      const { power } = this;
      if (!power) return;
      const values = power.steps.map(({ sine, residual }) => (sine === null ? residual : sine));
      drawCurves(c, width, height, colors, [{ values, color: colors.first }], this.player.step, { log: true });
    },
    '#diagonal': (c, width, height, colors) => {
      const { qr } = this;
      if (!qr) return;
      const diagonals = qr.steps.map(({ matrix }) => matrix.map((row, i) => row[i]));
      drawDiagonal(c, width, height, colors, diagonals, this.player.step, qr.eigenvalues);
    },
    '#below': (c, width, height, colors) => {
      const { qr } = this;
      if (!qr) return;
      const curves = [{ values: qr.steps.map(({ outside }) => outside), color: colors.first }];
      const plain = { values: qr.unshifted, color: colors.soft, dash: [5, 4] };
      drawCurves(c, width, height, colors, qr.shift === 'none' ? curves : [...curves, plain], this.player.step, { log: true });
    },
  });

  private readonly dragger: Dragger = new Dragger(
    this,
    () => this.painter.canvas('#vector'),
    () => {
      const x = this.power?.steps[0].x;
      return x && this.frame ? [{ px: this.frame.px(x[0][0]), py: this.frame.py(x[1][0]) }] : [];
    },
    (_, px, py) => this.turnTo(Math.round(Math.atan2(this.frame!.y(py), this.frame!.x(px)) / DEGREES)),
  );

  private get power(): Power | undefined {
    const { answer } = this.asking;
    return answer?.method === 'power' ? answer : undefined;
  }

  private get qr(): Qr | undefined {
    const { answer } = this.asking;
    return answer?.method === 'qr' ? answer : undefined;
  }

  protected override willUpdate() {
    const matrix = this.model?.portrait?.text;
    if (!matrix) return;
    const size = this.model!.portrait!.cells.length;
    // A start for a matrix of another size is none.
    if (this.start && this.start.split(',').length !== size && this.asking.size !== size) this.start = '';
    const { method, shift, start } = this;
    this.asking.want({ matrix, method, shift, start }, size, this.dragger.held !== undefined);
  }

  /** A start of length 1 in that direction, in degrees. */
  private turnTo(degrees: number) {
    this.start = [Math.cos(degrees * DEGREES), Math.sin(degrees * DEGREES)].map((v) => roundedTo(v, 4)).join(',');
  }

  private key(event: KeyboardEvent) {
    const by = { ArrowLeft: TURN, ArrowUp: TURN, ArrowRight: -TURN, ArrowDown: -TURN }[event.key];
    const x = this.power?.steps[0].x;
    if (by === undefined || !x) return;
    event.preventDefault();
    this.turnTo(Math.round(Math.atan2(x[1][0], x[0][0]) / DEGREES) + by);
  }

  private choose(method: 'power' | 'qr') {
    this.method = method;
    this.player.pause();
  }

  protected override render() {
    if (!this.model?.portrait) return nothing;
    const { failure, answer } = this.asking;
    const choice = (method: 'power' | 'qr', name: string) => html`<button aria-pressed=${this.method === method ? 'true' : 'false'}
      @click=${() => this.choose(method)}>${name}</button>`;
    return html`
      <div class="row" role="group" aria-label="Method">
        ${choice('power', 'Power iteration')} ${choice('qr', 'QR steps')}
        ${this.method === 'power' ? this.startField() : this.shiftField()}
      </div>
      <div role="alert" class="warn">${failure ?? nothing}</div>
      ${answer?.method === this.method ? (answer.method === 'power' ? this.powerPanes(answer) : this.qrPanes(answer)) : nothing}
    `;
  }

  private startField() {
    return html`<label class="row start">start x\u2080
      <input type="text" autocomplete="off" spellcheck="false" placeholder="1, 1/2, 1/3, \u2026" .value=${this.start}
        @change=${(e: Event) => { this.start = (e.target as HTMLInputElement).value; }} /></label>`;
  }

  private shiftField() {
    return html`<select aria-label="Shift" @change=${(e: Event) => { this.shift = (e.target as HTMLSelectElement).value as Shift; }}>
      ${SHIFTS.map(([shift, name]) => html`<option value=${shift} ?selected=${shift === this.shift}>${name}</option>`)}
    </select>`;
  }

  private powerPanes(power: Power) {
    const k = this.player.step;
    const plane = power.steps[0].x.length === 2 && power.steps.every(({ x }) => isReal(x));
    const said = powerStep(power, k);
    const angle = power.steps[0].sine !== null;
    return html`
      ${timeline(this.player, 'power iteration')}
      <p class="step" aria-live="polite">${said}</p>
      <div class="panes">
        <div><h3>${plane ? 'The vector, its start, and the eigenvector' : 'The vector\u2019s components'}</h3>
          ${plane
            ? html`<canvas id="vector" tabindex="0" role="application" aria-roledescription="start of power iteration"
                aria-label="${said} Arrow keys turn the start." @keydown=${this.key}></canvas>`
            : html`<canvas id="bars" role="img" aria-label=${said}></canvas>`}</div>
        <div><h3>Rayleigh quotient${power.steps.every(({ rayleigh }) => rayleigh[1] === 0) ? '' : ', its real part'}</h3>
          <canvas id="rayleigh" role="img" aria-label="The Rayleigh quotient at each step. ${said}"></canvas></div>
        <div><h3>${angle ? 'Sine of the angle to the eigenvector' : '\u2016Ax \u2212 \u03c1x\u2016'}</h3>
          <canvas id="error" role="img" aria-label="What is left of the error at each step, on a log scale. ${powerSays(power)}"></canvas></div>
      </div>
      <p class="say">${powerSays(power)}</p>
      <details><summary>These numbers in a table</summary><div class="scroll">${powerTable(power, k)}</div></details>
    `;
  }

  private qrPanes(qr: Qr) {
    const k = this.player.step;
    const said = qrStep(qr, k);
    return html`
      ${timeline(this.player, 'the QR algorithm')}
      <p class="step" aria-live="polite">${said}</p>
      <div class="panes">
        <div><h3>The matrix M<sub>${k}</sub></h3>${heat(qr, k)}</div>
        <div><h3>Its diagonal, on its way to the eigenvalues</h3>
          <canvas id="diagonal" role="img" aria-label="The complex plane. ${said}"></canvas></div>
        <div><h3>Size of what is below the diagonal${qr.blocks.length ? ', but for blocks' : ''}${qr.shift === 'none' ? '' : '; dashed without shifts'}</h3>
          <canvas id="below" role="img" aria-label="Size of what is below the diagonal at each step, on a log scale. ${qrSays(qr)}"></canvas></div>
      </div>
      <p class="say">${qrSays(qr)}</p>
      <details><summary>These numbers in a table</summary><div class="scroll">${qrTable(qr, k)}</div></details>
    `;
  }
}

function pointOf(x: readonly Complex[]): Point {
  return [x[0][0], x[1][0]];
}
