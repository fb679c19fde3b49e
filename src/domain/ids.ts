import type { Id } from './records.js';

const hex: readonly string[] = [...Array(256).keys()].map((byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUID, version 7 (RFC 9562, 5.7): 48 bits of time, then chance, so that ids made later sort later.
 * `crypto.randomUUID` is not used: pages served over plain http lack it.
 * @param milliseconds since 1970
 * @param random at least 10 bytes from a cryptographic source
 */
export function uuidV7(milliseconds: number, random: Uint8Array): Id {
  let text = '';
  for (let i = 0; i < 16; i++) {
    let byte = i < 6 ? milliseconds / 2 ** (40 - 8 * i) : random[i - 6]!;
    if (i === 6) byte = (byte & 0x0f) | 0x70;
    if (i === 8) byte = (byte & 0x3f) | 0x80;
    if (i > 3 && i < 11 && i % 2 === 0) text += '-';
    text += hex[byte & 0xff]!;
  }
  return text;
}
