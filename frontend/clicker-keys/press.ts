/** Which way a key turns a prepared lecture, where the keyboard is not wanted for something else. */

export type Way = 'next' | 'back';

/** What a presenter's clicker sends, and no page means otherwise. */
const ANYWHERE: Record<string, Way> = { PageDown: 'next', PageUp: 'back' };
/** What a plot, a slider or a list takes for itself while the keyboard is in it. */
const AT_REST: Record<string, Way> = { ArrowRight: 'next', ArrowLeft: 'back' };

const TYPED = 'input, textarea, select, [contenteditable=true]';

interface Pressed {
  key: string;
  repeat: boolean;
  defaultPrevented: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** @param at the element that has the keyboard; the page's body where none has */
export function wayOf(event: Pressed, at: Element | null): Way | undefined {
  if (event.defaultPrevented || event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (at?.matches(TYPED)) return undefined;
  if (event.key in ANYWHERE) return ANYWHERE[event.key];
  const rests = at === null || at.matches('body, main, [data-clicker]');
  return rests ? AT_REST[event.key] : undefined;
}
