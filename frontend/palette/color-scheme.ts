import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether an element is shown in the dark scheme; its host is updated when that changes. */
export class ColorSchemeController implements ReactiveController {
  dark = false;

  private readonly host: ReactiveControllerHost & Element;
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly chosen = new MutationObserver(() => this.look());
  private readonly look = () => {
    const dark = isDark(this.host);
    if (dark === this.dark) return;
    this.dark = dark;
    this.host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost & Element) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.dark = isDark(this.host);
    this.system.addEventListener('change', this.look);
    // The page's choice is told on the root element.
    this.chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'class'] });
  }

  hostDisconnected(): void {
    this.system.removeEventListener('change', this.look);
    this.chosen.disconnect();
  }
}

/** The scheme that `light-dark()` takes for the element. */
export function isDark(element: Element): boolean {
  const scheme = getComputedStyle(element).colorScheme;
  if (scheme.includes('dark')) {
    return !scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
  }
  return false;
}
