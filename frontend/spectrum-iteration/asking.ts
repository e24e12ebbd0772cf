import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Part } from '../hand/answer';
import { handSocket, type Asker } from '../hand/hand-socket';
import { fetchJson, Refused } from '../spectrum-lab/portrait';
import { queryOf, type Asked, type Iteration } from './source';

/** A matrix in the hand changes with every frame; its steps follow when it has been still for so long. */
const REST = 150;

/** Asks the server for the steps that are wanted, and has the newest that came. */
export class Asking implements ReactiveController {
  answer?: Iteration;
  failure?: string;
  /** Rows of the matrix that was asked for last. */
  size = 0;

  private readonly host: ReactiveControllerHost;
  private readonly came: (answer: Iteration) => void;
  private wanted = '';
  private timer = 0;
  private abort?: AbortController;
  private readonly asker: Asker = {
    answered: ([part]: Part[]) => {
      if ('refusal' in part) this.failed(part.refusal);
      else this.take(JSON.parse(new TextDecoder().decode(part.answer)) as Iteration);
    },
    lost: () => void this.fetch(this.wanted),
  };

  constructor(host: ReactiveControllerHost, came: (answer: Iteration) => void) {
    this.host = host;
    this.came = came;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.timer);
    this.abort?.abort();
    handSocket.forget(this.asker);
    this.wanted = '';
  }

  /** @param held whether the start is in the hand: then it is asked for at once, by the hand's own way */
  want(asked: Asked, size: number, held: boolean) {
    const query = queryOf(asked).toString();
    if (query === this.wanted) return;
    const first = this.wanted === '';
    const other = this.answer?.method !== asked.method;
    this.wanted = query;
    this.size = size;
    clearTimeout(this.timer);
    if (held && handSocket.usable) {
      handSocket.ask(this.asker, [`iteration?${query}`]);
      return;
    }
    handSocket.forget(this.asker);
    this.timer = window.setTimeout(() => void this.fetch(query), first || other ? 0 : REST);
  }

  private async fetch(query: string) {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    try {
      const how = { method: 'POST', body: new URLSearchParams(query), signal: abort.signal };
      const answer = await fetchJson<Iteration>('api/iteration.json', how);
      if (query === this.wanted) this.take(answer);
    } catch (error) {
      if (!abort.signal.aborted && query === this.wanted) {
        this.failed(error instanceof Refused ? error.message : 'The server cannot be reached; these are the last steps it sent.');
      }
    }
  }

  private take(answer: Iteration) {
    this.answer = answer;
    this.failure = undefined;
    this.came(answer);
    this.host.requestUpdate();
  }

  private failed(why: string) {
    this.failure = why;
    this.host.requestUpdate();
  }
}
