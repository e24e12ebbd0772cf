/** Keeps a race's picture at the hand: asks for the race that would be, shows each answer, and says whether it is behind. */
import type { Part } from '../hand/answer';
import { handSocket, type Asker } from '../hand/hand-socket';
import { movedQuery, type Move } from '../hand/moved-query';
import { anatomyQuery, type Anatomy } from './anatomy';
import type { RaceModel, View } from './race-model';
import { traceOf, type Trace } from './trace';

/** As many bytes of rows as the server answers a hand with; what is longer is run when the hand rests. */
const MOST_BYTES = 1 << 20;

/** Milliseconds between two explanations of a step while the hand moves: they are read. */
const BETWEEN_EXPLANATIONS = 400;

interface Asked {
  query: string;
  field: string;
  /** Where heights were asked for too. */
  view?: View;
  /** Whether it was asked too how a step was computed, last. */
  explained: boolean;
}

export class Following implements Asker {
  private readonly model: RaceModel;
  private readonly asked = new Map<number, Asked>();
  private newest = 0;
  private explainedAt = 0;
  /** What has been dragged since the page was told: the page's own query and where the hand has brought it. */
  private base = '';
  private query = '';
  private field = '';

  constructor(model: RaceModel) {
    this.model = model;
  }

  /** Whether the hand moves something, so that what the page was told before is no longer to be shown. */
  get ahead(): boolean {
    return this.model.held;
  }

  near(): void {
    handSocket.near();
  }

  /**
   * The hand has moved something.
   *
   * @param base the page's query and the part of it that names the surface
   * @returns whether it is followed
   */
  follow(base: string, surface: string, move: Move): boolean {
    if (!this.canFollow) return false;
    if (base !== this.base) [this.base, this.query, this.field] = [base, base, surface];
    const query = movedQuery(this.query, move);
    if (query !== this.query || query === base) this.ask(query, movedQuery(this.field, move));
    return true;
  }

  private get canFollow(): boolean {
    const { trace } = this.model;
    return handSocket.usable && trace !== undefined && sizeOf(trace) <= MOST_BYTES;
  }

  private ask(query: string, field: string): void {
    // Paths and heights of one objective come together, so that they are seen together; also where the hand is back at what is
    // shown, since what was asked before is shown first.
    const view = field === this.model.field && field === this.field ? undefined : this.model.view;
    [this.query, this.field] = [query, field];
    this.model.held = true;
    const { looked, lookedStep } = this.model;
    const now = performance.now();
    const explained = this.model.explaining && lookedStep !== undefined && now - this.explainedAt > BETWEEN_EXPLANATIONS;
    if (explained) this.explainedAt = now;
    this.newest = handSocket.ask(this, [
      `race?${query}`,
      ...(view ? [heightsOf(field, view)] : []),
      ...(explained ? [`anatomy?${anatomyQuery(query, looked.series, lookedStep)}`] : []),
    ]);
    this.asked.set(this.newest, { query, field, view, explained });
    this.model.setBehind(true);
  }

  /**
   * A number of a text has moved, which stands in a link.
   *
   * @param query of the link
   * @param surface the part of it that names the surface, if that is what has changed
   * @returns whether it is followed
   */
  followLink(query: string, surface?: string): boolean {
    if (!this.canFollow) return false;
    this.base = '';
    this.ask(query, surface ?? this.model.field);
    return true;
  }

  /** The hand has come to rest. */
  rest(): void {
    this.model.letGo();
  }

  answered(parts: Part[], number: number): void {
    const asked = this.asked.get(number);
    for (const one of this.asked.keys()) if (one <= number) this.asked.delete(one);
    const [race, heights] = parts;
    const anatomy = parts[parts.length - 1];
    const trace = 'answer' in race ? traceOf(race.answer) : undefined;
    if (asked && trace) {
      this.model.query = asked.query;
      this.model.follow(trace, asked.field, asked.view && heights && 'answer' in heights
        ? { query: asked.field, view: asked.view, bytes: heights.answer } : undefined);
      if (asked.explained && 'answer' in anatomy) {
        this.model.explain(asked.query, JSON.parse(new TextDecoder().decode(anatomy.answer)) as Anatomy);
      }
    }
    this.model.setBehind(number < this.newest);
  }

  lost(): void {
    this.asked.clear();
    this.model.held = false;
    this.model.setBehind(false);
  }

  stop(): void {
    handSocket.forget(this);
    this.lost();
  }
}

function heightsOf(field: string, { window, columns, rows }: View): string {
  return `field?${field}&window=${window.join(',')}&columns=${columns}&rows=${rows}`;
}

function sizeOf(trace: Trace): number {
  return trace.series.reduce((sum, one) => sum + (trace.header.steps + 1) * one.stride * 8, 0);
}
