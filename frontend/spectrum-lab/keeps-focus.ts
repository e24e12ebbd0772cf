import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]';

/**
 * Keeps the focus in an element whose update takes away or hides what had it: it goes to what now stands in its place, or to the
 * last before it; where nothing is left, to the element.
 */
export class KeepsFocus implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private had?: { element: HTMLElement; place: number };

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostUpdate() {
    const element = this.host.shadowRoot?.activeElement as HTMLElement | null | undefined;
    this.had = element ? { element, place: this.all().indexOf(element) } : undefined;
  }

  hostUpdated() {
    const { had } = this;
    this.had = undefined;
    if (!had || this.host.shadowRoot?.activeElement || (had.element.isConnected && had.element.checkVisibility())) return;
    const all = this.all();
    const next = all[Math.min(Math.max(had.place, 0), all.length - 1)];
    if (!next) this.host.tabIndex = -1;
    (next ?? this.host).focus();
  }

  private all(): HTMLElement[] {
    return [...this.host.shadowRoot?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? []].filter((e) => e.checkVisibility());
  }
}
