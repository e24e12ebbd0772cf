/**
 * Shows the first words of the page that a class is brought to in place of the page that is left, until that page itself is there, or
 * any other.
 */
import { hold } from './hold';

interface Words {
  path: string;
  html: string;
}

let end = (): void => {};

function show({ html }: Words): void {
  end();
  const page = document.getElementById('page');
  if (!page) return;
  const words = document.createElement('div');
  words.className = 'first-words';
  words.innerHTML = html; // Flow has written it, and what was typed as text
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

addEventListener('first-words', (event) => show((event as CustomEvent<Words>).detail));
addEventListener('first-words-over', () => end());
