import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isOfTraining, type Place, type Stroke } from '../ink/ink';
import { deedOf, type KeyDeed, type Tool } from '../ink/keys';
import { Telling, type Mark } from '../ink/telling';
import '../race/descent-race';
import { RaceLink } from '../race/race-context';
import type { Viewport } from '../race-surface/viewport';
import type { TrainingChart } from '../training-chart/training-chart';
import { themeStyles } from '../theme/scheme';
import { Sheet, type SheetTarget } from './sheet';
import { styles } from './styles';

/** A name of this window: whichever tools it takes up, it has one hand. */
const HAND = crypto.getRandomValues(new Uint32Array(3)).join('-');

const SAID: Record<Tool, string> = {
  pointer: 'Pointer on. All screens show where you point.',
  pen: 'Pen on. All screens show what you draw.',
};

/**
 * A pointer and a pen over the plot that it lies on, in the slot `tools`. Fires `ink` {kind, hand, stroke, from, places} with
 * what they do: `aim` at a place, none if nowhere; `pen`, `undo` and `wipe`; and `look` with the edges of the part of the plane that
 * the plot was moved or zoomed to, none if it shows all of the race. Within a training's chart they are used on that. While one of them is on, the plot takes no
 * gestures.
 */
@customElement('ink-tools')
export class InkTools extends LitElement implements SheetTarget {
  static override styles = [themeStyles, styles];

  /** There is nothing to be pointed at. */
  @property({ type: Boolean }) off = false;

  /** Of this window: each names strokes of its own. */
  private static made = 0;

  @state() tool: Tool | undefined = undefined;
  @state() private drawn = 0;
  @state() private fits = false;
  private readonly telling = new Telling(`${HAND}/${(InkTools.made += 1)}`, (mark) => this.tell(mark));
  private readonly sheet = new Sheet(this);
  private unwatch?: () => void;
  private readonly link = new RaceLink(this, (change) => {
    this.watch();
    if (change === 'field') this.look();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed, { capture: true }); // before the plot, which has an Escape of its own
    document.addEventListener('visibilitychange', this.covered);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed, { capture: true });
    document.removeEventListener('visibilitychange', this.covered);
    this.unwatch?.();
    this.unwatch = undefined;
    this.tool = undefined;
    this.telling.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('off') && this.off) this.take(undefined);
  }

  protected override render() {
    const { tool } = this;
    const toggle = (which: Tool) => () => this.take(tool === which ? undefined : which);
    return html`
      ${tool ? html`<div class="sheet ${tool}" @pointerdown=${this.sheet.down} @pointermove=${this.sheet.move}
        @pointerup=${this.sheet.up} @pointercancel=${this.sheet.up} @pointerleave=${this.sheet.out}
        @wheel=${keepSize}></div>` : nothing}
      <div class="tools" role="group" aria-label="Pointer and pen, seen by all">
        <button id="pointer" title="Show all where you point (L)" aria-label="Pointer" aria-keyshortcuts="L"
          aria-pressed=${tool === 'pointer'} ?disabled=${!this.usable} @click=${toggle('pointer')}>
          <svg viewBox="0 0 16 16" aria-hidden="true"><circle class="full" cx="8" cy="8" r="2.6" />
            <path d="M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6" /></svg><span>Pointer</span></button>
        <button id="pen" title="Draw on the plots of all (P)" aria-label="Pen" aria-keyshortcuts="P"
          aria-pressed=${tool === 'pen'} ?disabled=${!this.usable} @click=${toggle('pen')}>
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2.5 13.5l.8-3.2 7.6-7.6 2.4 2.4-7.6 7.6zM9.4 4.2l2.4 2.4" /></svg>
          <span>Pen</span></button>
        ${tool === 'pen' || this.drawn > 0 ? html`
          <button id="undo" title="Take the last stroke away (U)" aria-label="Undo the last stroke" aria-keyshortcuts="U"
            @click=${this.undo}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5.5 3L2.5 6l3 3M2.5 6h7a3.5 3.5 0 010 7H6" /></svg></button>
          <button id="wipe" title="Take all strokes away (E)" aria-label="Wipe" aria-keyshortcuts="E" @click=${this.wipe}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 13.5L2.3 9.8 9.5 2.6l4 4-6.9 6.9zM5.6 6.5l4 4M5 13.5h8.5" /></svg>
            <span>Wipe</span></button>` : nothing}
      </div>
      <p class="visually-hidden" role="status">${tool ? SAID[tool] : ''}</p>
    `;
  }

  /** What was drawn last is not taken by the room. */
  takeBack(): void {
    this.telling.forget();
    this.sheet.leave();
    this.link.model?.ink.takeBack();
  }

  // The hand over the sheet

  viewport(): Viewport | undefined {
    return this.chart ? this.chart.ink.viewport() : this.link.model?.ink.viewport();
  }

  /** The chart of a training that it lies on; null on the plot of a race. */
  private get chart(): TrainingChart | null {
    return this.closest('training-chart');
  }

  aim(at: Place | undefined): void {
    this.link.model?.ink.aim(at, performance.now());
    this.telling.aim(at);
  }

  begin(at: Place): Stroke {
    return this.shown(this.telling.begin(at));
  }

  draw(stroke: Stroke, at: Place): Stroke {
    return this.shown(this.telling.draw(stroke, at));
  }

  private shown(stroke: Stroke): Stroke {
    this.link.model?.ink.draw(stroke, performance.now());
    return stroke;
  }

  // What is taken up and laid down

  /** On another surface than the class sees, places mean nothing to it. */
  private get usable(): boolean {
    return !this.off && this.fits;
  }

  private take(tool: Tool | undefined): void {
    this.sheet.leave();
    this.tool = this.usable ? tool : undefined;
  }

  private readonly undo = (): void => {
    this.sheet.leave();
    this.telling.undo();
    this.link.model?.ink.takeBack();
  };

  private readonly wipe = (): void => {
    this.sheet.leave();
    this.telling.wipe();
    this.link.model?.ink.takeBack();
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const deed = this.checkVisibility() ? deedOf(event, innermost(), this.tool) : undefined;
    const can = deed === 'undo' || deed === 'wipe' ? this.drawn > 0 : deed === 'off' || this.usable;
    if (!deed || !can) return;
    event.preventDefault();
    event.stopPropagation();
    this.do(deed);
  };

  private do(deed: KeyDeed): void {
    if (deed === 'undo') this.undo();
    else if (deed === 'wipe') this.wipe();
    else this.take(deed === 'off' ? undefined : deed);
  }

  /** Behind another page nobody points. */
  private readonly covered = (): void => {
    if (document.hidden) this.sheet.leave();
  };

  // The room's ink

  private watch(): void {
    const { model } = this.link;
    if (!model || this.unwatch) return;
    model.ink.hand = HAND;
    // A chart shows all of its run to everybody.
    if (this.chart) this.chart.ink.board = model.ink;
    else model.ink.looked = (view) => { if (this.usable) this.telling.look(view ?? []); };
    this.unwatch = model.ink.watch(() => this.look());
    this.look();
  }

  private look(): void {
    const { model } = this.link;
    const { ink, field } = model ?? {};
    this.fits = ink !== undefined
      && (this.chart ? isOfTraining(ink.field) : field !== '' && field === ink.field);
    this.drawn = this.fits && ink ? ink.strokesOn(ink.field).length : 0;
    if (!this.fits && this.tool) {
      this.telling.forget();
      this.take(undefined);
    }
  }

  private tell(mark: Mark): void {
    this.dispatchEvent(new CustomEvent('ink', {
      detail: {
        kind: mark.kind,
        hand: HAND,
        stroke: mark.kind === 'pen' ? mark.stroke : '',
        from: mark.kind === 'pen' ? mark.from : 0,
        places: 'places' in mark ? mark.places.join(',') : '',
      },
    }));
  }
}

/** The plot does not zoom meanwhile, nor does the page in its place. */
function keepSize(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault();
}

/** What has the keyboard, within elements too. */
function innermost(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

declare global {
  interface HTMLElementTagNameMap {
    'ink-tools': InkTools;
  }
}
