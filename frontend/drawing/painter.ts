import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** The page's colors as a canvas needs them: resolved for the color scheme in use. */
export interface Colors {
  ink: string;
  soft: string;
  line: string;
  card: string;
  accent: string;
  /** First and second kind of thing shown together, told apart by dashes too. */
  first: string;
  second: string;
  /** Font families of the page. */
  font: string;
}

export type Draw = (context: CanvasRenderingContext2D, width: number, height: number, colors: Colors) => void;

/**
 * A canvas can only be given plain colors, but computed styles resolve light-dark() and variables. So the canvas wears
 * the colors in properties that mean nothing to it, and the painter reads them back.
 */
export const painterStyles = css`
  canvas {
    display: block;
    box-sizing: border-box;
    width: 100%;
    border-radius: 8px;
    color: var(--descent-ink);
    background: var(--descent-card);
    fill: var(--descent-soft);
    stroke: var(--descent-line);
    stop-color: var(--descent-accent);
    flood-color: light-dark(#0072b2, #4aa8e0);
    lighting-color: light-dark(#d55e00, #ff8a3d);
  }
`;

/** Keeps a host's canvas sharp and up to date: redraws once a frame on updates, resizes and changes of colors. */
export class Painter implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly selector: string;
  private readonly draw: Draw;
  private readonly resizes = new ResizeObserver(() => this.request());
  private readonly themes = new MutationObserver(() => this.request());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly onScheme = () => this.request();
  private watched?: HTMLCanvasElement;
  private frame = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, selector: string, draw: Draw) {
    this.host = host;
    this.selector = selector;
    this.draw = draw;
    host.addController(this);
  }

  get canvas(): HTMLCanvasElement | undefined {
    return this.host.shadowRoot?.querySelector<HTMLCanvasElement>(this.selector) ?? undefined;
  }

  hostConnected() {
    this.scheme.addEventListener('change', this.onScheme);
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style', 'class'] });
    this.request();
  }

  hostDisconnected() {
    this.scheme.removeEventListener('change', this.onScheme);
    this.themes.disconnect();
    this.resizes.disconnect();
    this.watched = undefined;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  hostUpdated() {
    const canvas = this.canvas;
    if (canvas !== this.watched) {
      this.resizes.disconnect();
      if (canvas) this.resizes.observe(canvas);
      this.watched = canvas;
    }
    this.request();
  }

  request() {
    if (this.frame || !this.host.isConnected) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint() {
    const canvas = this.canvas;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const { width, height } = canvas.getBoundingClientRect();
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
    this.draw(context, width, height, colorsOf(canvas));
  }
}

function colorsOf(canvas: HTMLCanvasElement): Colors {
  const style = getComputedStyle(canvas);
  return {
    ink: style.color,
    soft: style.fill,
    line: style.stroke,
    card: style.backgroundColor,
    accent: style.stopColor,
    first: style.floodColor,
    second: style.lightingColor,
    font: style.fontFamily,
  };
}
