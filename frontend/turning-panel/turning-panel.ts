import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shortNumber } from '../numbers/complex';
import { Painter, painterStyles } from '../drawing/painter';
import { pieceStyles } from '../spectrum-lab/element';
import { fetchJson } from '../spectrum-lab/portrait';
import { WhileOpen } from '../spectrum-lab/while-open';
import { drawCurve, drawDiscs, drawTrajectory } from './draw';
import { discs, type Case, type Turning } from './turning';

/** The printed formula is the ellipse turned by this angle, and doubled. */
const PRINTED_ANGLE = 45;

/**
 * One angle turns the chapter's quadratic: contours, Adagrad's steps, condition numbers, discs. `angle` in degrees from
 * 0 to 90.
 */
@customElement('turning-panel')
export class TurningPanel extends LitElement {
  static override styles = [
    pieceStyles,
    painterStyles,
    css`
      .panes {
        display: grid;
        grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr) minmax(0, 1fr);
        gap: 16px;
        margin: 10px 0;
      }
      .stack {
        display: flex;
        flex-direction: column;
        gap: 10px;
      }
      #path {
        height: 350px;
      }
      .stack canvas {
        height: 150px;
      }
      h3 {
        font-size: 13.5px;
        font-weight: 500;
        color: var(--descent-soft);
      }
      td.shown {
        font-weight: 600;
      }
      @media (max-width: 1000px) {
        .panes {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .panes > :first-child {
          grid-column: 1 / -1;
        }
      }
      @media (max-width: 560px) {
        .panes {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private turning?: Turning;
  @state() private angle = 0;
  @state() private printed = false;
  @state() private failed = false;
  private fetching = false;
  private readonly chapter = new WhileOpen(this);

  constructor() {
    super();
    new Painter(this, {
      '#path': (c, w, h, colors) => {
        if (this.shown) drawTrajectory(c, w, h, colors, this.shown);
      },
      '#given': (c, w, h, colors) => {
        const reach = this.printed ? 9 : 4.6;
        if (this.shown) drawDiscs(c, w, h, colors, discs(this.shown.hessian, this.shown.kappa), reach);
      },
      '#rescaled': (c, w, h, colors) => {
        if (this.shown) drawDiscs(c, w, h, colors, discs([1, this.shown.off, 1], this.shown.rescaled), 2.1);
      },
      '#f': (c, w, h, colors) => {
        const { turning } = this;
        if (!turning) return;
        const level = { value: last(turning.printed), text: 'as printed' };
        drawCurve(c, w, h, colors, turning.turned.map(last), this.angle, colors.adagrad, level);
      },
      '#kappa': (c, w, h, colors) => {
        const { turning } = this;
        if (!turning) return;
        const level = { value: turning.turned[0].kappa, text: '\u03ba(M)' };
        drawCurve(c, w, h, colors, turning.turned.map((t) => t.rescaled), this.angle, colors.first, level);
      },
    });
  }

  /** In a closed chapter nothing is fetched or drawn. */
  protected override shouldUpdate(_: PropertyValues): boolean {
    if (this.chapter.open && !this.fetching) this.fetch();
    return this.chapter.open;
  }

  private fetch() {
    this.fetching = true;
    fetchJson<Turning>('stream/spectrum/turning').then(
      (turning) => (this.turning = turning),
      () => (this.failed = true),
    );
  }

  private get shown(): Case | undefined {
    return this.printed ? this.turning?.printed : this.turning?.turned[this.angle];
  }

  private turn(angle: number) {
    this.angle = angle;
    this.printed = false;
  }

  protected override render() {
    if (this.failed) return html`<p class="warn">The server cannot be reached. Load the page again to try once more.</p>`;
    const shown = this.shown;
    if (!shown || !this.turning) return html`<p class="soft">Turning the quadratic \u2026</p>`;
    const [a, b, d] = shown.hessian;
    const name = this.printed ? 'as printed' : `turned by ${this.angle}\u00b0`;
    return html`
      <div class="row">
        <label class="row" style="flex: 1 1 320px">
          turn by
          <input type="range" min="0" max="90" .value=${String(this.angle)}
            @input=${(e: Event) => this.turn(Number((e.target as HTMLInputElement).value))} />
          <span class="num" style="min-width: 2.4em">${this.angle}\u00b0</span>
        </label>
        ${[0, 45, 90].map((angle) => html`<button aria-pressed=${!this.printed && this.angle === angle}
          @click=${() => this.turn(angle)}>${angle}\u00b0</button>`)}
        <button aria-pressed=${this.printed} @click=${() => {
          this.angle = PRINTED_ANGLE;
          this.printed = !this.printed;
        }}>as printed</button>
      </div>
      <div class="panes">
        <div>
          <h3>Adagrad, rate 2, ${this.turning.steps} steps, on the quadratic ${name}</h3>
          <canvas id="path" role="img" aria-label="Contours of the quadratic ${name} and Adagrad's steps from
            (\u22125, \u22122); they end at f = ${shortNumber(last(shown))}."></canvas>
        </div>
        <div class="stack">
          <div>
            <h3>Discs of the Hessian <i>M</i></h3>
            <canvas id="given" role="img" aria-label="Discs about ${shortNumber(a)} and ${shortNumber(d)} with radius
              ${shortNumber(Math.abs(b))}"></canvas>
          </div>
          <div>
            <h3>Discs of the rescaled <i>M</i></h3>
            <canvas id="rescaled" role="img" aria-label="Two discs about 1 with radius
              ${shortNumber(Math.abs(shown.off))}"></canvas>
          </div>
        </div>
        <div class="stack">
          <div>
            <h3>Adagrad\u2019s last <i>f</i> by angle</h3>
            <canvas id="f" role="img" aria-label="Adagrad's last f against the angle, log scale; in the table below"></canvas>
          </div>
          <div>
            <h3>\u03ba of the rescaled <i>M</i> by angle</h3>
            <canvas id="kappa" role="img" aria-label="Condition number of the rescaled matrix against the angle, log scale"></canvas>
          </div>
        </div>
      </div>
      <div class="scroll"><table>
        <thead><tr>
          <td></td><th>M</th><th>\u03ba(M)</th><th>\u03ba rescaled</th><th>disc radius, rescaled</th><th>Adagrad\u2019s last f</th>
        </tr></thead>
        <tbody>
          ${this.line(name, shown, true)}
          ${this.line('turned by 0\u00b0', this.turning.turned[0])}
          ${this.line('turned by 45\u00b0', this.turning.turned[PRINTED_ANGLE])}
          ${this.line('as printed', this.turning.printed)}
        </tbody>
      </table></div>
      <p class="say" aria-live="polite">${this.sentence(shown)}</p>
    `;
  }

  private line(name: string, { hessian: [a, b, d], kappa, rescaled, off, f }: Case, strong = false) {
    const style = strong ? 'shown' : '';
    return html`<tr>
      <th scope="row">${strong ? html`<b>${name}</b>` : name}</th>
      <td class=${style}>${[[a, b], [b, d]].map((row) => row.map((v) => shortNumber(v, 3, 1)).join(', ')).join('; ')}</td>
      <td class=${style}>${shortNumber(kappa)}</td>
      <td class=${style}>${shortNumber(rescaled)}</td>
      <td class=${style}>${shortNumber(Math.abs(off), 4, 1)}</td>
      <td class=${style}>${shortNumber(f[f.length - 1])}</td>
    </tr>`;
  }

  private sentence(shown: Case): string {
    if (this.printed) {
      return 'The printed formula 0.1 (x\u2081 + x\u2082)\u00b2 + 2 (x\u2081 \u2212 x\u2082)\u00b2 turns by 45\u00b0 and also doubles f: eigenvalues 0.4 and '
        + '8 instead of 0.2 and 4. \u03ba stays 20, Adagrad takes the same steps as at 45\u00b0, and its last f is twice as large.';
    }
    const end = shortNumber(last(shown), 3);
    if (this.angle === 0) {
      return `Along the axes the diagonal is the spectrum: rescaling takes \u03ba from 20 to 1, and Adagrad, which rescales `
        + `each coordinate too, gets down to f = ${end}.`;
    }
    if (this.angle === 90) {
      return `Along the axes again, rescaling takes \u03ba from 20 to 1. Adagrad, from the same start, has the long way to go `
        + `along the steep axis now, and ends at f = ${end}.`;
    }
    return `Turning leaves \u03ba(M) = 20 alone, but what rescaling by the diagonal achieves is now only `
      + `${shortNumber(shown.rescaled, 3)}, and Adagrad ends at f = ${end}. It rescales coordinates, not eigenvectors.`;
  }
}

function last({ f }: Case): number {
  return f[f.length - 1];
}
