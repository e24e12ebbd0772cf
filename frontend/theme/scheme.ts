/** The page's colors as a canvas needs them: resolved, and again whenever the color scheme changes. */
import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';

export interface Paint {
  dark: boolean;
  card: string;
  ink: string;
  soft: string;
  line: string;
  accent: string;
  /** Hue of the accent in degrees. */
  hue: number;
}

/** What the elements of the surface and the training lab share; their colors are those of the page's theme.css. */
export const themeStyles = css`
  :host {
    --tip-shadow: 0 4px 16px rgb(0 0 0 / 0.14);
    color: var(--descent-ink);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const BLACK_IF_LIGHT = 'light-dark(#000,#fff)';

/** The colors of the page, until its scheme changes. */
let shared: Paint | undefined;

/**
 * Gives the colors of the page. A transition on a probe inside the host's shadow root tells of any change of the color scheme,
 * wherever it was made.
 */
export class SchemeController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly onChange: () => void;
  private probe?: HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.host = host;
    this.onChange = onChange;
    host.addController(this);
  }

  hostUpdated(): void {
    // What is rendered where nothing was takes all that stands after it away.
    if (!this.probe?.isConnected && this.host.shadowRoot) this.attach(this.host.shadowRoot);
  }

  hostDisconnected(): void {
    this.probe?.remove();
    this.probe = undefined;
  }

  hostConnected(): void {
    if (this.host.shadowRoot) this.attach(this.host.shadowRoot);
  }

  get paint(): Paint {
    return pagePaint();
  }

  private attach(root: ShadowRoot): void {
    const probe = document.createElement('span');
    probe.setAttribute('aria-hidden', 'true');
    probe.style.cssText = 'position:absolute;inline-size:0;block-size:0;overflow:hidden;pointer-events:none;'
      + `color:${BLACK_IF_LIGHT};background-color:var(--descent-card);transition:color 1ms,background-color 1ms`;
    probe.addEventListener('transitionend', () => {
      shared = undefined;
      this.onChange();
    });
    root.append(probe);
    this.probe = probe;
  }
}

const NAMED = ['card', 'ink', 'soft', 'line', 'accent'] as const;

/** All colors in one go: each look at a computed style, or at a canvas, may have the browser lay out the page. */
function resolve(scheme = ''): Paint {
  const probes = document.createElement('div');
  probes.style.display = 'none';
  probes.style.colorScheme = scheme;
  probes.append(...[BLACK_IF_LIGHT, ...NAMED.map((name) => `var(--descent-${name})`)].map((color) => {
    const probe = document.createElement('span');
    probe.style.color = color;
    return probe;
  }));
  document.body.append(probes);
  const colors = [...probes.children].map((probe) => getComputedStyle(probe).color);
  probes.remove();
  const canvas = document.createElement('canvas');
  canvas.width = colors.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  colors.forEach((color, i) => {
    if (!context) return;
    context.fillStyle = color;
    context.fillRect(i, 0, 1, 1);
  });
  const data = context?.getImageData(0, 0, colors.length, 1).data;
  const rgb = (i: number): [number, number, number] => (data ? [data[4 * i], data[4 * i + 1], data[4 * i + 2]] : [0, 0, 0]);
  const named = Object.fromEntries(NAMED.map((name, i) => [name, `rgb(${rgb(i + 1).join(',')})`]));
  return {
    dark: rgb(0)[0] > 127,
    ...named as Record<typeof NAMED[number], string>,
    hue: hueOf(rgb(1 + NAMED.indexOf('accent'))),
  };
}

/** The colors of the page as it is. */
export function pagePaint(): Paint {
  shared ??= resolve();
  return shared;
}

/** The colors of the page where it is light, as paper is. */
export function paperPaint(): Paint {
  return resolve('light');
}

function forget(): void {
  shared = undefined;
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', forget);
new MutationObserver(forget).observe(document.documentElement, { attributeFilter: ['theme', 'style', 'class'] });
// While there is next to nothing in the page that would have to be styled for it.
shared = resolve();

/** Hue of an sRGB color in degrees; 220 for a gray, which has none. */
export function hueOf([r, g, b]: [number, number, number]): number {
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range < 8) return 220;
  const sector = most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return 60 * sector;
}
