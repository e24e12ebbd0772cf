/** Waits until no pointer holds anything on the page, and then a moment: a picture must not move under a hand. */
const REST = 220;

export class Stillness {
  private readonly held = new Set<number>();
  private abort?: AbortController;
  private timer = 0;
  private waiting?: () => void;

  connect(): void {
    this.disconnect();
    this.abort = new AbortController();
    const options = { capture: true, passive: true, signal: this.abort.signal };
    const released = (event: PointerEvent) => {
      this.held.delete(event.pointerId);
      this.again();
    };
    window.addEventListener('pointerdown', (event) => { this.held.add(event.pointerId); }, options);
    window.addEventListener('pointerup', released, options);
    window.addEventListener('pointercancel', released, options);
  }

  disconnect(): void {
    this.abort?.abort();
    this.held.clear();
    this.forget();
  }

  /** Does it when all has been still for a moment; the last thing asked for is what is done. */
  then(what: () => void): void {
    this.waiting = what;
    this.again();
  }

  /** Does nothing any more. */
  forget(): void {
    clearTimeout(this.timer);
    this.waiting = undefined;
  }

  private again(): void {
    clearTimeout(this.timer);
    if (!this.waiting || this.held.size > 0) return;
    this.timer = window.setTimeout(() => {
      const what = this.waiting;
      this.waiting = undefined;
      if (this.held.size === 0) what?.();
      else this.waiting = what;
    }, REST);
  }
}
