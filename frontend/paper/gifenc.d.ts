/** What we use of it; it brings no types. */
declare module 'gifenc' {
  type Color = number[];
  interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, options: { palette?: Color[]; delay?: number }): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  export function GIFEncoder(): Encoder;
  export function quantize(rgba: Uint8ClampedArray, colors: number): Color[];
  export function applyPalette(rgba: Uint8ClampedArray, palette: Color[]): Uint8Array;
}
