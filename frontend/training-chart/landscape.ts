/** What is told of the loss around the paths of a training's optimizers, once they have arrived or where they are held. Knows nothing of drawing. */

/** How much of a path lies in its own two main directions, and where it is along them. */
export interface Own {
  first: number;
  second: number;
  x: number[];
  y: number[];
}

/** A path on the plane: the feet of its points, how far these are off it, and when it was there. */
export interface Track {
  series: number;
  x: number[];
  y: number[];
  off: number[];
  epochs: number[];
  /** From its start to its end. */
  traveled: number;
  own: Own;
}

export type PlaneKind = 'path' | 'ends' | 'random';

/** Where the plane is, and which square of it is looked at. */
export interface Outlook {
  kind: PlaneKind;
  left: number;
  bottom: number;
  size: number;
  /** Points of the finest grid to the right and up. */
  side: number;
  /** How many pictures the first losses are the mean of, and how many there are. */
  pictures: number;
  of: number;
  /** Of the variance of all paths along their two main directions. */
  shares: [number, number];
  paths: Track[];
}

/** Losses row by row from the lower left; null where they are not finite. */
export interface Grid {
  /** Points of the finest grid from one to the next. */
  stride: number;
  pictures: number;
  losses: (number | null)[];
  errors: (number | null)[];
}

/** Losses at a path's points, and at their feet. */
export interface Along {
  series: number;
  losses: (number | null)[];
  errors: (number | null)[];
  feet: (number | null)[];
}

export const OTHER_START = -1;

/** Losses on a straight line between the ends of two paths. */
export interface Line {
  from: number;
  /** {@link OTHER_START} for the optimizer of the first from another start. */
  to: number;
  at: number[];
  asItIs: (number | null)[];
  shuffled: (number | null)[];
  matched: (number | null)[];
  /** Hidden units that stand elsewhere after matching. */
  moved: number;
  units: number;
}

/** Why no more of one is to come: a fault of the server, or its time is used up. */
export type Cut = 'FAILED' | 'SPENT';

/** One of its parts. */
export interface LandscapeTold {
  share?: number;
  cut?: Cut;
  outlook?: Outlook;
  grid?: Grid;
  along?: Along;
  walk?: Own;
  line?: Line;
}

/** How many rows of each series a landscape of the paths so far is of; undefined of one at the end. */
export type SoFar = readonly number[] | undefined;

/** Which landscape of the paths so far it is, from 1, and how many a training has at most. */
export type Looks = readonly [number, number];

const FIRST_LOOK: Looks = [1, Infinity];

/** What is known of one so far; grows. What is told twice is known once. */
export class Landscape {
  readonly soFar: SoFar;
  readonly looks: Looks;
  share = 0;
  cut?: Cut;
  /** Of one that was to be shown in its place, and of which there is nothing to see. */
  laterCut?: Cut;
  outlook?: Outlook;
  /** The finest grid so far, of the most pictures. */
  grid?: Grid;
  walk?: Own;
  readonly along = new Map<number, Along>();
  readonly lines = new Map<number, Line>();

  constructor(soFar?: SoFar, looks = FIRST_LOOK) {
    this.soFar = soFar;
    this.looks = looks;
  }

  isOf(soFar: SoFar): boolean {
    return this.soFar?.join() === soFar?.join();
  }

  /** The last epoch that any of its paths has come to. */
  get upTo(): number {
    return Math.max(0, ...(this.outlook?.paths ?? []).map(({ epochs }) => epochs[epochs.length - 1]));
  }

  take({ share, cut, outlook, grid, along, walk, line }: LandscapeTold): void {
    if (share !== undefined) this.share = share;
    if (cut) this.cut = cut;
    if (outlook) this.outlook ??= outlook;
    if (grid && !(this.grid && isFiner(this.grid, grid))) this.grid = grid;
    if (along) this.along.set(along.series, along);
    if (walk) this.walk = walk;
    if (line) this.lines.set(line.to, line);
  }
}

function isFiner(one: Grid, other: Grid): boolean {
  return one.stride < other.stride || (one.stride === other.stride && one.pictures > other.pictures);
}

/** The landscapes that a run tells of one after the other: the last of which there is something to see. */
export class Landscapes {
  private coming = new Landscape();
  /** What is shown: the one before, until the next has heights. */
  latest = this.coming;

  take(told: LandscapeTold, soFar: SoFar, looks?: Looks): void {
    if (!this.coming.isOf(soFar)) this.coming = new Landscape(soFar, looks);
    this.coming.take(told);
    if (this.coming.grid || !this.latest.outlook) this.latest = this.coming;
    else if (told.cut) this.latest.laterCut = told.cut;
  }
}
