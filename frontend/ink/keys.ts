/** Which keys take and lay down a pointer and a pen, where the keyboard is not wanted for something else. */

export type Tool = 'pointer' | 'pen';
export type KeyDeed = Tool | 'off' | 'undo' | 'wipe';

interface Pressed {
  key: string;
  repeat: boolean;
  defaultPrevented: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** As in programs that show slides: L for the laser, P for the pen, E to erase. */
const LETTERS = new Map<string, KeyDeed>([['l', 'pointer'], ['p', 'pen'], ['u', 'undo'], ['e', 'wipe']]);
/** What does nothing with letters itself. */
const AT_REST = 'body, main, canvas, button, a, input[type=range], input[type=radio], input[type=checkbox], vaadin-button, vaadin-tab, '
  + '[data-clicker]';

/** @param at the element that has the keyboard; the page's body where none has */
export function deedOf(event: Pressed, at: Element | null, tool: Tool | undefined): KeyDeed | undefined {
  if (event.defaultPrevented || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (event.key === 'Escape') return tool && 'off';
  if (at !== null && !at.matches(AT_REST)) return undefined;
  const deed = LETTERS.get(event.key.toLowerCase());
  return deed && deed === tool ? 'off' : deed;
}
