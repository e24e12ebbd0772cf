import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TrainingLink } from './training-link.ts';

/** As much of an element as a controller knows of it, within a chart that hands a run on. */
class Host extends EventTarget {
  controllers = [];
  updates = 0;

  constructor() {
    super();
    this.addEventListener('context-request', (request) => { this.give = request.callback; });
  }

  addController(controller) { this.controllers.push(controller); }

  requestUpdate() { this.updates += 1; }

  connect() { this.controllers.forEach((each) => each.hostConnected?.()); }

  disconnect() { this.controllers.forEach((each) => each.hostDisconnected?.()); }
}

class Run {
  series = [];
  listeners = new Set();

  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell() { this.listeners.forEach((each) => each()); }
}

function within(hearing) {
  const host = new Host();
  const link = new TrainingLink(host, hearing);
  host.connect();
  return { host, link };
}

test('is drawn soon, and once for all that came meanwhile', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { host, link } = within();
  const run = new Run();
  host.give(run);
  assert.equal(link.run, run);
  assert.equal(host.updates, 1);
  run.tell();
  run.tell();
  t.mock.timers.tick(249);
  assert.equal(host.updates, 1);
  t.mock.timers.tick(1);
  assert.equal(host.updates, 2);
  run.tell();
  t.mock.timers.tick(250);
  assert.equal(host.updates, 3);
});

test('is drawn at once where it cannot wait', () => {
  let last = false;
  const { host } = within({ urgent: () => last });
  const run = new Run();
  host.give(run);
  run.tell();
  assert.equal(host.updates, 1);
  last = true;
  run.tell();
  assert.equal(host.updates, 2);
  host.disconnect();
});

test('goes from one run to the next, and forgets what was chosen', () => {
  let joined = 0;
  const { host, link } = within({ joined: () => { joined += 1; } });
  const [one, two] = [new Run(), new Run()];
  host.give(one);
  host.give(one);
  assert.equal(joined, 1);
  host.give(two);
  assert.equal(joined, 2);
  assert.equal(one.listeners.size, 0);
  two.series.push('a series');
  assert.deepEqual(link.series, ['a series']);
});

test('leaves its run behind when it is taken out of the page', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { host, link } = within();
  const run = new Run();
  host.give(run);
  run.tell();
  host.disconnect();
  t.mock.timers.tick(1000);
  assert.equal(host.updates, 1);
  assert.equal(run.listeners.size, 0);
  assert.equal(link.run, undefined);
  assert.deepEqual(link.series, []);
});
