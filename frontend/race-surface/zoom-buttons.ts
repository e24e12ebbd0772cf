/** The buttons of the view. */
import { html } from 'lit';

const BUTTON_ZOOM = 1.5;

export interface ZoomTarget {
  zoom(factor: number): void;
  reset(): void;
}

export function renderZoomButtons(target: ZoomTarget) {
  return html`
    <div class="zoom" role="group" aria-label="View">
      <button title="Closer (+)" aria-label="Zoom in" @click=${() => target.zoom(BUTTON_ZOOM)}>
        <svg viewBox="0 0 16 16"><path d="M8 3v10M3 8h10" /></svg></button>
      <button title="Farther (−)" aria-label="Zoom out" @click=${() => target.zoom(1 / BUTTON_ZOOM)}>
        <svg viewBox="0 0 16 16"><path d="M3 8h10" /></svg></button>
      <button title="Show all (0)" aria-label="Show all" @click=${() => target.reset()}>
        <svg viewBox="0 0 16 16"><path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" /></svg></button>
    </div>`;
}
