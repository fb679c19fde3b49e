import type { Id } from './records.js';

const hex: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUID, version 7 (RFC 9562, 5.7): 48 bits of time, then chance, so that ids made later sort later.
 * `crypto.randomUUID` is not used: pages served over plain http lack it.
 * @param milliseconds since 1970
 * @param random at least 10 bytes from a cryptographic source
 */
export function uuidV7(milliseconds: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16);
  for (let i = 5, rest = milliseconds; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hex[bytes[i]!]!;
  }
  return text;
}
