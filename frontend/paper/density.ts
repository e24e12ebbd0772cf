/** Says in a PNG how large it is on paper. */

const INCH = 0.0254;
/** Behind the signature and the first chunk, which is 25 bytes long. */
const BEHIND_HEADER = 33;

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** The checksum of PNG's chunks, CRC-32. */
export function checksum(bytes: Uint8Array): number {
  return (bytes.reduce((c, byte) => REMAINDERS[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
}

/** The same picture, to be printed at so many dots to the inch. */
export function withDensity(png: Uint8Array, dots: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4); // pHYs
  view.setUint32(8, Math.round(dots / INCH));
  view.setUint32(12, Math.round(dots / INCH));
  chunk[16] = 1; // to the meter
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, BEHIND_HEADER));
  out.set(chunk, BEHIND_HEADER);
  out.set(png.subarray(BEHIND_HEADER), BEHIND_HEADER + chunk.length);
  return out;
}
