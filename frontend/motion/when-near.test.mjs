import assert from 'node:assert/strict';
import { test } from 'node:test';

const page = new EventTarget();
const observers = [];

globalThis.window = globalThis;
globalThis.addEventListener = (...all) => page.addEventListener(...all);
globalThis.removeEventListener = (...all) => page.removeEventListener(...all);
globalThis.matchMedia = () => ({ matches: true }); // a phone
globalThis.customElements = { define: () => undefined };
globalThis.IntersectionObserver = class {
  rooms = new Set();
  constructor(told, { rootMargin }) {
    Object.assign(this, { told, rootMargin });
    observers.push(this);
  }
  observe(room) { this.rooms.add(room); }
  unobserve(room) { this.rooms.delete(room); }
};
globalThis.MutationObserver = class {
  constructor(told) { this.told = told; }
  observe(room) { room.addEventListener('filled', this.told); }
  disconnect() {}
};
globalThis.HTMLElement = class extends EventTarget {
  isConnected = true;
  full = false;
  byAndBy = false;
  hasAttribute() { return this.byAndBy; }
  hasChildNodes() { return this.full; }
};
// Nobody waits for a reader's patience to end.
const wait = globalThis.setTimeout;
globalThis.setTimeout = (task, millis) => {
  const timer = wait(task, millis);
  if (millis > 1000) timer.unref();
  return timer;
};

const { WhenNear } = await import('./when-near');

const rest = () => new Promise((done) => { wait(done, 120); });

function room(name, asked, byAndBy = false) {
  const made = Object.assign(new WhenNear(), { name, byAndBy });
  made.addEventListener('near', () => asked.push(name));
  made.connectedCallback();
  return made;
}

function fill(room) {
  room.full = true;
  room.dispatchEvent(new Event('filled'));
}

function comes(margin, ...rooms) {
  const [observer] = observers.filter((each) => each.rootMargin === margin && rooms.every((one) => each.rooms.has(one)));
  observer.told(rooms.map((target) => ({ target, isIntersecting: true })));
}

test('what is in sight is asked for one after another; the rest once somebody reads', async () => {
  const asked = [];
  const [one, two, near, far] = ['one', 'two', 'near', 'far'].map((name) => room(name, asked, name === 'far'));
  comes('0px', one, two);
  await rest();
  assert.deepEqual(asked, ['one'], 'the second waits until the first is there');
  fill(one);
  await rest();
  assert.deepEqual(asked, ['one', 'two']);
  fill(two);
  await rest();
  assert.deepEqual(asked, ['one', 'two'], 'nobody has read so far');

  page.dispatchEvent(new Event('scroll'));
  await rest();
  assert.deepEqual(asked, ['one', 'two', 'far']);
  comes('300px', near);
  fill(far);
  await rest();
  assert.deepEqual(asked, ['one', 'two', 'far', 'near']);
  near.disconnectedCallback();
  assert.equal(observers.some((each) => each.rooms.size > 0), false);
  fill(near);
});
