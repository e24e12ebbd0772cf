import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { inkNewsOf } from '../ink/ink';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import type { TrainingChart } from '../training-chart/training-chart';
import { ownScheme, wearScheme } from '../theme/page-scheme';
import { themeStyles } from '../theme/scheme';
import { RaceFollower } from './race-follower';
import { RoomStream, type Connection } from './room-stream';
import { sceneOf, SceneOrder, type Scene } from './scene';
import { styles } from './styles';

const REDUCED = '(prefers-reduced-motion: reduce)';
/** A loss shorter than this is nobody's concern. */
const PATIENCE = 1500;

/**
 * Shows in the race around it, or the chart or matrix beside it, what a room's stream tells. Fires `room-closed`,
 * `room-refused` {status} and `frozen-change` {frozen}; the parent has the attribute `frozen` while the room is.
 */
@customElement('room-link')
export class RoomLink extends LitElement {
  static override styles = [themeStyles, styles];

  /** Where the room's events are. */
  @property() src = '';
  /** Goes on to receive, but shows nothing of it. */
  @property({ type: Boolean }) exploring = false;
  /** It is the wall: a frozen room does not cover it, and it wears the scene's color scheme. */
  @property({ type: Boolean }) wall = false;
  /** The id of the chart that is led, if it is not beside. */
  @property() for = '';
  /** The id of the spectrum lab that is led, if it is not beside. */
  @property() spectrum = '';

  @query('dialog') private readonly cover!: HTMLDialogElement;
  @state() private lost = false;
  @state() private frozen = false;
  private scene?: Scene;
  private stream?: RoomStream;
  private patience = 0;
  /** The parent, while it is marked as frozen. */
  private marked: Element | null = null;
  private whole = new AbortController();
  private readonly order = new SceneOrder();
  private readonly follower = new RaceFollower();
  private readonly link = new RaceLink(this, (change) => { if (change === 'trace') this.showRace(); });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.begin();
    this.whole = new AbortController();
    const { signal } = this.whole;
    window.addEventListener('online', () => this.stream?.hurry(), { signal });
    document.addEventListener('visibilitychange', () => this.seenAgain(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.whole.abort();
    this.end();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('src')) this.begin();
    else if (changed.has('exploring') || changed.has('for') || changed.has('spectrum')) this.showAll();
    if (changed.has('frozen')) this.showCover();
  }

  protected override render() {
    return html`
      <p class="lost" role="status">${this.lost ? 'The connection to the room is lost. Trying again \u2026' : ''}</p>
      <dialog aria-labelledby="words" @cancel=${stay} @keydown=${this.keydown} @close=${this.showCover}>
        <div id="words" role="status"><p>Eyes to the front</p>
          <p>Your teacher has paused all screens. You can go on in a moment.</p></div>
      </dialog>
    `;
  }

  private begin(): void {
    this.end();
    if (!this.src || !this.isConnected) return;
    this.stream = new RoomStream(this.src, {
      scene: (data) => this.received(sceneOf(data)),
      ink: (data) => this.link.model?.ink.hear(inkNewsOf(data), performance.now()),
      changed: (connection, status) => this.connection(connection, status),
    });
    this.stream.start();
  }

  private end(): void {
    this.stream?.stop();
    this.stream = undefined;
    this.scene = undefined;
    this.settle();
    this.freeze(false);
    ownScheme();
  }

  private connection(connection: Connection, status?: number): void {
    if (connection === 'lost' || connection === 'connecting') {
      this.patience ||= window.setTimeout(() => { this.lost = true; }, PATIENCE);
      return;
    }
    this.settle();
    if (connection === 'open') {
      this.order.connected();
      return;
    }
    this.end();
    if (connection === 'closed') this.tell('room-closed', {});
    else this.tell('room-refused', { status });
  }

  private settle(): void {
    clearTimeout(this.patience);
    this.patience = 0;
    this.lost = false;
  }

  private received(scene: Scene | undefined): void {
    if (!scene || !this.order.accepts(scene)) return;
    this.scene = scene;
    this.follower.want(scene, performance.now());
    this.freeze(scene.frozen);
    this.showAll();
  }

  // Showing

  private showAll(): void {
    const { scene } = this;
    if (!scene) return;
    if (this.exploring) {
      // What was done meanwhile by hand is undone when following again.
      this.follower.again();
      return;
    }
    if (this.wall && scene.scheme) wearScheme(scene.scheme);
    if (!scene.run) return;
    const led = this.led(scene);
    if (!led) return;
    if (scene.kind === 'spectrum') {
      change(led, 'way', String(1 - scene.away));
      change(led, 'followed', new URLSearchParams(scene.field).get('matrix') ?? '');
      return;
    }
    if (scene.kind === 'race') change(led, 'field', scene.field);
    change(led, 'run', scene.run);
    if (scene.kind === 'training') {
      led.toggleAttribute('paused', scene.progress === 'paused');
      (led as TrainingChart).ink.board = this.link.model?.ink;
    }
    if (scene.kind === 'race') this.showRace();
  }

  private showRace(): void {
    const { model } = this.link;
    if (this.exploring || this.scene?.kind !== 'race' || !model) return;
    this.follower.apply(model, performance.now(), matchMedia(REDUCED).matches);
  }

  private led({ kind }: Scene): Element | null {
    if (kind === 'race') return this.closest('descent-race');
    const id = kind === 'training' ? this.for : this.spectrum;
    if (id) return (this.getRootNode() as Document | ShadowRoot).getElementById(id);
    return this.parentElement?.querySelector(kind === 'training' ? 'training-chart' : 'spectrum-lab') ?? null;
  }

  /** A hidden page draws no frames: what played meanwhile has gone on elsewhere. */
  private seenAgain(): void {
    if (document.hidden || !this.scene?.playing) return;
    this.follower.again();
    this.showRace();
  }

  // The cover

  private freeze(frozen: boolean): void {
    if (frozen === this.frozen) return;
    this.frozen = frozen;
    this.marked?.removeAttribute('frozen');
    this.marked = frozen ? this.parentElement : null;
    this.marked?.setAttribute('frozen', '');
    this.tell('frozen-change', { frozen });
  }

  /** A dialog, since it keeps the keyboard out of the page too, and gives it back where it was. */
  private readonly showCover = (): void => {
    if (!this.frozen || this.wall) this.cover.close();
    else if (!this.cover.open && this.isConnected) this.cover.showModal();
  };

  private readonly keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.preventDefault();
  };

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function stay(event: Event): void {
  event.preventDefault();
}

function change(element: Element, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

declare global {
  interface HTMLElementTagNameMap {
    'room-link': RoomLink;
  }
}
