/** Makes files of what plots show: SVG and PNG at print size, films as GIF. */
import { paperPaint } from '../theme/scheme';
import { withDensity } from './density';
import type { Drawing, Entry, Printed } from './printed';
import { DOTS_TO_THE_INCH, dotsOf, millimetersOf } from './size';
import { SvgContext, type PlainColor } from './svg-context';
import { SvgPath } from './svg-path';

const FILM_WIDTH = 720;
const MOST_FRAMES = 120;
const FRAME_MILLIS = 70;
const LAST_MILLIS = 2500;

function surface(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws no pictures');
  return [canvas, context];
}

/** Colors by what a canvas makes of them. */
function plainColors(): PlainColor {
  const [, context] = surface(1, 1);
  const known = new Map<string, ReturnType<PlainColor>>();
  return (css) => {
    let found = known.get(css);
    if (!found) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
      found = { color: `rgb(${r},${g},${b})`, opacity: a / 255 };
      known.set(css, found);
    }
    return found;
  };
}

/** Plots keep ways as the browser's paths, whose course it does not tell: while they draw, paths are such that tell it. */
function withOwnPaths(draw: () => void): void {
  const browsers = globalThis.Path2D;
  globalThis.Path2D = SvgPath as unknown as typeof Path2D;
  try {
    draw();
  } finally {
    globalThis.Path2D = browsers;
  }
}

export function asSvg({ width, height, draw }: Printed): Blob {
  const [, measuring] = surface(1, 1);
  const context = new SvgContext(plainColors(), (text, font) => {
    measuring.font = font;
    return measuring.measureText(text);
  });
  withOwnPaths(() => draw(context as unknown as CanvasRenderingContext2D));
  return new Blob([context.svg(width, height, millimetersOf(width), paperPaint().card)], { type: 'image/svg+xml' });
}

function drawn(width: number, height: number, scale: number, draw: Drawing): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const [canvas, context] = surface(width * scale, height * scale);
  context.fillStyle = paperPaint().card;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  draw(context);
  return [canvas, context];
}

async function png(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/png'); });
  if (!blob) throw new Error('this browser makes no pictures');
  return new Blob([withDensity(new Uint8Array(await blob.arrayBuffer()), DOTS_TO_THE_INCH)], { type: 'image/png' });
}

export function asPng({ width, height, draw }: Printed): Promise<Blob> {
  return png(drawn(width, height, dotsOf(width) / width, draw)[0]);
}

/** A chart that is SVG already: it is put on paper as it stands, on a canvas as the browser draws that. */
export async function printedChart(svg: SVGSVGElement, name: string, about: string, legend: readonly Entry[]): Promise<Printed> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  // What only shows under the pointer is hidden by a style sheet that stays behind.
  copy.querySelectorAll('foreignObject, .apexcharts-xcrosshairs, .apexcharts-ycrosshairs').forEach((each) => { each.remove(); });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('style');
  const text = new XMLSerializer().serializeToString(copy);
  const dots = dotsOf(width);
  const image = new Image(dots, Math.round((dots * height) / width));
  copy.setAttribute('width', String(image.width));
  copy.setAttribute('height', String(image.height));
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return {
    name,
    about,
    width,
    height,
    legend,
    draw: (context) => {
      const on: unknown = context;
      if (on instanceof SvgContext) on.nest(text);
      else context.drawImage(image, 0, 0, width, height);
    },
  };
}

/**
 * A film as GIF, whose frames share the colors of the last, which has them all.
 *
 * @param progress hears which share is done
 */
export async function asGif({ width, height, film }: Printed, progress: (share: number) => void): Promise<Blob> {
  if (!film) throw new Error('nothing moves in it');
  const { GIFEncoder, quantize, applyPalette } = await import('gifenc');
  const gif = GIFEncoder();
  const scale = FILM_WIDTH / width;
  const count = Math.min(film.frames, MOST_FRAMES);
  const pixelsOf = (frame: number): ImageData => {
    const [canvas, context] = drawn(width, height, scale, (c) => { film.draw(c, frame); });
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };
  const palette = quantize(pixelsOf(film.frames - 1).data, 256);
  for (let i = 0; i < count; i++) {
    const frame = count > 1 ? Math.round((i * (film.frames - 1)) / (count - 1)) : film.frames - 1;
    const { data, width: wide, height: high } = pixelsOf(frame);
    gif.writeFrame(applyPalette(data, palette), wide, high, { palette: i === 0 ? palette : undefined, delay: i === count - 1 ? LAST_MILLIS : FRAME_MILLIS });
    progress((i + 1) / count);
    await new Promise((done) => { setTimeout(done); }); // the page lives on meanwhile
  }
  gif.finish();
  return new Blob([gif.bytes() as Uint8Array<ArrayBuffer>], { type: 'image/gif' });
}
