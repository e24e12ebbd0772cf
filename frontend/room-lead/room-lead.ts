import { css, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import { SchemeController, themeStyles } from '../theme/scheme';
import { Telling, type Shown } from './telling';

/**
 * Fires `lead-change` {step, playing, speed, scheme} once the race around it is there and whenever a leader changes
 * what it shows; not for the steps that pass while it plays.
 */
@customElement('room-lead')
export class RoomLead extends LitElement {
  static override styles = [themeStyles, css`
    :host { position: absolute; inline-size: 0; block-size: 0; overflow: hidden; pointer-events: none; }
  `];

  private readonly telling = new Telling(() => this.shown(), (detail) =>
    this.dispatchEvent(new CustomEvent<Shown>('lead-change', { detail })));
  private readonly scheme = new SchemeController(this, () => this.telling.changed());
  private readonly link = new RaceLink(this, () => this.telling.changed());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.telling.stop();
  }

  private shown(): Shown | undefined {
    const { model } = this.link;
    if (!model?.trace || !this.isConnected) return undefined;
    const { step, playing, speed } = model;
    return { step, playing, speed, scheme: this.scheme.paint.dark ? 'dark' : 'light' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-lead': RoomLead;
  }
}
