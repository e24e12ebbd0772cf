/** What a landscape says in words and tables. Knows nothing of drawing. */
import type { Curve, Diagram } from '../line-diagram/diagram';
import { decimals, plain } from '../numbers/numbers';
import { OTHER_START, type Cut, type Grid, type Landscape, type Line, type Looks, type Outlook, type PlaneKind, type SoFar, type Track } from '../training-chart/landscape';
import type { TrainingRun, TrainingSeries } from '../training-chart/training-run';
import { fullName } from '../training-chart/words';
import type { Reading } from './slice';

/** Share of a way below which a distance is rounding. */
const ROUNDING = 1e-9;

const PLANES: Record<PlaneKind, string> = {
  path: 'in the plane of the paths’ two main directions, at true scale',
  ends: 'in a plane through three points of the paths, at true scale',
  random: 'in the plane of two random directions about where the first path ends, each unit’s weights as long as its own',
};

export const AXES: Record<PlaneKind, [string, string]> = {
  path: ['first direction', 'second'],
  ends: ['along the first two', 'across'],
  random: ['first direction', 'second'],
};

/** 93 % for 0.93, on one line; a tenth where that is told from none or all. */
export function percent(share: number): string {
  const hundred = 100 * share;
  return `${decimals(hundred, hundred >= 99.5 || hundred < 10 ? 1 : 0)}\u00a0%`;
}

/** 0.51 ± 0.02; without an error where there is none, as of all pictures. */
export function withError(loss: number | null, error: number | null): string {
  if (loss === null) return 'not finite';
  return error === null || error === 0 ? plain(loss, 3) : `${plain(loss, 3)} ± ${plain(error, 1)}`;
}

/** Share of an epoch below which two are the same, as they are told in so many digits. */
const SAME_EPOCH = 1e-4;

type Watched = Pick<TrainingRun, 'landscape' | 'over' | 'farthest'>;

/** How far it is, and of what where that is not the end; empty once all is there. */
export function progressSentence(run: Watched): string {
  const { outlook, soFar } = run.landscape;
  if (!outlook) return nothingYet(run);
  return soFar ? onTheWay(run, outlook) : atTheEnd(run, outlook);
}

function nothingYet({ landscape: { cut, share, soFar }, over, farthest }: Watched): string {
  if (cut) return `There is no landscape. ${whyCut(cut, soFar)}`;
  if (over) return share > 0 ? 'It was stopped before there was anything to draw.' : 'No path came to its end, so that there is nothing to draw.';
  return `The landscape is drawn once all optimizers have arrived; while the training is paused, that of the paths so far${farthest > 0 ? '' : ', of which there are none yet'}.`;
}

function atTheEnd({ landscape, over }: Watched, outlook: Outlook): string {
  const { share, cut } = landscape;
  if (share >= 1) return '';
  if (!cut && !over) return howFar('Being drawn', landscape, outlook);
  return `${howFar('Drawn so far', landscape, outlook)} ${cut ? whyCut(cut) : 'There it was stopped.'}`;
}

function onTheWay({ landscape, over, farthest }: Watched, outlook: Outlook): string {
  const { share, cut, laterCut, looks, upTo, soFar } = landscape;
  const paths = `Of the paths up to epoch ${decimals(upTo, 1)}`;
  if (over) return `${paths}.${laterCut ? ` What came after is not drawn. ${whyCut(laterCut)}` : ''}`;
  const heldStill = farthest <= upTo * (1 + SAME_EPOCH);
  const asFar = share >= 1 || heldStill ? '' : ', as far as it was drawn';
  const going = share >= 1 || !heldStill ? '' : ` ${howFar(cut ? 'Drawn so far' : 'Being drawn', landscape, outlook)}`;
  const last = cut ?? laterCut;
  return `${paths}${asFar}; drawn anew once all have arrived.${going}${last ? ` ${whyCut(last, soFar)}` : lastLook(looks, heldStill)}`;
}

/** Why a training that is paused once more is not drawn; empty where it is. */
function lastLook([which, most]: Looks, heldStill: boolean): string {
  if (which < most) return '';
  return ` On the way a training is drawn ${most} times at most${heldStill ? ': this is the last' : ', which it has been: paused again, it is not'}.`;
}

/** Why a landscape goes no further than it does. */
function whyCut(cut: Cut, soFar?: SoFar): string {
  if (cut === 'FAILED') return 'A fault of the server ended the drawing; the training is not touched by it.';
  return soFar
    ? 'The computing time for drawing on the way is used up: paused again, the training is not drawn.'
    : 'The run has used all the computing time that it may take.';
}

function howFar(it: string, { share, grid }: Landscape, outlook: Outlook): string {
  const side = grid ? (outlook.side - 1) / grid.stride + 1 : 0;
  const points = grid ? `${side} × ${side} points of ${outlook.side} × ${outlook.side}, over ${grid.pictures} pictures` : 'the plane is known';
  return `${it}: ${points}; ${percent(share)} of the work is done.`;
}

/** What a picture of the plane shows, where no page is around it. */
export function aboutSlice({ landscape }: TrainingRun): string {
  const { outlook, grid, soFar } = landscape;
  if (!outlook) return '';
  return `The loss ${PLANES[outlook.kind]}${soFar ? `, of the paths up to epoch ${decimals(landscape.upTo, 1)}` : ''}${grid ? `, over ${grid.pictures} of ${outlook.of} pictures. ${rangeSentence(grid)}` : ''}`;
}

/** The finding, whatever it is. */
export function sentence(run: TrainingRun): string {
  const { outlook, walk, grid } = run.landscape;
  if (!outlook) return '';
  const shown = `The loss ${PLANES[outlook.kind]}.`;
  const held = outlook.kind === 'path'
    ? ` Of all that the paths vary, ${percent(outlook.shares[0])} lies along the first direction and ${percent(outlook.shares[1])} along the second.`
    : ' The paths are drawn where the plane is nearest to them.';
  const own = outlook.paths[0].own;
  const compared = walk
    ? ` A random walk of ${outlook.paths[0].x.length} points in as many dimensions has ${percent(walk.first)} and ${percent(walk.second)} in its own two`
      + ` main directions, ${nameOf(run, outlook.paths[0].series)} ${percent(own.first)} and ${percent(own.second)}: a path that looks as if it lay in`
      + ' a plane is no sign of a simple landscape.'
    : '';
  const pictures = grid ? ` ${meansSentence(grid, outlook)}` : '';
  return `${shown}${held}${compared}${pictures}`;
}

/** Of what the losses are means: a table and a chart that differ are not to look like a mistake. */
function meansSentence({ pictures }: Grid, { pictures: first, of }: Outlook): string {
  const means = `losses are means over ${pictures === of ? `all ${of}` : `the first ${pictures} of ${of}`} pictures`;
  return pictures === first
    ? `L${means.slice(1)}, those of the chart over the batches of the moment.`
    : `On the plane ${means}, in the table and on lines over the first ${first}; those of the chart are over the batches of the moment.`;
}

/** What a series is called; its number where it is not known. */
export function nameOf(run: TrainingRun, series: number): string {
  const found: TrainingSeries | undefined = run.series[series];
  return found ? fullName(found) : `path ${series + 1}`;
}

/** What the shades are. */
export function rangeSentence({ losses }: Grid): string {
  const known = losses.filter((loss) => loss !== null);
  return known.length === 0 ? '' : `Lighter is lower: the loss goes from ${plain(Math.min(...known), 3)} to ${plain(Math.max(...known), 3)}.`;
}

/** The point that is looked at. */
export function readingSentence(reading: Reading, pictures: number): string {
  return `At ${plain(reading.x, 3)}, ${plain(reading.y, 3)}: loss ${withError(reading.loss, reading.error)} (${pictures} pictures).`;
}

export const TRACK_COLUMNS: readonly string[] = [
  'own first direction', 'own second', 'way from start to end', 'most off the plane', 'off at the end', 'loss at the end', 'on the plane there',
  'most they differ',
];

/** Of a path from the plane; nothing where it is rounding beside the way. */
function distance(off: number, { traveled }: Track): string {
  return off < ROUNDING * traveled ? '0' : plain(off, 3);
}

/** A path in numbers, a cell for each of {@link TRACK_COLUMNS}; what is not known of its losses is still to come, or not. */
export function trackCells({ landscape, over }: Pick<TrainingRun, 'landscape' | 'over'>, track: Track): string[] {
  const along = landscape.along.get(track.series);
  const missing = over || landscape.cut ? '–' : '…';
  const last = track.x.length - 1;
  const differences = along
    ? along.losses.map((loss, i) => (loss === null || along.feet[i] === null ? NaN : Math.abs(loss - along.feet[i]!))).filter(Number.isFinite)
    : [];
  return [
    percent(track.own.first),
    percent(track.own.second),
    plain(track.traveled, 3),
    distance(Math.max(...track.off), track),
    distance(track.off[last], track),
    along ? withError(along.losses[last], along.errors[last]) : missing,
    along ? withError(along.feet[last], null) : missing,
    differences.length > 0 ? plain(Math.max(...differences), 3) : missing,
  ];
}

/** The losses on the straight line to the end of another path; undefined where one of them is not finite. */
export function lineDiagram(run: TrainingRun, line: Line): Diagram | undefined {
  const curves = [line.asItIs, line.shuffled, line.matched];
  const all = curves.flat();
  if (all.some((loss) => loss === null)) return undefined;
  const losses = all as number[];
  const otherStart = line.to === OTHER_START;
  const look = run.series[otherStart ? line.from : line.to]?.header.optimizer ?? '';
  const curve = (name: string, y: (number | null)[], style: Curve['style'], color: string): Curve => ({ name, look: color, style, x: line.at, y, measured: true });
  return {
    says: lineSentence(run, line),
    panels: [{
      title: `On the straight line from where ${nameOf(run, line.from)} ends to where ${otherStart ? 'it ends from another start' : `${nameOf(run, line.to)} does`}`,
      x: { name: 'share of the way', log: false, low: 0, high: 1 },
      y: { name: 'loss', log: false, low: Math.min(0, ...losses), high: 1.06 * Math.max(...losses, 1e-9) },
      curves: [
        curve('as it is', line.asItIs, 'LINE', look),
        curve('hidden units shuffled', line.shuffled, 'DASHED', ''),
        curve('shuffled, then matched', line.matched, 'DASHED', look),
      ],
    }],
    numbers: {},
  };
}

/** How high the loss comes between two ends above the straight line between their losses. */
export function barrier(at: readonly number[], losses: readonly (number | null)[]): number {
  const [first, last] = [losses[0] ?? NaN, losses[losses.length - 1] ?? NaN];
  return Math.max(...losses.map((loss, i) => (loss ?? NaN) - (first + at[i] * (last - first))));
}

function lineSentence(run: TrainingRun, line: Line): string {
  const [asItIs, shuffled, matched] = [line.asItIs, line.shuffled, line.matched].map((losses) => plain(Math.max(0, barrier(line.at, losses)), 2));
  if (line.units === 0) return `Between the two ends the loss rises by ${asItIs}. The network has no hidden units whose order could differ.`;
  return `Between the two ends the loss rises by ${asItIs}. The same network with its ${line.units} hidden units in a random order computes the same,`
    + ` but stands elsewhere: on the way there the loss rises by ${shuffled}. Put in the order that fits ${nameOf(run, line.from)} best, by the`
    + ` weights alone, it is ${matched}; ${line.moved} of the units then stand elsewhere than they did. ${line.to === OTHER_START
      ? 'Both began at weights of their own, and saw the pictures in orders of their own.'
      : 'Both began at the same weights.'}`;
}

/** What the plot shows, for who does not see it. */
export function described(outlook: Outlook): string {
  return `Contours of the loss ${PLANES[outlook.kind]}, with ${outlook.paths.length === 1 ? 'the path' : `${outlook.paths.length} paths`} on it. `
    + 'Arrow keys move the point that is read; the numbers stand in the tables below.';
}
