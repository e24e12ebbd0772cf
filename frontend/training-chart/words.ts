/** How numbers and states of a training run are said. */
import { compact, decimals, rounded } from '../numbers/numbers';
import { diverged, ENDS } from '../stream/outcome';
import type { Band, TrainingRun, TrainingSeries } from './training-run';

/** What has a name: a series of any run. */
export interface Named {
  header: { spec: string; title: string };
}

/** A length of time in the unit that suits it. */
export function duration(seconds: number): string {
  if (seconds < 1e-4) return `${round(seconds * 1e6)} \u00b5s`;
  if (seconds < 1) return `${round(seconds * 1e3)} ms`;
  if (seconds < 60) return `${round(seconds)} s`;
  const whole = Math.round(seconds);
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`;
}

/** What is left to wait: never finer than a tenth of a second. */
export function remaining(seconds: number): string {
  return seconds < 10 ? `${decimals(seconds, 1)} s` : duration(seconds);
}

function round(value: number): string {
  return String(value >= 100 ? Math.round(value) : rounded(value, 2));
}

/** What stands between the parentheses of a spec, stage by stage: "lr=0.1, eps=1e-6", "lr=0.1; from 500 on lr=0.01". */
export function settings(series: Named): string {
  const [first, ...later] = series.header.spec.split('~');
  const stages = [within(first)];
  for (let i = 0; i + 1 < later.length; i += 2) stages.push(`from ${later[i]} on ${within(later[i + 1])}`);
  return stages.join('; ');
}

/** Of a rule of one's own so much as tells it from others. */
const RULE_SHOWN = 24;

function within(spec: string): string {
  const all = spec.match(/\((.*)\)/)?.[1] ?? '';
  const rule = all.indexOf('do=') + 3;
  const shown = rule < 3 || all.length - rule <= RULE_SHOWN ? all : `${all.slice(0, rule + RULE_SHOWN)}\u2026`;
  return shown.replaceAll(',', ', ');
}

/** A series by its full name: "Adagrad (lr=0.1)". */
export function fullName(series: Named): string {
  const said = settings(series);
  return said ? `${series.header.title} (${said})` : series.header.title;
}

/** Where a series is: "epoch 1.2 of 2 · 0.4 s left"; of one that waits, "paused at epoch 1.2 of 2". */
export function progress(series: TrainingSeries, epochs: number, examples: number, paused = false): string {
  const seen = series.progress;
  if (!seen) return 'waiting for its turn';
  const at = `epoch ${decimals(seen.done / examples, 1)} of ${compact(epochs)}`;
  if (paused) return `paused at ${at}`;
  return seen.secondsLeft === null ? at : `${at} \u00b7 ${remaining(seen.secondsLeft)} left`;
}

/** How a series ended, in a word or two; empty where it has not. */
export function outcome({ end }: TrainingSeries): string {
  if (!end) return '';
  return end.outcome === 'budget-spent' ? `${ENDS[end.outcome].word}: its budget is spent` : ENDS[end.outcome].word;
}

/** The chart in a sentence or two. */
export function summary(run: TrainingRun): string {
  if (!run.header) return 'Loss against epoch; no numbers yet.';
  const parts = run.series.filter((series) => series.loss.length > 0).map((series) =>
    `${fullName(series)} ${diverged(series.end) ? 'diverged after' : 'at'} epoch `
      + `${compact(series.epoch.last)}, loss from ${compact(series.loss.values[0])} to ${compact(series.latestLoss)}`);
  return `Loss against epoch on ${run.header.data}, model ${run.header.model}. ${parts.join('; ')}.`;
}

/** A band of words by rank: "words 6 to 20". */
export function bandName(band: Band): string {
  return `words ${band.first} to ${band.last}`;
}

/** The error of a band's weights, to as many digits as can be read off. */
export function error(value: number): string {
  return value < 100 ? decimals(value, 2) : compact(value);
}

/** The panels in a sentence for each series. */
export function bandSummary(run: TrainingRun): string {
  const bands = run.header?.bands ?? [];
  return run.series.filter((series) => series.loss.length > 0).map((series) => {
    const errors = bands.map((band, i) => `${error(series.errors[i].last)} on ${bandName(band)}`);
    return `${fullName(series)} at epoch ${compact(series.epoch.last)}: weight error ${errors.join(', ')}.`;
  }).join(' ');
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** Where a run stands in line: "Third in line; 2 runs before you." Empty where it does not wait. */
export function inLine(run: TrainingRun): string {
  if (!run.place) return '';
  const { place } = run.place;
  const before = place === 1 ? 'yours is next' : `${place - 1} ${place === 2 ? 'run' : 'runs'} before you`;
  const stands = `${ORDINALS[place - 1] ?? `${place}${ending(place)}`} in line; ${before}.`;
  return run.header
    ? `${stands} Many train now, so all take turns of some seconds; yours goes on from where it is.`
    : `${stands} Many train now, so all take turns of some seconds.`;
}

function ending(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th';
}

/** Said once, when all is over. */
export function closing(run: TrainingRun): string {
  const parts = run.series.map((series) =>
    `${fullName(series)}: ${outcome(series) || 'not ended'}, loss ${compact(series.latestLoss)}`);
  return `Training has ended. ${parts.join('; ')}.`;
}
