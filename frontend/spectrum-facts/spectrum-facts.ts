import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shortFactor, shortNumber } from '../numbers/complex';
import { pieceStyles, SpectrumElement } from '../spectrum-lab/element';
import type { Portrait, View } from '../spectrum-lab/portrait';

/**
 * Condition numbers of the matrix and of its rescaled twin side by side, and what they mean in a sentence. Seen from afar, on a
 * `wall`, that is all; elsewhere what they are made of comes with them.
 */
@customElement('spectrum-facts')
export class SpectrumFacts extends SpectrumElement {
  static override styles = [
    pieceStyles,
    css`
      td.big {
        font-size: 17px;
        font-weight: 600;
      }
      sub {
        line-height: 0;
      }
      th {
        white-space: normal;
      }
    `,
  ];

  protected override readonly calm = true;

  @property({ type: Boolean }) wall = false;

  protected override render() {
    const portrait = this.model?.portrait;
    if (!portrait) return nothing;
    const { view, preconditioned } = portrait;
    const twin = preconditioned.view;
    const row = (name: unknown, value: (v: View) => number | null, big = '', number = plain) => html`<tr>
      <th scope="row">${name}</th>
      <td class=${big}>${number(value(view))}</td>
      <td class=${big}>${twin ? number(value(twin)) : '\u2013'}</td>
    </tr>`;
    return html`
      <table>
        <thead>
          <tr><th scope="col"><span class="visually-hidden">of</span></th><th scope="col">M</th><th scope="col">rescaled</th></tr>
        </thead>
        <tbody>
          ${row(html`condition number \u03ba`, (v) => v.kappa, 'big')}
          ${this.wall ? nothing : html`
          ${row('smallest eigenvalue', (v) => (v.hermitian ? v.eigenvalues[0][0] : null))}
          ${row('largest eigenvalue', (v) => (v.hermitian ? v.eigenvalues[v.eigenvalues.length - 1][0] : null))}
          ${row(html`largest row radius`, (v) => Math.max(...v.rowDiscs.map((d) => d.radius)))}
          <tr>
            <th scope="row">discs\u2019 bound on \u03ba, (1+r)/(1\u2212r)</th>
            <td></td>
            <td>${preconditioned.bound === null ? '\u2013' : html`\u2264 ${shortNumber(preconditioned.bound)}`}</td>
          </tr>
          ${row(html`best rate 2/(\u03bb<sub>min</sub> + \u03bb<sub>max</sub>)`, (v) => v.bestRate)}
          ${row('error left by a step, (\u03ba\u22121)/(\u03ba+1)', (v) => v.contraction, '', factor)}`}
        </tbody>
      </table>
      ${sentences(portrait).slice(0, this.wall ? 1 : undefined).map((s) => html`<p class="say">${s}</p>`)}
    `;
  }
}

function plain(value: number | null): string {
  return value === null ? '\u2013' : shortNumber(value);
}

function factor(value: number | null): string {
  return value === null ? '\u2013' : shortFactor(value);
}

/** What the numbers say; where they say nothing, why. */
function sentences({ view, preconditioned }: Portrait): string[] {
  const twin = preconditioned.view;
  if (view.kappa === null) {
    const first = `${view.noKappa} λmax/λmin is the condition number of a positive definite matrix only, so none is given here.`;
    return twin ? [first] : [first, preconditioned.impossible ?? ''];
  }
  const said: string[] = [];
  const after = twin?.kappa;
  if (after !== null && after !== undefined) {
    const before = shortNumber(view.kappa, 3);
    const now = shortNumber(after, 3);
    if (Math.abs(after - view.kappa) <= 1e-3 * view.kappa) {
      said.push(`Rescaling by the diagonal leaves \u03ba at ${before}: the trouble is not in the units.`);
    } else if (after < view.kappa) {
      said.push(`Rescaling by the diagonal takes \u03ba from ${before} to ${now}.`);
    } else {
      said.push(`Here rescaling by the diagonal makes it worse: \u03ba goes from ${before} to ${now}.`);
    }
  }
  const r = preconditioned.radius ?? 0;
  said.push(preconditioned.bound === null
    ? `A disc of the rescaled matrix has radius r = ${shortNumber(r, 3)}, at least 1: it reaches 0, and the discs say `
      + 'nothing about \u03ba.'
    : `Rescaled, all discs lie about 1 with radius at most r = ${shortNumber(r, 3)}. So its eigenvalues lie in `
      + `[1 \u2212 r, 1 + r], and \u03ba is at most ${shortNumber(preconditioned.bound, 3)}.`);
  return said;
}
