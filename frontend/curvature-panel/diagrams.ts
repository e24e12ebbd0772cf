/** What the looks at a network's curvature make of diagrams and sentences. Knows nothing of drawing. */
import type { Curve, Diagram, Panel } from '../line-diagram/diagram';
import { compact, decimals } from '../numbers/numbers';
import type { Look, Portrait, View } from '../training-chart/curvature';
import type { TrainingHeader, TrainingRun, TrainingSeries } from '../training-chart/training-run';
import { duration, fullName } from '../training-chart/words';

/** As high as shares of the line are drawn, if they come so high. */
const HIGHEST = 2;
const LEAST_DENSITY = 1e-3;

/** How many steps an epoch takes. */
export function stepsAt(epoch: number, { examples, batch }: TrainingHeader): number {
  return Math.round(epoch * Math.ceil(examples / batch));
}

/** Whether every step is by all pictures. */
export function fullBatch({ examples, batch }: TrainingHeader): boolean {
  return batch >= examples;
}

/** The looks so far; undefined before the first. */
export function looksDiagram(run: TrainingRun): Diagram | undefined {
  const { header } = run;
  const seen = run.series.filter(({ looks }) => looks.length > 0);
  if (!header || seen.length === 0) return undefined;
  const x = { name: 'step', log: false, low: 0, high: stepsAt(header.epochs, header) };
  const curve = (series: TrainingSeries, height: (look: Look) => number): Curve => ({
    name: fullName(series),
    look: series.header.optimizer,
    style: 'LINE',
    x: series.looks.map(({ epoch }) => stepsAt(epoch, header)),
    y: series.looks.map((look) => finite(height(look))),
    measured: true,
  });
  const edges = seen.map((series) => curve(series, ({ edge }) => edge)).filter(({ y }) => y.some((value) => value !== null));
  const lambdas = seen.map((series) => curve(series, (look) => look.lambdas[0]));
  const line: Curve = { name: 'steps grow above', look: '', style: 'DASHED', x: [0, x.high], y: [1, 1] };
  const panels: Panel[] = [{
    title: 'Largest eigenvalue of the Hessian',
    x,
    y: { name: 'λ₁', log: false, low: 0, high: 1.1 * highest(lambdas) },
    curves: lambdas,
  }];
  if (edges.length > 0) {
    panels.unshift({
      title: 'Share of the largest stable rate',
      x,
      y: { name: 'share', log: false, low: 0, high: Math.min(HIGHEST, Math.max(1.3, 1.1 * highest(edges))) },
      curves: [...edges, line],
    });
  }
  return { says: looksSentence(run, header, seen), panels, numbers: {} };
}

function looksSentence(run: TrainingRun, header: TrainingHeader, seen: TrainingSeries[]): string {
  const states = seen.map((series) => {
    const { epoch, edge, lambdas } = series.looks.at(-1)!;
    const share = Number.isNaN(edge) ? 'has no such line' : `is at ${decimals(edge, 2)} of its line`;
    return `${fullName(series)} ${share} at step ${stepsAt(epoch, header)}, λ₁ = ${compact(lambdas[0])}`;
  });
  const batches = fullBatch(header)
    ? 'Every step is by all the pictures, so that at 1 a step begins to overshoot along the sharpest direction.'
    : `The steps are by ${header.batch} of ${header.examples} pictures: their noise tends to hold the curvature below the`
      + ' line, which is that of steps by all of them.';
  return `${states.join('; ')}. ${batches} Measured over the first ${header.lookedAt ?? header.examples} pictures${costs(seen)}.`;
}

/** What the looks have taken, where the training's own time is known. */
function costs(seen: TrainingSeries[]): string {
  const looked = seen.reduce((sum, { looks }) => sum + looks.at(-1)!.seconds, 0);
  const trained = seen.reduce((sum, { end }) => sum + (end?.seconds ?? NaN), 0);
  const share = Number.isFinite(trained) && trained > 0 ? ` beside ${duration(trained)} of training` : '';
  return `; the looks took ${duration(looked)}${share}`;
}

/** What the curvature is like at the end, and what the optimizer's rates make of it. */
export function portraitDiagram({ header, portrait }: TrainingSeries): Diagram | undefined {
  if (!portrait) return undefined;
  const panels: Panel[] = [];
  if (portrait.slope !== null && portrait.points.length > 0) panels.push(cloud(portrait, header.optimizer));
  panels.push(densities(portrait, header.optimizer));
  return { says: portraitSentence(portrait), panels, numbers: {} };
}

/** Of a mean of squares of that many draws, each of relative variance 2 at most; nothing of what is no estimate. */
function estimated(draws: number): string {
  if (draws === 0) return '';
  const error = Math.round(100 * Math.sqrt(2 / draws));
  return ` That diagonal is estimated by ${draws} draws at random: the standard error of each entry is ${error} % of it at most.`;
}

/** The finding first, whatever it is. */
export function portraitSentence(portrait: Portrait): string {
  const views = (by: View['by']) => portrait.views.filter((view) => view.by === by);
  const ratio = (by: View['by']) => range(views(by).map(({ over10 }) => over10));
  const diagonal = portrait.exact ? 'the Hessian’s diagonal' : 'the Gauss–Newton diagonal';
  const estimate = estimated(portrait.draws);
  const plain = `The largest eigenvalue is ${ratio('NONE')} times the tenth`;
  if (portrait.slope === null) {
    return `${plain}; divided by ${diagonal}, it would be ${ratio('DIAGONAL')} times. All coordinates have one rate here.${estimate}`;
  }
  return `What the optimizer divides by goes with the power ${decimals(portrait.slope, 2)} of ${diagonal}`
    + ` (correlation ${decimals(portrait.correlation ?? NaN, 2)}); the diagonal itself would be 1, its root 0.5. ${plain} as it is,`
    + ` ${ratio('OWN')} times with these rates, ${ratio('PERMUTED')} times with the same rates at random places of their tensors,`
    + ` and ${ratio('DIAGONAL')} times divided by ${diagonal}.${estimate}`;
}

/** Least and most of some numbers, or the one they all are. */
export function range(values: (number | null)[]): string {
  const there = values.filter((value): value is number => value !== null);
  if (there.length === 0) return 'an unknown number of';
  const [least, most] = [Math.min(...there), Math.max(...there)].map(short);
  return least === most ? least : `${least} to ${most}`;
}

function short(value: number): string {
  return decimals(value, value < 100 ? 1 : 0);
}

function cloud(portrait: Portrait, look: string): Panel {
  const x = portrait.points.filter((_, i) => i % 2 === 0);
  const y = portrait.points.filter((_, i) => i % 2 === 1);
  const [left, right] = [Math.min(...x), Math.max(...x)];
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const through = (at: number) => mean(y) + portrait.slope! * (at - mean(x));
  return {
    title: 'What it divides by, against the curvature of each coordinate',
    x: { name: `log₁₀ |${portrait.exact ? 'H' : 'G'}ᵢᵢ|`, log: false, low: left - 0.1, high: right + 0.1 },
    y: { name: 'log₁₀ P', log: false, low: Math.min(...y) - 0.1, high: Math.max(...y) + 0.1 },
    curves: [
      { name: 'a coordinate each', look, style: 'DOTS', x, y },
      { name: `slope ${decimals(portrait.slope!, 2)}`, look: '', style: 'DASHED', x: [left, right], y: [through(left), through(right)] },
    ],
  };
}

const NAMES: Record<View['by'], string> = {
  NONE: 'the Hessian',
  OWN: 'as the optimizer meets it',
  PERMUTED: 'its rates permuted',
  DIAGONAL: 'divided by the diagonal',
};

/** What a view is called. */
export function viewName({ by }: View): string {
  return NAMES[by];
}

function densities(portrait: Portrait, look: string): Panel {
  const first = portrait.views.filter((view, i, all) => all.findIndex(({ by }) => by === view.by) === i);
  const curves = first.map((view): Curve => ({
    name: viewName(view),
    look: view.by === 'OWN' || view.by === 'PERMUTED' ? look : '',
    style: view.by === 'NONE' || view.by === 'OWN' ? 'LINE' : 'DASHED',
    x: view.places,
    y: view.density.map((value) => (value < LEAST_DENSITY ? LEAST_DENSITY : value)),
  }));
  return {
    title: 'Density of the eigenvalues',
    x: { name: 'share of the largest', log: false, low: Math.min(...curves.map((curve) => curve.x[0])), high: 1.04 },
    y: { name: 'density', log: true, low: LEAST_DENSITY, high: 100 },
    curves,
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function highest(curves: Curve[]): number {
  return curves.reduce((most, { y }) => y.reduce<number>((more, value) => Math.max(more, value ?? 0), most), 1e-9);
}
