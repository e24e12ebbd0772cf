import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { themeStyles } from '../theme/scheme';
import { within } from './within';

/**
 * A button that reads a picture of this computer and makes it small enough: fires `picture-file` {picture}, a data address, or
 * {refusal} saying why there is none.
 */
@customElement('picture-file')
export class PictureFile extends LitElement {
  static override styles = [themeStyles, css`
    label { display: inline-flex; align-items: center; box-sizing: border-box; min-block-size: var(--descent-control, 38px);
      padding-inline: 14px; border: 1px solid var(--descent-line); border-radius: 9px; background: var(--descent-card);
      color: var(--descent-ink); font-weight: 500; cursor: pointer; }
    label:focus-within { outline: 2px solid var(--descent-accent); outline-offset: 1px; }
    input { position: absolute; opacity: 0; inline-size: 1px; block-size: 1px; }
  `];

  @property() label = '';
  /** Characters of the address, at most. */
  @property({ type: Number }) most = 0;

  protected override render() {
    return html`<label>${this.label}<input type="file" accept="image/png,image/jpeg,image/webp,image/gif" @change=${this.chosen}></label>`;
  }

  private readonly chosen = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.blur();
    if (!file) return;
    const detail = await this.read(file);
    input.value = '';
    this.dispatchEvent(new CustomEvent('picture-file', { detail }));
  };

  private async read(file: File): Promise<{ picture: string; refusal: string }> {
    let bitmap: ImageBitmap;
    try {
      bitmap = await createImageBitmap(file);
    } catch {
      return { picture: '', refusal: `${file.name} is no picture that this browser can read; allowed: PNG, JPEG, WebP, GIF.` };
    }
    const picture = within(this.most, scale => drawn(bitmap, scale), Math.max(bitmap.width, bitmap.height));
    return picture ? { picture, refusal: '' } : { picture: '', refusal: `${file.name} could not be made small enough.` };
  }
}

/** A picture of so many pixels on its longer side; sharp lines stay sharp in WebP at that quality. */
function drawn(bitmap: ImageBitmap, longer: number): string {
  const scale = longer / Math.max(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', 0.85);
}

declare global {
  interface HTMLElementTagNameMap {
    'picture-file': PictureFile;
  }
}
