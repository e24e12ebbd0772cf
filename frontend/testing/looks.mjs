// Prints as JSON how each optimizer that is named is drawn, and last how one is that nobody knows.
//
//     node --import ./frontend/testing/typescript.mjs frontend/testing/looks.mjs adagrad torch.adagrad
import { lookOf } from '../palette/palette';
import { svgPath } from '../palette/shapes';

const RADIUS = 6;

const looks = [...process.argv.slice(2), 'unknown'].map((optimizer) => {
  const look = lookOf(optimizer);
  return { optimizer, ...look, path: svgPath(look.shape, RADIUS) };
});
process.stdout.write(JSON.stringify(looks));
