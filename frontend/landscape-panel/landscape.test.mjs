import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Landscape, Landscapes, OTHER_START } from '../training-chart/landscape.ts';
import { fieldOf, movedBy, pathOf, readingAt, windowAround, windowOf } from './slice.ts';
import { aboutSlice, barrier, lineDiagram, percent, progressSentence, rangeSentence, readingSentence, sentence, TRACK_COLUMNS, trackCells, withError } from './words.ts';

const own = { first: 0.9, second: 0.08, x: [-0.5, 0, 0.6], y: [0.1, -0.2, 0.1] };
const track = (series) => ({ series, x: [0, 1, 2], y: [0, 0.5, 1], off: [0.1, 0.3, 0.2], epochs: [0, 1, 2], traveled: 2.5, own });
const outlook = {
  kind: 'path', left: -1, bottom: -2, size: 4, side: 51, pictures: 500, of: 2000, shares: [0.8, 0.15], paths: [track(0), track(1)],
};
const coarse = {
  stride: 25, pictures: 500, losses: [0, 1, 2, 3, 4, 5, 6, null, 8], errors: [0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, null, 0.1],
};
const header = (optimizer) => ({ spec: `${optimizer}(lr=0.1)`, title: optimizer, optimizer, columns: [] });
const run = (landscape) => ({ landscape, series: [{ header: header('sgd'), appearance: 0 }, { header: header('adagrad'), appearance: 0 }] });
const known = (...parts) => {
  const landscape = new Landscape();
  parts.forEach((part) => landscape.take(part));
  return landscape;
};

test('the finest grid of the most pictures is kept, in whatever order they come again', () => {
  const fine = { ...coarse, stride: 1 };
  const more = { ...fine, pictures: 1000 };
  const landscape = known({ outlook }, { grid: coarse }, { grid: fine }, { grid: more }, { grid: coarse }, { grid: fine }, { share: 0.5 });
  assert.equal(landscape.grid, more);
  assert.equal(landscape.share, 0.5);
  assert.equal(known({ grid: coarse }, { grid: fine }).grid, fine);
});

test('a coarse grid is straight between its points, and nothing where nothing is known', () => {
  const field = fieldOf(outlook, coarse);
  assert.deepEqual(field.window, [-1, 3, -2, 2]);
  assert.equal(field.columns, 51);
  assert.equal(field.values[0], 0);
  assert.equal(field.values[25], 1);
  assert.equal(field.values[50], 2);
  assert.ok(Math.abs(field.values[5] - 0.2) < 1e-6);
  assert.ok(Math.abs(field.values[10 * 51] - 1.2) < 1e-6);
  assert.equal(field.values[50 * 51], 6);
  assert.ok(Number.isNaN(field.values[50 * 51 + 25]));
  assert.equal(field.values[50 * 51 + 50], 8);
  assert.ok(!Number.isNaN(field.values[25 * 51 + 50]));
});

test('a place is read at the nearest point, and keys lead from point to point and no farther', () => {
  assert.deepEqual(readingAt(outlook, coarse, [0.9, 0.2]), { x: 1, y: 0, loss: 4, error: 0.1 });
  assert.deepEqual(readingAt(outlook, coarse, [99, -99]), { x: 3, y: -2, loss: 2, error: 0.1 });
  assert.deepEqual(movedBy('ArrowRight', outlook, coarse, [1, 0]), [3, 0]);
  assert.deepEqual(movedBy('ArrowRight', outlook, coarse, [3, 0]), [3, 0]);
  assert.deepEqual(movedBy('ArrowUp', outlook, coarse, [1, 0]), [1, 2]);
  assert.equal(movedBy('Tab', outlook, coarse, [1, 0]), undefined);
});

test('paths have their optimizer’s look', () => {
  const path = pathOf(track(0), { header: header('torch.adagrad'), appearance: 0 }, false);
  assert.deepEqual([...path.values], [0, 0, 1, 0.5, 2, 1]);
  assert.equal(path.hollow, true);
  assert.equal(path.shape, 'diamond');
  assert.ok(windowAround([own]).every((edge) => Math.abs(Math.abs(edge) - 0.69) < 1e-9));
  assert.deepEqual(windowOf(outlook), [-1, 3, -2, 2]);
});

test('what is being drawn is said, and what is found', () => {
  const said = (landscape, over = false, farthest = 2) => progressSentence({ landscape, over, farthest });
  assert.match(said(known()), /once all optimizers have arrived; while the training is paused, that of the paths so far/);
  assert.match(said(known(), false, 0), /that of the paths so far, of which there are none yet\.$/);
  assert.match(said(known(), true), /No path came to its end/);
  assert.equal(
    said(known({ outlook }, { grid: { ...coarse, stride: 10 } }, { share: 0.25 })),
    'Being drawn: 6 × 6 points of 51 × 51, over 500 pictures; 25\u00a0% of the work is done.',
  );
  assert.equal(said(known({ outlook }, { grid: coarse }, { share: 1 })), '');
  const part = known({ outlook }, { grid: coarse }, { share: 0.5 });
  assert.equal(said(part, true), 'Drawn so far: 3 × 3 points of 51 × 51, over 500 pictures; 50\u00a0% of the work is done. There it was stopped.');
  assert.equal(said(known({ share: 0.01 }), true), 'It was stopped before there was anything to draw.');
  const all = run(known({ outlook }, { grid: coarse }, { walk: { first: 0.612, second: 0.151, x: [], y: [] } }));
  assert.match(sentence(all), /80\u00a0% lies along the first direction and 15\u00a0% along the second/);
  assert.match(sentence(all), /random walk of 3 points in as many dimensions has 61\u00a0% and 15\u00a0%.*sgd \(lr=0\.1\) 90\u00a0% and 8\.0\u00a0%/);
  assert.match(sentence(all), /Losses are means over the first 500 of 2000 pictures, those of the chart over the batches of the moment\.$/);
  const refined = sentence(run(known({ outlook }, { grid: { ...coarse, pictures: 1500 } })));
  assert.match(refined, /On the plane losses are means over the first 1500 of 2000 pictures, in the table and on lines over the first 500;/);
  assert.match(sentence(run(known({ outlook }, { grid: { ...coarse, pictures: 2000 } }))), /means over all 2000 pictures, in the table/);
  assert.doesNotMatch(sentence(run(known({ outlook: { ...outlook, kind: 'random' } }))), /80\u00a0%|random walk/);
});

test('what is of the paths so far says how far that is', () => {
  const soFar = (share, looks = [1, 16]) => {
    const landscape = new Landscape([3, 2], looks);
    [{ outlook }, { grid: { ...coarse, stride: 10 } }, { share }].forEach((part) => landscape.take(part));
    return landscape;
  };
  const said = (share, farthest, over = false) => progressSentence({ landscape: soFar(share), over, farthest });
  const finished = 'Of the paths up to epoch 2.0; drawn anew once all have arrived.';
  assert.equal(said(0.25, 2), `${finished} Being drawn: 6 × 6 points of 51 × 51, over 500 pictures; 25\u00a0% of the work is done.`);
  assert.equal(said(0.25, 2.1), 'Of the paths up to epoch 2.0, as far as it was drawn; drawn anew once all have arrived.', 'the training went on');
  assert.equal(said(1, 2), finished);
  assert.equal(said(1, 2.1), finished);
  assert.equal(said(0.25, 2.1, true), 'Of the paths up to epoch 2.0.');
  const last = (farthest, over) => progressSentence({ landscape: soFar(1, [16, 16]), over, farthest });
  assert.equal(last(2, false), `${finished} On the way a training is drawn 16 times at most: this is the last.`);
  assert.match(last(3, false), /once all have arrived\. On the way a training is drawn 16 times at most, which it has been: paused again, it is not\.$/);
  assert.doesNotMatch(last(3, true), /16/);
  assert.match(aboutSlice(run(soFar(1))), /at true scale, of the paths up to epoch 2\.0, over 500/);
});

test('why a landscape goes no further is said', () => {
  const said = (landscape, over, farthest = 2) => progressSentence({ landscape, over, farthest });
  const part = [{ outlook }, { grid: coarse }, { share: 0.5 }];
  const fault = 'A fault of the server ended the drawing; the training is not touched by it.';
  assert.match(said(known(...part, { cut: 'SPENT' }), true), /^Drawn so far: 3 × 3 .* 50\u00a0% of the work is done\. The run has used all the computing time that it may take\.$/);
  assert.equal(said(known({ share: 0.1, cut: 'FAILED' }), true), `There is no landscape. ${fault}`);
  assert.equal(said(known(...part, { share: 1, cut: 'FAILED' }), true), '', 'nothing is missing');

  const held = new Landscape([3, 2], [1, 16]);
  [...part, { cut: 'SPENT' }].forEach((each) => held.take(each));
  const spent = 'The computing time for drawing on the way is used up: paused again, the training is not drawn.';
  const drawn = 'Drawn so far: 3 × 3 points of 51 × 51, over 500 pictures; 50\u00a0% of the work is done.';
  assert.equal(said(held, false), `Of the paths up to epoch 2.0; drawn anew once all have arrived. ${drawn} ${spent}`);
  assert.equal(said(held, false, 3), `Of the paths up to epoch 2.0, as far as it was drawn; drawn anew once all have arrived. ${spent}`);
  assert.equal(said(held, true), 'Of the paths up to epoch 2.0.');

  const all = new Landscapes();
  part.forEach((each) => all.take(each, [3, 2], [1, 16]));
  all.take({ share: 0.1, cut: 'FAILED' }, [5, 5], [2, 16]);
  assert.equal(all.latest.grid, coarse, 'what is there stays');
  assert.match(said(all.latest, false, 3), new RegExp(`as far as it was drawn; drawn anew once all have arrived. ${fault}$`));
  all.take({ share: 0.1, cut: 'FAILED' }, undefined);
  assert.equal(said(all.latest, true, 5), `Of the paths up to epoch 2.0. What came after is not drawn. ${fault}`);
});

test('a landscape is shown until the next has heights, and another place is another landscape', () => {
  const all = new Landscapes();
  assert.equal(all.latest.outlook, undefined);
  all.take({ share: 0.1 }, [3, 3]);
  all.take({ outlook }, [3, 3]);
  assert.equal(all.latest.outlook, outlook, 'the first at once');
  all.take({ grid: coarse }, [3, 3]);
  all.take({ outlook: { ...outlook } }, [3, 3]);
  assert.equal(all.latest.outlook, outlook, 'told again it is the same');
  const first = all.latest;
  all.take({ share: 0 }, [5, 5]);
  all.take({ outlook: { ...outlook, left: -3 } }, [5, 5]);
  assert.equal(all.latest, first);
  all.take({ share: 0 }, undefined);
  all.take({ outlook: { ...outlook, left: -4 } }, undefined);
  assert.equal(all.latest, first);
  all.take({ grid: { ...coarse, stride: 10 } }, undefined);
  assert.equal(all.latest.outlook.left, -4);
  assert.equal(all.latest.grid.stride, 10, 'nothing of the one before');
  assert.equal(all.latest.soFar, undefined);
});

test('numbers are told with their errors', () => {
  assert.equal(withError(0.5123, 0.0213), '0.512 ± 0.02');
  assert.equal(withError(0.5123, 0), '0.512');
  assert.equal(withError(null, null), 'not finite');
  assert.equal(rangeSentence(coarse), 'Lighter is lower: the loss goes from 0 to 8.');
  assert.equal(rangeSentence({ losses: [null] }), '');
  assert.equal(percent(0.997), '99.7\u00a0%');
  assert.equal(readingSentence({ x: 1, y: -2, loss: 4, error: 0.1 }, 500), 'At 1, −2: loss 4 ± 0.1 (500 pictures).');
  const along = { series: 0, losses: [2.3, 1, 0.5], errors: [0, 0.02, 0.03], feet: [2.3, 1.25, null] };
  const told = (...parts) => ({ landscape: known({ outlook }, ...parts), over: false });
  const cells = trackCells(told({ along }), track(0));
  assert.equal(cells.length, TRACK_COLUMNS.length);
  assert.deepEqual(cells, ['90\u00a0%', '8.0\u00a0%', '2.5', '0.3', '0.2', '0.5 ± 0.03', 'not finite', '0.25']);
  assert.equal(trackCells(told({ along: { ...along, feet: [0.336, 1.25, null] } }), track(0)).at(-1), '1.96', 'to as many digits as the losses that differ');
  assert.deepEqual(trackCells(told(), track(0)).slice(5), ['…', '…', '…']);
  assert.deepEqual(trackCells({ ...told(), over: true }, track(0)).slice(5), ['–', '–', '–'], 'none will come');
  assert.deepEqual(trackCells(told({ cut: 'SPENT' }), track(0)).slice(5), ['–', '–', '–']);
  assert.deepEqual(trackCells(told({ along }), { ...track(0), off: [0.1, 0.3, 3e-14] }).slice(3, 5), ['0.3', '0'], 'what is rounding is none');
});

test('a picture says which plane it is, over how many pictures, and what its shades are', () => {
  assert.match(aboutSlice(run(known({ outlook }, { grid: coarse }))), /main directions, at true scale, over 500 of 2000 pictures\. Lighter is lower/);
  assert.doesNotMatch(aboutSlice(run(known({ outlook }))), /pictures/);
  assert.equal(aboutSlice(run(known())), '');
});

test('a barrier is what a loss rises above the straight line', () => {
  assert.ok(Math.abs(barrier([0, 0.5, 1], [1, 2, 2]) - 0.5) < 1e-12);
  const line = {
    from: 0, to: 1, at: [0, 0.5, 1], asItIs: [1, 1.5, 2], shuffled: [1, 4, 2], matched: [1, 1.75, 2], moved: 3, units: 32,
  };
  const diagram = lineDiagram(run(known({ outlook })), line);
  assert.match(diagram.says, /rises by 0\..*in a random order.*rises by 2\.5\..*it is 0\.25; 3 of the units/);
  assert.match(diagram.says, /Both began at the same weights/);
  assert.equal(diagram.panels[0].curves.length, 3);
  assert.ok(diagram.panels[0].curves.every(({ measured }) => measured));
  const apart = lineDiagram(run(known({ outlook })), { ...line, to: OTHER_START });
  assert.match(apart.panels[0].title, /where sgd \(lr=0\.1\) ends to where it ends from another start/);
  assert.match(apart.says, /Both began at weights of their own/);
  assert.equal(lineDiagram(run(known({ outlook })), { ...line, shuffled: [1, null, 2] }), undefined);
});
