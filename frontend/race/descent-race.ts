import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { HAND_MOVE, HAND_REST } from '../hand/hand-move';
import { isOfSurface, surfaceOf, type Move } from '../hand/moved-query';
import { Following } from './following';
import { Pinning } from './pinning';
import { raceContext } from './race-context';
import { RaceModel } from './race-model';
import { RunLoader } from './run-loader';

const REDUCED = '(prefers-reduced-motion: reduce)';
const LONGEST_FRAME = 0.1;

/**
 * A race of optimizers: loads the run that it is given and shares it, and the step that is shown, with the elements
 * inside it. Fires `run-gone` when the server no longer has the run, so that the page may start it anew.
 */
@customElement('descent-race')
export class DescentRace extends LitElement {
  static override styles = css`
    :host { display: block; }
  `;

  /** Where the run's frames are, as stream/runs/ID. */
  @property() run = '';
  /** The objective's part of the query, for the contours: objective=ellipse&rotate=0. */
  @property() field = '';

  /** Whether the shown race can be pinned. */
  @property({ type: Boolean }) pins = false;

  /** The whole experiment's query, where what is dragged inside is to be followed. */
  @property() query = '';

  /** The first run, and one on another objective, is shown at its start, and not played. */
  @property({ type: Boolean }) still = false;

  readonly model = new RaceModel();
  private readonly provider = new ContextProvider(this, { context: raceContext, initialValue: this.model });
  private readonly loader = new RunLoader({
    arrived: (trace, ticket) => {
      const { run, field, query } = this.asked.get(ticket) ?? this;
      for (const key of this.asked.keys()) if (key <= ticket) this.asked.delete(key);
      if (this.following.ahead) {
        this.model.run = run;
        return;
      }
      this.model.query = query;
      this.model.show(trace, field, !matchMedia(REDUCED).matches, run, this.still);
    },
    grew: (before) => this.model.grown(before),
    failed: (message, gone) => {
      this.model.fail(message);
      if (gone) this.dispatchEvent(new CustomEvent('run-gone', { bubbles: true, composed: true }));
    },
  });
  private readonly following = new Following(this.model);
  private readonly pinning = new Pinning(this.model);
  private readonly onHand = (event: CustomEvent<Move>): void => {
    if (this.query && this.following.follow(this.query, this.field, event.detail)) event.preventDefault();
  };
  private readonly onRest = (): void => this.following.rest();
  private readonly onNear = (): void => {
    if (this.query) this.following.near();
    if (this.pins) this.pinning.bringBack();
  };
  /** Which contours belong to which run under way, so that both change at once. */
  private readonly asked = new Map<number, { run: string; field: string; query: string }>();
  private unsubscribe?: () => void;
  private frame = 0;
  private lastFrame = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.provider.setValue(this.model);
    this.addEventListener(HAND_MOVE, this.onHand);
    this.addEventListener(HAND_REST, this.onRest);
    this.addEventListener('pointerover', this.onNear, { passive: true });
    this.addEventListener('focusin', this.onNear);
    this.unsubscribe = this.model.subscribe((change) => { if (change === 'playback') this.keepTime(); });
    if (this.hasUpdated && this.run && !this.model.trace) this.load();
    if (this.hasUpdated && this.pins) this.pinning.bringBack();
    this.keepTime();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
    this.removeEventListener(HAND_MOVE, this.onHand);
    this.removeEventListener(HAND_REST, this.onRest);
    this.removeEventListener('pointerover', this.onNear);
    this.removeEventListener('focusin', this.onNear);
    this.following.stop();
    this.pinning.stop();
    this.loader.stop();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('pins') && this.pins) this.pinning.bringBack();
    if (changed.has('run') && this.run) this.load();
    else if (changed.has('field')) this.model.showField(this.field);
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  /** Shows what a link would show, as a number in it moves; false where that cannot be followed. */
  followLink(link: string, hole: string): boolean {
    const query = link.slice(link.indexOf('?') + 1);
    return this.following.followLink(query, isOfSurface(hole) ? surfaceOf(query) : undefined);
  }

  /** Pins the shown race, or lets go of what is pinned. */
  togglePin(): void {
    this.pinning.toggle();
  }

  /** The number rests. */
  rest(): void {
    this.following.rest();
  }

  private load(): void {
    this.asked.set(this.loader.load(this.run), { run: this.run, field: this.field, query: this.query });
  }

  /** Runs the clock while the race plays, and only then. */
  private keepTime(): void {
    if (!this.model.playing || this.frame || !this.isConnected) return;
    this.lastFrame = performance.now();
    const tick = (now: number) => {
      // A tab that was hidden goes on where it was, instead of jumping to the end.
      this.model.advance(Math.min(LONGEST_FRAME, Math.max(0, now - this.lastFrame) / 1000));
      this.lastFrame = now;
      this.frame = this.model.playing ? requestAnimationFrame(tick) : 0;
    };
    this.frame = requestAnimationFrame(tick);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'descent-race': DescentRace;
  }
}
