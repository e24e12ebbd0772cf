/**
 * Shows the first words of the page that a class is brought to in place of the page that is left, until that page itself is there, or
 * any other.
 */
import { hold } from './hold';

interface Words {
  path: string;
  html: string;
}

/** Words are shown without their styles rather than later, in milliseconds. */
const LONGEST = 300;

let end = (): void => {};

async function show({ html }: Words): Promise<void> {
  end();
  let over = false;
  end = () => { over = true; };
  const words = document.createElement('div');
  words.className = 'first-words';
  words.innerHTML = html; // Flow has written it, and what was typed as text
  const sheets = [...words.querySelectorAll('link')].map(come);
  if (sheets.length > 0) await Promise.race([Promise.all(sheets), new Promise((late) => { setTimeout(late, LONGEST); })]);
  if (!over) lay(words);
}

/** Has a style sheet with the page's own, where they do not have it, and waits for it. */
async function come(sheet: HTMLLinkElement): Promise<void> {
  sheet.remove();
  const path = new URL(sheet.href).pathname;
  const own = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  if (own.some((one) => new URL(one.href).pathname === path)) return;
  await new Promise((there) => {
    sheet.onload = there;
    sheet.onerror = there;
    document.head.append(sheet);
  });
}

function lay(words: HTMLElement): void {
  const page = document.getElementById('page');
  if (!page) return;
  page.append(words); // shell.css hides all else in it
  page.focus({ preventScroll: true });
  hold(0);
  let read = 0;
  const scrolled = (): void => { read = scrollY; };
  addEventListener('scroll', scrolled, { passive: true });
  // The page's one child is the view: another one has come.
  const views = new MutationObserver(() => end());
  views.observe(page, { childList: true });
  end = () => {
    end = () => {};
    views.disconnect();
    removeEventListener('scroll', scrolled);
    words.remove();
    if (read > 0) hold(read);
  };
}

addEventListener('first-words', (event) => { void show((event as CustomEvent<Words>).detail); });
addEventListener('first-words-over', () => end());
