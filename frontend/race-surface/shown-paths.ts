/** The ways of a race up to a step, with the looks of their optimizers. */
import { colorOf, lookOf } from '../palette/palette';
import type { Trace } from '../race/trace';
import type { Path } from './draw-paths';

export function pathsAt(trace: Trace, step: number, dark: boolean): Path[] {
  return trace.series.map((series) => {
    const look = lookOf(series.header.optimizer, series.appearance);
    return {
      values: series.values,
      stride: series.stride,
      first: series.offset('x1'),
      second: series.offset('x2'),
      shown: Math.min(step + 1, series.rows),
      color: colorOf(series.header.optimizer, dark),
      shape: look.shape,
      hollow: look.hollow,
      dash: look.dash,
      handovers: series.header.stages?.slice(1).map((stage) => stage.from) ?? [],
      lost: series.divergedBy(step),
    };
  });
}
