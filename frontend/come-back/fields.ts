/** Fields of a page, as one may find them again in the same page made anew. */

/** What holds something typed or chosen that a page's server may not have been told yet. */
export type Field = HTMLElement & { value: string; label?: string; accessibleName?: string };

const FIELDS = 'vaadin-text-field, vaadin-text-area, vaadin-integer-field, vaadin-number-field, vaadin-radio-group, kept-text';

/** To choose in such a one is to act, as in a vote: what was done is kept by the server, and nothing is done again. */
const AT_ONCE = '[data-at-once]';

/** The field in which something was typed or chosen; passwords are nobody's to keep. */
export function fieldAt(path: EventTarget[]): Field | undefined {
  return path.find((each): each is Field => each instanceof HTMLElement && each.matches(FIELDS) && !each.matches(AT_ONCE));
}

/** Texts that are kept for the page itself. */
export function keptTexts(): Field[] {
  return [...document.querySelectorAll<Field>('kept-text')];
}

/** What is around a field and has a name, its own name, and which it is of those that share them. */
export function keyOf(field: Field): string {
  const around = field.parentElement?.closest('[id]');
  const like = [...(around ?? document).querySelectorAll<Field>(field.localName)].filter((each) => nameOf(each) === nameOf(field));
  return [around?.id ?? '', field.localName, nameOf(field), like.indexOf(field)].join('|');
}

function nameOf(field: Field): string {
  return field.label || field.accessibleName || field.getAttribute('aria-label') || field.getAttribute('name') || '';
}

export function fieldOf(key: string): Field | undefined {
  const [id, tag] = key.split('|');
  if (!FIELDS.split(', ').includes(tag)) return undefined;
  const around = id ? document.getElementById(id) : document;
  return [...around?.querySelectorAll<Field>(tag) ?? []].find((each) => keyOf(each) === key);
}

/**
 * Puts a value back. The server is told at once, or, of what was still being typed, when it is left or entered, as it would have
 * been.
 */
export function fill(field: Field, value: string, typing: boolean): void {
  field.value = value;
  const tell = (): void => { field.dispatchEvent(new Event('change', { bubbles: true })); };
  if (!typing) {
    tell();
    return;
  }
  const once = new AbortController();
  const { signal } = once;
  const end = (): void => {
    once.abort();
    tell();
  };
  field.addEventListener('focusout', end, { signal });
  field.addEventListener('keydown', ({ key }) => { if (key === 'Enter') end(); }, { capture: true, signal });
}
