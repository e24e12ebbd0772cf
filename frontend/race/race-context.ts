/** How the elements of a race reach the model of the race that they stand in. */
import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Sight } from '../motion/sight';
import type { Change, RaceModel } from './race-model';

export const raceContext = createContext<RaceModel>(Symbol('race'));

/** While the hand moves something, what is read rather than watched follows so many milliseconds apart. */
export const CALM = 250;

/** What lies no further beyond the screen, in pixels, is up to date when one scrolls there. */
export const NEAR = 600;

/** How an element follows its race: at once, or as what is read: calmly while the hand moves, or so and only in sight. */
export type Following = 'at once' | 'calmly' | 'in sight';

/** Ties an element to its race for as long as it is connected. */
export class RaceLink implements ReactiveController {
  model?: RaceModel;
  private readonly onChange: (change: Change) => void;
  private readonly sight?: Sight;
  private missed = false;
  private timer = 0;
  private unsubscribe?: () => void;

  constructor(host: ReactiveControllerHost & HTMLElement, onChange: (change: Change) => void, following: Following = 'at once') {
    this.onChange = following === 'at once' ? onChange : (change) => this.calmly(change, onChange);
    if (following === 'in sight') {
      this.sight = new Sight(host, () => {
        if (this.missed && this.model) onChange('trace');
        this.missed = false;
      }, NEAR);
    }
    host.addController(this);
    // Subscribed, so that an element that is taken out and put back, as the router does, asks again.
    new ContextConsumer(host, { context: raceContext, subscribe: true, callback: (model) => this.join(model) });
  }

  private calmly(change: Change, onChange: (change: Change) => void): void {
    if (this.sight?.seen === false) {
      this.missed = true;
    } else if (!this.model?.held || change === 'step' || change === 'playback') {
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
