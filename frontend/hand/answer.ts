/** What the server's reply to a question holds: little-endian, u32 number, then for each part u8 status, u32 length, bytes. */

export interface Reply {
  /** Of the question. */
  number: number;
  parts: Part[];
}

/** An answer, or a sentence of what is wrong. */
export type Part = { answer: Uint8Array } | { refusal: string };

const ANSWERED = 0;
const HEAD = 4;
const PART_HEAD = 5;

/** The number of the question that a reply answers. */
export function numberOf(buffer: ArrayBuffer): number {
  return new DataView(buffer).getUint32(0, true);
}

export function readReply(buffer: ArrayBuffer): Reply {
  const view = new DataView(buffer);
  const parts: Part[] = [];
  for (let at = HEAD; at < buffer.byteLength;) {
    const length = view.getUint32(at + 1, true);
    const bytes = new Uint8Array(buffer, at + PART_HEAD, length);
    parts.push(view.getUint8(at) === ANSWERED ? { answer: bytes } : { refusal: new TextDecoder().decode(bytes) });
    at += PART_HEAD + length;
  }
  return { number: numberOf(buffer), parts };
}
