/**
 * The page's own way to the server while something is dragged: one WebSocket, opened when the hand comes near and closed when
 * it has been away for a while. One question is asked per animation frame at most, several may be under way, and of what cannot
 * be asked yet only the newest is kept. The server answers the newest it has, so that an answer also settles all questions before.
 */
import { TOLD_EARLY } from './early-moves';
import { numberOf, readReply, type Part } from './answer';

/** So much of a second's frames may be under way; more would only wait behind each other. */
const MOST_UNDER_WAY = 12;
const MOST_UNSENT_BYTES = 32_000;
const LONGEST_REST = 60_000;
/** After a failure the page's own way is taken for so long. */
const AVOIDED = 20_000;

/** Who asks. */
export interface Asker {
  /** Answers of a question, in the order of its links; never of one older than answered before. */
  answered(parts: Part[], number: number): void;
  /** There is no way now: what was asked last will not be answered. */
  lost(): void;
}

interface Wish {
  number: number;
  asker: Asker;
  links: readonly string[];
}

export class HandSocket {
  private socket?: WebSocket;
  private wish?: Wish;
  private readonly underWay = new Map<number, Asker>();
  /** The newest replies that have not been handed out. */
  private readonly arrived = new Map<Asker, ArrayBuffer>();
  private newest = 0;
  private frame = 0;
  private rest = 0;
  private avoidedUntil = 0;

  /** Whether questions can be asked, now or as soon as it is open. */
  get usable(): boolean {
    return performance.now() >= this.avoidedUntil;
  }

  /** The hand comes near: what it will ask is not to wait for a connection. */
  near(): void {
    if (!this.usable) return;
    if (!this.socket) this.open();
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => this.socket?.close(), LONGEST_REST);
  }

  /**
   * Asks for what belongs to one picture, in place of what was to be asked before.
   *
   * @returns the question's number, greater than all before
   */
  ask(asker: Asker, links: readonly string[]): number {
    this.near();
    this.wish = { number: ++this.newest, asker, links };
    this.sendSoon();
    return this.newest;
  }

  /** Wants no more answers. */
  forget(asker: Asker): void {
    if (this.wish?.asker === asker) this.wish = undefined;
    this.arrived.delete(asker);
    for (const [number, of] of this.underWay) if (of === asker) this.underWay.delete(number);
  }

  private open(): void {
    const socket = new WebSocket(new URL('stream/hand', document.baseURI.replace(/^http/, 'ws')));
    socket.binaryType = 'arraybuffer';
    let opened = false;
    socket.onopen = () => {
      opened = true;
      this.sendSoon();
    };
    socket.onmessage = (event: MessageEvent<ArrayBuffer>) => this.receive(event.data);
    socket.onclose = () => this.closed(socket, opened);
    this.socket = socket;
  }

  private closed(socket: WebSocket, opened: boolean): void {
    if (socket !== this.socket) return;
    this.socket = undefined;
    const unanswered = new Set(this.underWay.values());
    if (this.wish) unanswered.add(this.wish.asker);
    this.underWay.clear();
    this.wish = undefined;
    if (unanswered.size > 0 || !opened) this.avoidedUntil = performance.now() + AVOIDED;
    unanswered.forEach((asker) => asker.lost());
  }

  /**
   * The first at once, a further one with the next frame; where moves are told early, when that frame is drawn: the answer is for
   * the frame after it anyway, and the hand is further by then.
   */
  private sendSoon(): void {
    if (this.frame || !this.wish) return;
    this.send();
    this.frame = requestAnimationFrame(() => {
      const next = () => {
        this.frame = 0;
        this.sendSoon();
      };
      if (TOLD_EARLY) setTimeout(next);
      else next();
    });
  }

  private send(): void {
    const { socket, wish } = this;
    if (!wish || socket?.readyState !== WebSocket.OPEN) return;
    if (this.underWay.size >= MOST_UNDER_WAY || socket.bufferedAmount > MOST_UNSENT_BYTES) return;
    this.wish = undefined;
    this.underWay.set(wish.number, wish.asker);
    socket.send([wish.number, ...wish.links].join('\n'));
  }

  private receive(data: ArrayBuffer): void {
    const number = numberOf(data);
    const asker = this.underWay.get(number);
    for (const asked of this.underWay.keys()) if (asked <= number) this.underWay.delete(asked);
    if (asker) {
      // What came while a picture was drawn is handed out once: drawing what is old would make the next one later.
      if (this.arrived.size === 0) setTimeout(() => this.handOut());
      this.arrived.set(asker, data);
    }
    this.sendSoon();
  }

  private handOut(): void {
    const arrived = [...this.arrived];
    this.arrived.clear();
    for (const [asker, data] of arrived) {
      const { number, parts } = readReply(data);
      asker.answered(parts, number);
    }
  }
}

/** The page's one. */
export const handSocket = new HandSocket();
