import type { LitElement } from 'lit';
import { nextTask } from './reader';

/**
 * An element whose first picture is made in a task of its own: all those of a view in one would keep a phone from answering. Until
 * then it has the attribute `coming`, by which it keeps its room.
 */
export function inOwnTask<T extends abstract new (...given: any[]) => LitElement>(element: T): T {
  abstract class InOwnTask extends element {
    protected override async scheduleUpdate(): Promise<void> {
      if (!this.hasUpdated) {
        this.toggleAttribute('coming', true);
        await nextTask();
        this.toggleAttribute('coming', false);
      }
      super.scheduleUpdate();
    }
  }
  return InOwnTask;
}
