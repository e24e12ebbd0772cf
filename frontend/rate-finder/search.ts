/** A search of rates as it comes line by line. Knows nothing of drawing. */
import { diverged, type Outcome } from '../stream/outcome';

/** What was found, by name. */
export interface Found extends TestFound, StudyFound, ComparisonFound {}

/** By a range test. */
interface TestFound {
  steepest?: number[];
  lowest?: number[];
  careful?: number[];
  /** There if the loss was lowest at the last batch. */
  atEnd?: number[];
}

/** By the trials of an optimizer. */
interface StudyFound {
  range?: number[];
  /** How many train, are held out and test. */
  examples?: number[];
  /** Loss at the start on what is held out. */
  start?: number[];
  failed?: number[];
  /** The best of 1, 2 and more trials. */
  expected?: number[];
  low?: number[];
  high?: number[];
  /** Number of the trial, from 1, and its rate. */
  chosen?: number[];
  /** Its loss on what tests, and the share told right. */
  test?: number[];
}

/** By comparing them. */
interface ComparisonFound {
  leader?: number[];
  /** How likely the leader's best is ahead of each one's. */
  ahead?: number[];
  /** 1 where the test has the leader's chosen trial ahead of that one's, too. */
  confirmed?: number[];
}

export type Cell = number | string | null;

/** What comes on a line. */
export type Line =
  | { columns: string[] }
  | { run: string; rows: Cell[][] }
  | { run: string; outcome: Outcome; explanation: string; parameters?: Found };

/** One optimizer's part, in the order of the optimizers. */
export interface Part {
  rows: Cell[][];
  end?: { outcome: Outcome; explanation: string; found: Found };
}

/** An optimizer as the page has it. */
export interface Searched {
  name: string;
  optimizer: string;
  /** How many before it have the same optimizer. */
  appearance: number;
  /** The rate that it trains with now. */
  lr: number;
}

export class RateSearch {
  columns: string[] = [];
  readonly parts: Part[] = [];

  take(line: Line): void {
    if ('columns' in line) {
      this.columns = line.columns;
      return;
    }
    const last = this.parts.at(-1);
    const part: Part = last && !last.end ? last : { rows: [] };
    if (part !== last) this.parts.push(part);
    if ('rows' in line) part.rows.push(...line.rows);
    else part.end = { outcome: line.outcome, explanation: line.explanation, found: line.parameters ?? {} };
  }

  /** Whether it is a range test. */
  get test(): boolean {
    return this.columns.includes('smoothed');
  }

  /** Whether it is a study. */
  get study(): boolean {
    return this.columns.includes('trial');
  }

  /** A column of a part; null where there is no number. */
  values({ rows }: Part, column: string): (number | null)[] {
    const at = this.columns.indexOf(column);
    return rows.map((row) => (typeof row[at] === 'number' ? row[at] : null));
  }

  /** The rates of a part at which a training of a sweep diverged. */
  divergedAt({ rows }: Part): number[] {
    const [lr, outcome] = [this.columns.indexOf('lr'), this.columns.indexOf('outcome')];
    return rows.filter((row) => diverged({ outcome: row[outcome] as Outcome })).map((row) => row[lr] as number);
  }

  /** The row of a sweep with the least loss; undefined if none has one. */
  best(part: Part): { lr: number; loss: number } | undefined {
    const losses = this.values(part, 'loss');
    const rates = this.values(part, 'lr');
    let found: { lr: number; loss: number } | undefined;
    losses.forEach((loss, i) => {
      if (loss !== null && (found === undefined || loss < found.loss)) found = { lr: rates[i]!, loss };
    });
    return found;
  }
}
