/** The plot of a race on paper: in light colors, without what the pointer holds and what a teacher has drawn over it. */
import type { Printed } from '../paper/printed';
import type { Trace } from '../race/trace';
import { paperPaint } from '../theme/scheme';
import { entriesOf } from './legend';
import { Picture, type Contents } from './picture';
import { pathsAt } from './shown-paths';
import type { Viewport } from './viewport';

export function printedRace(trace: Trace, step: number, viewport: Viewport, family: string, shown: Contents): Printed {
  const look = { viewport, scale: 1, paint: paperPaint(), family };
  const at = (context: CanvasRenderingContext2D, now: number): void => Picture.print(context, look, {
    ...shown, paths: pathsAt(trace, now, false), anatomy: undefined, held: undefined, ringed: undefined, ink: { strokes: [], spots: [] },
  });
  const about = (now: number): string => `at step ${now} of ${trace.lastStep}`;
  return {
    name: 'Surface',
    about: about(step),
    width: viewport.width,
    height: viewport.height,
    legend: entriesOf(trace),
    draw: (context) => { at(context, step); },
    film: trace.lastStep > 0 ? { frames: trace.lastStep + 1, about, draw: at } : undefined,
  };
}
