import type { ReactiveController, ReactiveControllerHost } from 'lit';

export const CHAPTER_TOGGLE = 'chapter-toggle';

/** What can be closed, and tells by an event when it is opened or closed. */
export interface Chapter {
  readonly open: boolean;
}

/** Whether an element can be seen, as far as the chapter decides that it is in; an update follows when it is opened. */
export class WhileOpen implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private chapter?: HTMLElement & Chapter;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  get open(): boolean {
    return this.chapter?.open ?? true;
  }

  hostConnected() {
    this.chapter = this.host.closest<HTMLElement & Chapter>('spectrum-chapter') ?? undefined;
    this.chapter?.addEventListener(CHAPTER_TOGGLE, this.toggled);
  }

  hostDisconnected() {
    this.chapter?.removeEventListener(CHAPTER_TOGGLE, this.toggled);
  }

  private readonly toggled = () => {
    if (this.open) this.host.requestUpdate();
  };
}
