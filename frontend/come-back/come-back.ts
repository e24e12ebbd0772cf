/**
 * Has a page that its server no longer knows, as it was restarted or the page has gone to another one, come up as it was left: at
 * the same place, with what was half typed, and at the same step of its races. All that is kept in the browser's tab.
 */
import { hold } from '../motion/hold';
import type { DescentRace } from '../race/descent-race';
import { fieldAt, fieldOf, fill, keptTexts, keyOf, type Field } from './fields';
import { read, wasLost, write, type Kept, type KeptRace } from './kept';

const KEY = 'descent-left';
/** How often it is looked whether a part of the page has come, and how long, in milliseconds. */
const PAUSE = 200;
const LONGEST = 30_000;

/** What was typed or chosen in since the page came up. */
const touched = new Set<Field>();
/** The session that knows the page. */
let session = '';

/** Tells by its attribute `session` which session that is; a part of the page that comes and goes with it. */
class ComeBack extends HTMLElement {
  static readonly observedAttributes = ['session'];

  attributeChangedCallback(_name: string, _before: string | null, now: string | null): void {
    if (!now || now === session) return;
    session = now;
    const kept = read(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
    if (kept && wasLost(kept, session, cameTo(), Date.now())) restore(kept);
  }
}

/** Where the page was loaded from: the router changes the address while it begins. */
function cameTo(): string {
  return addressOf(new URL(performance.getEntriesByType('navigation')[0]?.name ?? location.href));
}

function addressOf({ pathname, search }: URL | Location): string {
  return pathname + search;
}

function keep(): void {
  const fields = [...touched, ...keptTexts()].filter((field) => field.isConnected && field.value);
  const focused = fieldAt(ancestorsOf(document.activeElement));
  const text = write({
    session,
    address: addressOf(location),
    at: Date.now(),
    scroll: scrollY,
    fields: fields.map((field) => ({ key: keyOf(field), value: field.value })),
    focus: focused && keyOf(focused),
    races: races().map(({ model }): KeptRace => ({ query: model.query, step: model.step, playing: model.playing })),
  });
  if (session && text) sessionStorage.setItem(KEY, text);
}

/** Each as soon as what it belongs to is there; a field in which somebody has typed by then is theirs. */
function restore(kept: Kept): void {
  const begun = performance.now();
  const fields = new Map(kept.fields.map(({ key, value }) => [key, value]));
  const waiting = new Set(kept.races.keys());
  let { focus } = kept;
  // After what else holds a place of the page as it comes up.
  if (kept.scroll > 0) setTimeout(() => hold(kept.scroll), PAUSE);
  const timer = setInterval(() => {
    for (const [key, value] of fields) {
      const field = fieldOf(key);
      if (!field) continue;
      fields.delete(key);
      if (!touched.has(field) && field.value !== value) fill(field, value, key === kept.focus);
    }
    const shown = races();
    for (const i of waiting) if (shown[i] && goOn(shown[i], kept.races[i])) waiting.delete(i);
    const field = focus === undefined ? undefined : fieldOf(focus);
    if (field && !fields.has(focus ?? '')) {
      if (document.activeElement === document.body) field.focus({ preventScroll: true });
      focus = undefined;
    }
    if ((!fields.size && !waiting.size && focus === undefined) || performance.now() - begun > LONGEST) clearInterval(timer);
  }, PAUSE);
}

/** @returns whether there is nothing more to do about it */
function goOn({ model }: DescentRace, { query, step, playing }: KeptRace): boolean {
  if (!model.trace || (model.lastStep < step && !model.trace.complete)) return false;
  if (model.query === query) {
    model.seek(step);
    if (playing) model.play();
  }
  return true;
}

/** But those that a room leads: they are where their teacher is by now. */
function races(): DescentRace[] {
  return [...document.querySelectorAll('descent-race')].filter((race) => race.model !== undefined && !race.querySelector('room-link, room-lead'));
}

function ancestorsOf(element: Element | null): Element[] {
  const all: Element[] = [];
  for (let each = element; each; each = each.parentElement) all.push(each);
  return all;
}

function noteTyped(event: Event): void {
  const field = fieldAt(event.composedPath());
  if (field) touched.add(field);
}

addEventListener('pagehide', keep);
addEventListener('input', noteTyped, { capture: true });
addEventListener('change', noteTyped, { capture: true });
customElements.define('come-back', ComeBack);
