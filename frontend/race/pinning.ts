/** Pins the shown race, and brings back what was pinned in this tab when its page is loaded anew. */
import type { Part } from '../hand/answer';
import { handSocket, type Asker } from '../hand/hand-socket';
import { keepPinned, pinnedQuery } from './ghost';
import type { RaceModel } from './race-model';
import { traceOf } from './trace';

export class Pinning implements Asker {
  private readonly model: RaceModel;
  private asked = '';

  constructor(model: RaceModel) {
    this.model = model;
  }

  /** Pins what is shown, or lets go of what is pinned. */
  toggle(): void {
    const { trace, query, ghost } = this.model;
    const pinned = !ghost && trace?.complete ? { trace, query } : undefined;
    keepPinned(pinned?.query);
    this.model.pin(pinned);
  }

  bringBack(): void {
    const query = pinnedQuery();
    if (!query || this.model.ghost || this.asked) return;
    this.asked = query;
    handSocket.ask(this, [`race?${query}`]);
  }

  stop(): void {
    handSocket.forget(this);
    this.asked = '';
  }

  answered([race]: Part[]): void {
    const trace = 'answer' in race ? traceOf(race.answer) : undefined;
    if (trace) this.model.pin({ query: this.asked, trace });
    this.asked = '';
  }

  /** The next time that the hand comes near it is asked for again. */
  lost(): void {
    this.asked = '';
  }
}
