/** Keeps the relief of the shown window fetched: at once for a new objective, after a pause while the view moves. */
import { reliefOf, type Relief } from './bands';
import type { Ground, View } from '../race/race-model';
import { fetchField, fieldOf, gridFor } from './field';
import type { Scale } from './levels';
import { reliefLater } from './relief-source';
import { padded, type Viewport } from './viewport';

const PAUSE = 110;
/** Heights under the hand are coarse; fine ones follow when no others came for so long. */
const REST = 300;
/** So many times as coarse. */
const COARSE = 3;
/** Fetched beyond every edge, so that a small move shows no border. */
const MARGIN = 0.15;

export class FieldSource {
  relief?: Relief;
  /** The least height of a start, if there is one. */
  leastStart?: number;
  private readonly onChange: (failure?: string) => void;
  private query = '';
  private scale?: Scale;
  private timer = 0;
  private busy = false;
  private wanted?: { viewport: Viewport; detail: number };
  private abort = new AbortController();

  constructor(onChange: (failure?: string) => void) {
    this.onChange = onChange;
  }

  /**
   * Asks for the field of a query and a view; what has been fetched before stays until it comes.
   *
   * @param detail how many pixels of the page one of the view covers
   */
  want(query: string, viewport: Viewport, detail = 1): void {
    if (!query || viewport.width < 8 || viewport.height < 8) return;
    const fresh = query !== this.query;
    this.wanted = { viewport, detail };
    if (fresh) {
      this.query = query;
      this.scale = undefined;
    }
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.fetch(), fresh || !this.relief ? 0 : PAUSE);
  }

  /** Takes heights that came with a race; finer ones are fetched once it rests. What is under way is older, and is dropped. */
  take(ground: Ground, viewport: Viewport, detail = 1): void {
    this.stop();
    this.query = ground.query;
    this.relief = reliefOf(fieldOf(ground), this.scale, this.leastStart);
    this.wanted = { viewport, detail };
    this.timer = window.setTimeout(() => void this.fetch(), REST);
    this.onChange();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.abort.abort();
    this.abort = new AbortController();
    this.busy = false;
  }

  /** What is to be asked for while an objective changes under the hand: that part which is seen, as the view stays. */
  static viewOf({ window: shown, width, height }: Viewport): View {
    return { window: shown, ...gridFor(width / COARSE, height / COARSE) };
  }

  /** One at a time: while an objective is turned by a slider, each answer is shown before the latest is asked. */
  private async fetch(): Promise<void> {
    if (this.busy || !this.wanted) return;
    this.busy = true;
    const { query, abort } = this;
    const { viewport: { window: shown, width, height }, detail } = this.wanted;
    this.wanted = undefined;
    try {
      const grow = (1 + 2 * MARGIN) * detail;
      const { columns, rows } = gridFor(width * grow, height * grow);
      const field = await fetchField(query, padded(shown, MARGIN), columns, rows, abort.signal);
      const relief = await reliefLater(field, query === this.query ? this.scale : undefined, this.leastStart);
      if (abort.signal.aborted) return;
      this.relief = relief;
      if (query === this.query) this.scale = this.relief.scale ?? this.scale;
      this.onChange();
    } catch (error) {
      if (!abort.signal.aborted) this.onChange(error instanceof Error ? error.message : String(error));
    }
    if (abort.signal.aborted) return;
    this.busy = false;
    if (this.wanted) void this.fetch();
  }
}
