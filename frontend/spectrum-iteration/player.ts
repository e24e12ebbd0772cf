import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MILLISECONDS = 450;

/** Which step of some is shown, by hand or one after the other. */
export class Player implements ReactiveController {
  step = 0;
  last = 0;

  private readonly host: ReactiveControllerHost;
  private timer = 0;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  get playing(): boolean {
    return this.timer !== 0;
  }

  hostDisconnected() {
    this.pause();
  }

  /** There are so many steps now. */
  bound(last: number) {
    this.last = last;
    this.step = Math.min(this.step, last);
  }

  seek(step: number) {
    this.step = Math.min(this.last, Math.max(0, step));
    if (this.step === this.last) this.pause();
    this.host.requestUpdate();
  }

  pause() {
    clearInterval(this.timer);
    this.timer = 0;
    this.host.requestUpdate();
  }

  /** Plays on from here, from the start at the end; where motion is not wanted one press shows the end and the next the start. */
  toggle() {
    if (this.playing) {
      this.pause();
      return;
    }
    const atEnd = this.step === this.last;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.seek(atEnd ? 0 : this.last);
      return;
    }
    if (atEnd) this.step = 0;
    this.timer = window.setInterval(() => this.seek(this.step + 1), MILLISECONDS);
    this.host.requestUpdate();
  }
}
