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

/**
 * Resolves the colors by a probe inside the host's shadow root. A transition on the probe tells of any change of the
 * color scheme, wherever it was made.
 */
export class SchemeController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly onChange: () => void;
  private probe?: HTMLElement;
  private cached?: Paint;

  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.host = host;
    this.onChange = onChange;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.probe && this.host.shadowRoot) this.attach(this.host.shadowRoot);
  }

  hostDisconnected(): void {
    this.probe?.remove();
    this.probe = undefined;
    this.cached = undefined;
  }

  hostConnected(): void {
    if (this.host.shadowRoot) this.attach(this.host.shadowRoot);
  }

  get paint(): Paint {
    this.cached ??= this.resolve();
    return this.cached;
  }

  private attach(root: ShadowRoot): void {
    const probe = document.createElement('span');
    probe.setAttribute('aria-hidden', 'true');
    probe.style.cssText = 'position:absolute;inline-size:0;block-size:0;overflow:hidden;pointer-events:none;'
      + `color:${BLACK_IF_LIGHT};background-color:var(--descent-card);transition:color 1ms,background-color 1ms`;
    probe.addEventListener('transitionend', () => {
      this.cached = undefined;
      this.onChange();
    });
    root.append(probe);
    this.probe = probe;
  }

  private resolve(): Paint {
    const probe = document.createElement('span');
    (this.host.shadowRoot ?? this.host).append(probe);
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgb = (color: string): [number, number, number] => {
      probe.style.color = color;
      if (!context) return [0, 0, 0];
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
      return [r, g, b];
    };
    const resolved = (name: string) => `rgb(${rgb(`var(${name})`).join(',')})`;
    const paint: Paint = {
      dark: rgb(BLACK_IF_LIGHT)[0] > 127,
      card: resolved('--descent-card'),
      ink: resolved('--descent-ink'),
      soft: resolved('--descent-soft'),
      line: resolved('--descent-line'),
      accent: resolved('--descent-accent'),
      hue: hueOf(rgb('var(--descent-accent)')),
    };
    probe.remove();
    return paint;
  }
}

/** Hue of an sRGB color in degrees; 220 for a gray, which has none. */
export function hueOf([r, g, b]: [number, number, number]): number {
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range < 8) return 220;
  const sector = most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return 60 * sector;
}
