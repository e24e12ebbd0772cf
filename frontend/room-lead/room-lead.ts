import { css, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import { SchemeController, themeStyles } from '../theme/scheme';
import { Telling, type Shown } from './telling';

/** How much longer than it should a race may take to play where frames are slow to draw. */
const SLACK = 1.5;
const GRACE = 0.5;

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
  private readonly link = new RaceLink(this, (change) => {
    this.telling.changed();
    if (change === 'playback') this.awaitEnd();
  });
  private end = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.telling.stop();
    clearTimeout(this.end);
  }

  /**
   * A page behind another draws no frames, and its race stands still. Who follows sees it go on by the clock, and so
   * it is at its end here too once they are there.
   */
  private awaitEnd(): void {
    clearTimeout(this.end);
    const { model } = this.link;
    if (!model?.trace || !model.playing) return;
    const seconds = model.secondsLeft;
    this.end = window.setTimeout(() => {
      if (model.playing) model.seek(model.lastStep);
    }, 1000 * (SLACK * seconds + GRACE));
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
