/** A small picture of what a lab's plot shows. */

/** Most bytes that are kept of a picture. */
const MOST_BYTES = 6 * 1024;

/** Width, height, quality: the first that is small enough is taken. */
const TRIES = [[240, 150, 0.8], [160, 100, 0.75], [160, 100, 0.45], [96, 60, 0.45]] as const;

/** How many bytes a data: address in base64 holds. */
export function bytesOf(address: string): number {
  const base64 = address.slice(address.indexOf(',') + 1);
  return Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
}

/** The middle of a picture that has a shape: x, y, width, height. */
export function middle(width: number, height: number, shape: number): [number, number, number, number] {
  const wide = Math.min(width, height * shape);
  const high = wide / shape;
  return [(width - wide) / 2, (height - high) / 2, wide, high];
}

/** A picture as a data: address, WebP or where that cannot be made PNG; empty if none is small enough. */
export function thumbnailOf(image: CanvasImageSource, width: number, height: number, background: string): string {
  if (!(width > 0 && height > 0)) return '';
  for (const [wide, high, quality] of TRIES) {
    const canvas = document.createElement('canvas');
    canvas.width = wide;
    canvas.height = high;
    const c = canvas.getContext('2d');
    if (!c) return '';
    c.fillStyle = background;
    c.fillRect(0, 0, wide, high);
    c.imageSmoothingQuality = 'high';
    c.drawImage(image, ...middle(width, height, wide / high), 0, 0, wide, high);
    const address = canvas.toDataURL('image/webp', quality);
    if (bytesOf(address) <= MOST_BYTES) return address;
  }
  return '';
}
