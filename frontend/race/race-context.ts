/** How the elements of a race reach the model of the race that they stand in. */
import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Change, RaceModel } from './race-model';

export const raceContext = createContext<RaceModel>(Symbol('race'));

/** Ties an element to its race for as long as it is connected. */
export class RaceLink implements ReactiveController {
  model?: RaceModel;
  private readonly onChange: (change: Change) => void;
  private unsubscribe?: () => void;

  constructor(host: ReactiveControllerHost & HTMLElement, onChange: (change: Change) => void) {
    this.onChange = onChange;
    host.addController(this);
    // Subscribed, so that an element that is taken out and put back, as the router does, asks again.
    new ContextConsumer(host, { context: raceContext, subscribe: true, callback: (model) => this.join(model) });
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    this.model = undefined;
  }

  private join(model: RaceModel): void {
    if (model === this.model) return;
    this.unsubscribe?.();
    this.model = model;
    this.unsubscribe = model.subscribe(this.onChange);
    this.onChange('trace');
    this.onChange('field');
    this.onChange('playback');
  }
}
