/** How the elements of a race reach the model of the race that they stand in. */
import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Change, RaceModel } from './race-model';

export const raceContext = createContext<RaceModel>(Symbol('race'));

/** While the hand moves something, what is read rather than watched follows so many milliseconds apart. */
export const CALM = 180;

/** Ties an element to its race for as long as it is connected. */
export class RaceLink implements ReactiveController {
  model?: RaceModel;
  private readonly onChange: (change: Change) => void;
  private timer = 0;
  private unsubscribe?: () => void;

  /** @param calm whether it is read, so that it need not follow the hand at once: what draws the plot is to have the time */
  constructor(host: ReactiveControllerHost & HTMLElement, onChange: (change: Change) => void, calm = false) {
    this.onChange = calm ? (change) => this.calmly(change, onChange) : onChange;
    host.addController(this);
    // Subscribed, so that an element that is taken out and put back, as the router does, asks again.
    new ContextConsumer(host, { context: raceContext, subscribe: true, callback: (model) => this.join(model) });
  }

  private calmly(change: Change, onChange: (change: Change) => void): void {
    if (!this.model?.held || change === 'step' || change === 'playback') {
      onChange(change);
    } else if (!this.timer) {
      this.timer = window.setTimeout(() => {
        this.timer = 0;
        if (this.model) onChange('trace');
      }, CALM);
    }
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
