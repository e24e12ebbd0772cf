import { css, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { inkNewsOf } from '../ink/ink';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import { RaceFollower } from '../room-link/race-follower';
import { RoomStream } from '../room-link/room-stream';
import { sceneOf, SceneOrder, type Scene } from '../room-link/scene';
import { themeStyles } from '../theme/scheme';
import { Telling, type Shown } from './telling';

const REDUCED = '(prefers-reduced-motion: reduce)';
/** How much longer than it should a race may take to play where frames are slow to draw. */
const SLACK = 1.5;
const GRACE = 0.5;

/**
 * Brings the race around it to where the room is, and fires `lead-change` {step, playing, speed, hand} whenever
 * a leader moves it in this window; not for the steps that pass while it plays, nor for what another window did. `hand`
 * names this window, so that the room's scene says whose it is.
 */
@customElement('room-lead')
export class RoomLead extends LitElement {
  static override styles = [themeStyles, css`
    :host { position: absolute; inline-size: 0; block-size: 0; overflow: hidden; pointer-events: none; }
  `];

  /** Where the room's events are. */
  @property() src = '';

  private readonly hand = crypto.getRandomValues(new Uint32Array(3)).join('-');
  private readonly telling = new Telling(() => this.shown(), (shown) =>
    this.dispatchEvent(new CustomEvent<Shown & { hand: string }>('lead-change', { detail: { ...shown, hand: this.hand } })));
  private readonly order = new SceneOrder();
  private readonly follower = new RaceFollower();
  private stream?: RoomStream;
  /** Undefined until it is known where the room is: before that, nothing of this window is for others to see. */
  private scene?: Scene;
  private alone = false;
  private readonly link = new RaceLink(this, (change) => {
    this.follow(); // before what has come is told as this window's own
    this.telling.changed();
    if (change === 'playback') this.awaitEnd();
  });
  private end = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stream?.stop();
    this.scene = undefined;
    this.alone = false;
    this.telling.stop();
    clearTimeout(this.end);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.begin();
  }

  private begin(): void {
    this.stream?.stop();
    if (!this.src || !this.isConnected) return;
    this.stream = new RoomStream(this.src, {
      scene: (data) => this.received(sceneOf(data)),
      ink: (data) => this.link.model?.ink.hear(inkNewsOf(data), performance.now()),
      changed: (connection) => {
        if (connection === 'open') this.order.connected();
        // Who may read no more streams still leads, as far as others are not to be followed.
        if (connection === 'refused') this.alone = true;
      },
    });
    this.stream.start();
  }

  private received(scene: Scene | undefined): void {
    if (!scene || !this.order.accepts(scene)) return;
    this.scene = scene;
    if (scene.hand === this.hand || scene.kind !== 'race') this.follower.forget();
    else this.follower.want(scene, performance.now());
    this.follow();
  }

  private follow(): void {
    const { scene, link: { model } } = this;
    if (!scene || !model) return;
    if (!this.follower.isDue(model)) return;
    this.telling.heard(scene, () =>
      this.follower.apply(model, performance.now(), matchMedia(REDUCED).matches));
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
    const { scene, link: { model } } = this;
    // With another run than the room's it is not where the room is, and what it shows is nobody's wish.
    if (scene ? model?.run !== scene.run : !this.alone) return undefined;
    if (!model?.trace?.complete || !this.isConnected) return undefined;
    const { step, playing, speed } = model;
    return { step, playing, speed };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-lead': RoomLead;
  }
}
