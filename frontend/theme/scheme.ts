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

/** The custom properties that the page may set, with what is used where it does not. */
export const themeStyles = css`
  :host {
    --_accent: var(--descent-accent, light-dark(#2f5fd0, #7ea2ff));
    --_card: var(--descent-card, light-dark(#ffffff, #1a2029));
    --_ink: var(--descent-ink, var(--vaadin-text-color, light-dark(#1b2330, #e8ecf2)));
    --_soft: var(--descent-soft, var(--vaadin-text-color-secondary, light-dark(#5c6675, #98a3b3)));
    --_line: var(--descent-line, var(--vaadin-border-color-secondary, light-dark(#e1e5ea, #2a323e)));
    --_on-accent: var(--descent-on-accent, light-dark(#ffffff, #0d1420));
    color: var(--_ink);
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
      + 'color:light-dark(#000,#fff);background-color:var(--_card);transition:color 1ms,background-color 1ms';
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
      dark: rgb('light-dark(#000,#fff)')[0] > 127,
      card: resolved('--_card'),
      ink: resolved('--_ink'),
      soft: resolved('--_soft'),
      line: resolved('--_line'),
      accent: resolved('--_accent'),
      hue: hueOf(rgb('var(--_accent)')),
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
