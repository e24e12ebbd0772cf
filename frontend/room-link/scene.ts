/** What a room shows at a moment, as its stream tells it, and which of two such tellings holds. */

export type Scheme = 'light' | 'dark';

/** What the teacher has done with a training: it goes on by itself, waits, or has ended. */
export type Progress = 'on' | 'paused' | 'stopped';

export interface Scene {
  revision: number;
  kind: 'race' | 'training' | 'spectrum';
  /** Where the run's frames are, or a matrix's data; empty while the room shows none. */
  run: string;
  /** What of the query the picture is drawn by. */
  field: string;
  /** The shown step; while playing, the one where the play began. */
  step: number;
  playing: boolean;
  speed: number;
  /** Seconds from the beginning of the play to the sending of the scene. */
  elapsed: number;
  scheme: Scheme | null;
  frozen: boolean;
  /** Which of the teacher's windows moved it last; empty if none did. */
  hand: string;
  progress: Progress;
  /** How far a matrix is on its way to its diagonal, from 0 to 1. */
  away: number;
}

/** The scene in an event's data; undefined if it is none, as a newer server's may be to this page. */
export function sceneOf(data: string): Scene | undefined {
  let raw: Partial<Record<keyof Scene, unknown>> | null;
  try {
    raw = JSON.parse(data) as typeof raw;
  } catch {
    return undefined;
  }
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { revision, kind } = raw;
  if (!Number.isInteger(revision) || (kind !== 'race' && kind !== 'training' && kind !== 'spectrum')) return undefined;
  const number = (value: unknown, least: number, otherwise: number) =>
    (typeof value === 'number' && Number.isFinite(value) && value >= least ? value : otherwise);
  return {
    revision: revision as number,
    kind,
    run: typeof raw.run === 'string' ? raw.run : '',
    field: typeof raw.field === 'string' ? raw.field : '',
    step: Math.floor(number(raw.step, 0, 0)),
    playing: raw.playing === true,
    speed: number(raw.speed, Number.MIN_VALUE, 1),
    elapsed: number(raw.elapsed, 0, 0),
    scheme: raw.scheme === 'light' || raw.scheme === 'dark' ? raw.scheme : null,
    frozen: raw.frozen === true,
    hand: typeof raw.hand === 'string' ? raw.hand : '',
    progress: raw.progress === 'paused' || raw.progress === 'stopped' ? raw.progress : 'on',
    away: Math.min(1, number(raw.away, 0, 0)),
  };
}

/** Lets through what is newer than all before it on the same connection: a restarted server may count anew. */
export class SceneOrder {
  private latest = -Infinity;

  connected(): void {
    this.latest = -Infinity;
  }

  accepts({ revision }: Scene): boolean {
    if (revision <= this.latest) return false;
    this.latest = revision;
    return true;
  }
}
