/** A color scheme that the page wears for a while without it being the person's choice. */

/** ColorSchemeButton writes it and index.html reads it. */
const KEY = 'descentlab.color-scheme';

/** What the page wore before, while it wears another's. */
let before: { theme: string | null; colorScheme: string } | undefined;

/** Shows the whole page in a scheme, as Vaadin's Page.setColorScheme does, and stores nothing. */
export function wearScheme(scheme: 'light' | 'dark'): void {
  const root = document.documentElement;
  before ??= { theme: root.getAttribute('theme'), colorScheme: root.style.colorScheme };
  wear(scheme, scheme);
}

/** Gives the page back the scheme that its person has chosen, also meanwhile. */
export function ownScheme(): void {
  if (!before) return;
  const { theme, colorScheme } = before;
  before = undefined;
  const chosen = stored();
  if (chosen === 'light' || chosen === 'dark') wear(chosen, chosen);
  else if (chosen === 'system') wear('light-dark', 'light dark');
  else wear(theme, colorScheme);
}

function wear(theme: string | null, colorScheme: string): void {
  const root = document.documentElement;
  if (theme === null) root.removeAttribute('theme');
  else root.setAttribute('theme', theme);
  root.style.colorScheme = colorScheme;
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
