import type { LitElement } from 'lit';
import { nextTask } from './reader';

/**
 * An element whose first picture is made in a task of its own: all those of a view in one would keep a phone from answering. It is
 * to keep its room until then.
 */
export function inOwnTask<T extends abstract new (...given: any[]) => LitElement>(element: T): T {
  abstract class InOwnTask extends element {
    protected override async scheduleUpdate(): Promise<void> {
      if (!this.hasUpdated) await nextTask();
      super.scheduleUpdate();
    }
  }
  return InOwnTask;
}
