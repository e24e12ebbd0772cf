/** Traces made by hand for tests. */
import { Trace } from '../race/trace';

export const COLUMNS = ['x1', 'x2', 'f', 'g1', 'g2', 'rate1', 'rate2'];

/** A trace of series given as {optimizer, title, memories, rows, end}; rows are arrays in the order of COLUMNS. */
export function traceOf(...series) {
  const steps = Math.max(...series.map(({ rows }) => rows.length - 1));
  const trace = new Trace({
    kind: 'race', steps, start: [-5, -2],
    objective: { name: 'ellipse', title: 'Ellipse', tex: '', window: [-6, 2, -3, 3], minima: [[0, 0]], kappa: 20 },
    series: series.map(({ optimizer = 'sgd', title = 'Gradient descent', lr = 0.4, memories = [] }) => ({
      spec: `${optimizer}(lr=${lr})`, optimizer, title, lr, memories, columns: COLUMNS,
    })),
  });
  series.forEach(({ rows, end }, i) => {
    trace.append({ series: i, stride: COLUMNS.length, values: Float64Array.from(rows.flat()) });
    if (end) trace.endSeries({ series: i, message: null, ...end });
  });
  trace.complete = true;
  return trace;
}
