/** A plot on paper with its title above and its legend below. */
import { paperPaint } from '../theme/scheme';
import { captionsOf, drawLegend, drawTitle, type Captions } from './captions';
import type { Drawing, Printed } from './printed';

/** @param title what is shown, in words */
export function captioned(printed: Printed, title: string): Printed {
  const { width, height, film } = printed;
  const measuring = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const captionsFor = (about: string): Captions => captionsOf(title, about, printed.legend ?? [], width, family, (text, font) => {
    if (!measuring) return 0;
    measuring.font = font;
    return measuring.measureText(text).width;
  });
  const captions = captionsFor(printed.about ?? '');
  const paint = paperPaint();
  const around = (context: CanvasRenderingContext2D, said: Captions, draw: Drawing): void => {
    context.save();
    drawTitle(context, said, paint);
    drawLegend(context, captions, captions.above + height, paint);
    context.restore();
    context.save();
    context.translate(0, captions.above);
    context.beginPath();
    context.rect(0, 0, width, height); // as its canvas ends there
    context.clip();
    draw(context);
    context.restore();
  };
  return {
    ...printed,
    height: captions.above + height + captions.below,
    draw: (context) => { around(context, captions, printed.draw); },
    film: film && {
      ...film,
      draw: (context, frame) => { around(context, captionsFor(film.about(frame)), (c) => { film.draw(c, frame); }); },
    },
  };
}
