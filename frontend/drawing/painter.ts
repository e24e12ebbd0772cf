import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { colorOf, FIRST, SECOND } from '../palette/palette';
import type { Printed } from '../paper/printed';
import { paperPaint, SchemeController, type Paint } from '../theme/scheme';

/** The page's colors and font as a canvas needs them. */
export interface Colors extends Paint {
  /** First and second kind of thing shown together, told apart by dashes too. */
  first: string;
  second: string;
  adagrad: string;
  /** Font families of the page. */
  font: string;
}

export type Draw = (context: CanvasRenderingContext2D, width: number, height: number, colors: Colors) => void;

export const painterStyles = css`
  canvas {
    display: block;
    box-sizing: border-box;
    width: 100%;
    border-radius: 8px;
  }
`;

/** What is far beyond the screen is drawn when nothing has changed for so many milliseconds. */
const QUIET = 250;
/** So far beyond the screen, in pixels, a canvas counts as seen. */
const NEAR = 200;

/**
 * Keeps a host's canvases sharp and up to date: redraws once a frame on updates, resizes and changes of colors, those far beyond
 * the screen once all is quiet.
 */
export class Painter implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly draws: Record<string, Draw>;
  private readonly scheme: SchemeController;
  private readonly resizes = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize: [{ inlineSize, blockSize }] } of entries) {
      this.sizes.set(target, { width: inlineSize, height: blockSize });
    }
    this.request();
  });
  private readonly sights = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.far.delete(target);
      else this.far.add(target);
    }
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.request();
  }, { rootMargin: `${NEAR}px` });
  private readonly watched = new Set<HTMLCanvasElement>();
  /** As they were laid out last: asking anew would have the page laid out once for each. */
  private readonly sizes = new WeakMap<Element, { width: number; height: number }>();
  private readonly far = new WeakSet<Element>();
  private frame = 0;
  private quiet = 0;

  /** @param draws what draws each canvas, by the canvas' selector */
  constructor(host: ReactiveControllerHost & HTMLElement, draws: Record<string, Draw>) {
    this.host = host;
    this.draws = draws;
    this.scheme = new SchemeController(host, () => this.request());
    host.addController(this);
  }

  canvas(selector: string): HTMLCanvasElement | undefined {
    return this.host.shadowRoot?.querySelector<HTMLCanvasElement>(selector) ?? undefined;
  }

  hostConnected() {
    this.request();
  }

  hostDisconnected() {
    this.resizes.disconnect();
    this.sights.disconnect();
    this.watched.clear();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.quiet);
    this.frame = 0;
  }

  hostUpdated() {
    for (const selector of Object.keys(this.draws)) {
      const canvas = this.canvas(selector);
      if (canvas && !this.watched.has(canvas)) {
        this.watched.add(canvas);
        this.resizes.observe(canvas);
        this.sights.observe(canvas);
      }
    }
    this.request();
  }

  request() {
    if (this.frame || !this.host.isConnected) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paintAll((canvas) => !this.far.has(canvas));
    });
    clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => this.paintAll((canvas) => this.far.has(canvas)), QUIET);
  }

  private paintAll(which: (canvas: HTMLCanvasElement) => boolean) {
    for (const [selector, draw] of Object.entries(this.draws)) {
      const canvas = this.canvas(selector);
      if (canvas && which(canvas)) this.paint(canvas, draw);
    }
  }

  private paint(canvas: HTMLCanvasElement, draw: Draw) {
    const context = canvas.getContext('2d');
    if (!context) return;
    const { width, height } = this.sizes.get(canvas) ?? canvas.getBoundingClientRect();
    if (width < 2 || height < 2) return;
    const ratio = window.devicePixelRatio || 1;
    const w = Math.round(width * ratio);
    const h = Math.round(height * ratio);
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, width, height, this.colors(canvas));
  }

  /** What a canvas shows, for paper; nothing while it is not seen. */
  printed(selector: string, name: string, said: Pick<Printed, 'about' | 'legend'> = {}): Printed[] {
    const canvas = this.canvas(selector);
    const { width, height } = canvas?.getBoundingClientRect() ?? { width: 0, height: 0 };
    if (!canvas || width < 2 || height < 2) return [];
    const colors = this.colors(canvas, paperPaint());
    return [{ ...said, name, width, height, draw: (context) => this.draws[selector](context, width, height, colors) }];
  }

  private colors(canvas: HTMLCanvasElement, paint = this.scheme.paint): Colors {
    return {
      ...paint,
      first: colorOf(FIRST, paint.dark),
      second: colorOf(SECOND, paint.dark),
      adagrad: colorOf('adagrad', paint.dark),
      font: getComputedStyle(canvas).fontFamily,
    };
  }
}
