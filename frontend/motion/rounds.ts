import { nextTask } from './reader';

interface Flow {
  loadOnDemand(key: string): Promise<unknown>;
}

/** What defines a view's elements runs in a task of its own, before the one that makes the view of them. */
queueMicrotask(() => {
  const { Flow: flow } = (window as unknown as { Vaadin: { Flow: Flow } }).Vaadin;
  const load = flow.loadOnDemand;
  flow.loadOnDemand = async (key) => {
    await load(key);
    await nextTask();
  };
});
