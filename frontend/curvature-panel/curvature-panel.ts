import { html, LitElement, nothing } from 'lit';
import { styles } from '../image-insight/styles';
import '../line-diagram/line-diagram';
import { decimals } from '../numbers/numbers';
import { themeStyles } from '../theme/scheme';
import type { Portrait, View } from '../training-chart/curvature';
import { TrainingLink } from '../training-chart/training-link';
import type { TrainingSeries } from '../training-chart/training-run';
import { duration, fullName } from '../training-chart/words';
import { looksDiagram, portraitDiagram, viewName } from './diagrams';

/** The curvature of the loss in the run whose chart it stands in: on the way, beside what is stable, and at the end. */
class CurvaturePanel extends LitElement {
  static override readonly styles = [themeStyles, styles];

  private readonly link = new TrainingLink(this);

  protected override render() {
    const { run } = this.link;
    if (!run?.header?.lookedAt) return nothing;
    const looks = looksDiagram(run);
    return html`
      <h2>Curvature of the loss</h2>
      ${looks ? html`<line-diagram .diagram=${looks}></line-diagram>` : html`<p>${run.over ? 'Nobody looked: the training was too short for it.' : 'No look yet: the first comes after 50 steps, or when it takes no more than a quarter of the training’s work.'}</p>`}
      ${run.series.filter(({ portrait }) => portrait).map((series) => this.portrait(series, series.portrait!))}
    `;
  }

  private portrait(series: TrainingSeries, portrait: Portrait) {
    return html`
      <h2>${fullName(series)}: the spectrum at the end</h2>
      <line-diagram .diagram=${portraitDiagram(series)}></line-diagram>
      <div class="scroll" tabindex="0" role="region" aria-label="The spectrum in numbers">
        <table>
          <thead>
            <tr>
              <td></td><th scope="col">λ₁/λ₁₀</th><th scope="col">λ₁/λ₂₀</th><th scope="col">λ₁/λ₁₀₀</th>
              <th scope="col">λ₁ / mean |λ|</th><th scope="col">below 0</th><th scope="col">largest / median |Hᵢᵢ|</th>
            </tr>
          </thead>
          <tbody>
            ${portrait.views.map((view) => html`
              <tr>
                <th scope="row">${viewName(view)}</th>
                ${numbers(view).map((text) => html`<td>${text}</td>`)}
              </tr>`)}
          </tbody>
        </table>
      </div>
      <p>
        Over ${portrait.sample} pictures, ${portrait.parameters.toLocaleString('en')} parameters; it took
        ${duration(portrait.seconds)}. The Hessian of a network has negative eigenvalues, and so no condition number: told
        is how far the largest eigenvalue stands out. The shares and means are estimates from a few random starts.
      </p>
    `;
  }
}

function numbers(view: View): string[] {
  const ratios = [view.over10, view.over20, view.over100, view.overMean].map((value) => plain(value));
  return [...ratios, view.negatives === null ? '–' : `${decimals(100 * view.negatives, 1)} %`, plain(view.diagonalSpread)];
}

function plain(value: number | null): string {
  return value === null ? '–' : decimals(value, value < 100 ? 1 : 0);
}

customElements.define('curvature-panel', CurvaturePanel);
