import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';

/** Says which step of the race is shown. */
@customElement('race-step')
export class RaceStep extends LitElement {
  static override styles = css`
    :host { font-variant-numeric: tabular-nums; white-space: nowrap; }
  `;

  private readonly link = new RaceLink(this, () => this.requestUpdate());

  protected override render() {
    const { model } = this.link;
    return model?.trace && model.lastStep > 0 ? html`step ${model.step} of ${model.lastStep}` : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'race-step': RaceStep;
  }
}
