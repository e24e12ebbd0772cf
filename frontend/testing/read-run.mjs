// Reads a run's stream as a page does, with the browser's own files, and prints what they made of it, as JSON: which
// frames were asked for, what the reader told its listener, and what the run's model knows in the end.
//
//     node --import ./frontend/testing/typescript.mjs frontend/testing/read-run.mjs URL [BYTES]
//
// With BYTES the first answer breaks off after so many, as where a connection is lost.
import { Trace } from '../race/trace';
import { followRun } from '../stream/frames';
import { TrainingRun } from '../training-chart/training-run';

const [url, breakAfter] = process.argv.slice(2);
const { signal } = new AbortController();
const asked = [];
const told = [];
const fetched = globalThis.fetch;

globalThis.fetch = async (address, options) => {
  asked.push(address.slice(url.length));
  const answer = await fetched(address, options);
  return breakAfter && asked.length === 1 ? new Response(answer.body.pipeThrough(broken(Number(breakAfter)))) : answer;
};

function broken(left) {
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.terminate();
    },
  });
}

/** Doubles as text, since JSON has neither NaN nor minus zero. */
function texts(values) {
  return Array.from(values, (value) => (Object.is(value, -0) ? '-0' : String(value)));
}

const KINDS = ['header', 'rows', 'progress', 'seriesEnd', 'detail', 'place', 'end'];
const listener = Object.fromEntries(KINDS.map((kind) => [kind, (value) => { told.push({ kind, value }); }]));

function raceKnows(header) {
  const trace = new Trace(header);
  told.forEach(({ kind, value }) => {
    if (kind === 'rows') trace.append(value);
    if (kind === 'seriesEnd') trace.endSeries(value);
  });
  return trace.series.map((series) => ({
    name: trace.nameOf(series),
    columns: Object.fromEntries(series.header.columns.map((column) =>
      [column, texts(Array.from({ length: series.rows }, (_, step) => series.at(step, column)))])),
    diverged: series.divergedBy(series.lastStep),
  }));
}

async function trainingKnows() {
  const run = new TrainingRun();
  await run.follow(url, signal);
  return run.series.map(({ epoch, loss, errors, latestLoss }) => ({
    epoch: texts(epoch.values), loss: texts(loss.values), errors: errors.map(({ values }) => texts(values)), latestLoss,
  }));
}

async function picturesKnow() {
  const run = new TrainingRun();
  await run.follow(url, signal);
  return run.series.map(({ layers, filters, latestTest, end }) => ({ layers, filters, latestTest, ended: end !== undefined }));
}

await followRun(url, listener, signal);
const followed = [...asked];
const header = told.find(({ kind }) => kind === 'header')?.value;
let knows = null;
if (header.kind === 'race') knows = raceKnows(header);
else if (header.classes) knows = await picturesKnow();
else if (header.kind === 'training') knows = await trainingKnows();

const printed = told.map(({ kind, value }) =>
  ({ kind, value: kind === 'rows' ? { ...value, values: texts(value.values) } : value }));
process.stdout.write(JSON.stringify({ asked: followed, told: printed, knows }), () => process.exit());
