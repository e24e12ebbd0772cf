/** Until the page's drawings have the other colors. */
const REDRAWN_MILLIS = 700;

/** Does something while the page has its light colors, as paper is. */
export async function inLight<T>(work: () => Promise<T>): Promise<T> {
  const page = document.documentElement;
  const dark = getComputedStyle(page).colorScheme === 'dark'
    || (page.getAttribute('theme') !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  if (!dark) return work();
  const theme = page.getAttribute('theme');
  const { colorScheme } = page.style;
  page.setAttribute('theme', 'light');
  page.style.colorScheme = 'light';
  try {
    await new Promise((done) => { setTimeout(done, REDRAWN_MILLIS); });
    return await work();
  } finally {
    if (theme === null) page.removeAttribute('theme');
    else page.setAttribute('theme', theme);
    page.style.colorScheme = colorScheme;
  }
}
