import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells when its host can be seen: not while it is folded away, far down the page, or in a hidden tab. */
export class Sight implements ReactiveController {
  seen = false;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly observer: IntersectionObserver;

  /** @param margin from how many pixels beyond the screen on it counts as seen */
  constructor(host: ReactiveControllerHost & HTMLElement, onSeen: () => void, margin = 200) {
    this.host = host;
    this.observer = new IntersectionObserver((entries) => {
      this.seen = entries[entries.length - 1].isIntersecting;
      if (this.seen) onSeen();
    }, { rootMargin: `${margin}px` });
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.seen = false;
  }
}
