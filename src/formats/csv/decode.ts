/** Encodings to offer; labels of the Encoding Standard, so `TextDecoder` of every browser knows them. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1254',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-7',
  'iso-8859-15',
  'macintosh',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

export interface EncodingGuess {
  /** A label of the Encoding Standard. */
  readonly encoding: string;
  /** A byte order mark says so. It is not part of the text. */
  readonly bom: boolean;
  /** False where another encoding of eight bits would fit the bytes as well: show sample values and let it be changed. */
  readonly sure: boolean;
  /** Only the beginning was looked at: read strictly, and look at all where that fails. */
  readonly hasty?: true;
}

/** The bytes are not of the encoding that their beginning seemed to be in. */
export class WrongEncoding extends Error {}

export interface TextPiece {
  readonly text: string;
  /** Bytes read so far, of `blob.size`. */
  readonly loaded: number;
}

/**
 * Bytes looked at first, and bytes read at a time: each time is a way to the browser's process for files and back. More at a
 * time, and the engine sees so much memory come and go beside its own that it collects all its garbage at once, in one long task.
 */
const HEAD = 1 << 18;
const SLICE = 1 << 18;
/** Bytes that are looked at together where they are no UTF-8: the more there are, the better they tell what they are instead. */
const AROUND = 1 << 20;

async function bytesOf(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer());
}

/** The bytes of a file in slices; the next one is fetched while the last one is worked on. */
async function* slicesOf(
  blob: Blob,
  slice: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly end: number }> {
  const fetched = (at: number): Promise<Uint8Array> => {
    const bytes = bytesOf(blob, at, Math.min(at + slice, blob.size));
    // Whoever stops in between does not ask for it any more.
    bytes.catch(() => undefined);
    return bytes;
  };
  let next = fetched(0);
  for (let at = 0; at < blob.size; at += slice) {
    signal?.throwIfAborted();
    const bytes = await next;
    const end = Math.min(at + slice, blob.size);
    if (end < blob.size) next = fetched(end);
    yield { bytes, end };
  }
}

/**
 * Text with NUL and other control characters made visible, for showing; the text itself keeps them (R66).
 * Tabs and line ends stay what they are.
 */
export function visibleControls(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code === 0x7f) out += '\u2421';
    else if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) out += String.fromCharCode(0x2400 + code);
    else out += char;
  }
  return out;
}

/** UTF-16 without a mark: its zero bytes all stand in the same half of the pairs. Null = not UTF-16. */
export function guessUtf16(head: Uint8Array, validUtf8: boolean): 'utf-16le' | 'utf-16be' | null {
  const pairs = head.length >> 1;
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) first++;
    if (head[2 * i + 1] === 0) second++;
  }
  const zeros = first + second;
  // Text in Latin letters has a zero in nearly every pair; Japanese only beside its commas and line ends, but that is no valid UTF-8.
  const enough = validUtf8 ? zeros >= 2 && zeros > 0.4 * pairs : zeros >= 3;
  if (!enough || Math.max(first, second) < 0.95 * zeros) return null;
  return second > first ? 'utf-16le' : 'utf-16be';
}

/** Windows-1252, unless the letters that Turkish has in those places come without their Icelandic neighbours. */
function guessEightBit(bytes: Uint8Array): string {
  let turkish = 0;
  let icelandic = 0;
  for (const byte of bytes) {
    if (byte === 0xd0 || byte === 0xdd || byte === 0xde || byte === 0xf0 || byte === 0xfd || byte === 0xfe) turkish++;
    else if (byte === 0xe6 || byte === 0xc6 || byte === 0xe1 || byte === 0xed || byte === 0xfa || byte === 0xf3)
      icelandic++;
  }
  return turkish > 0 && icelandic === 0 ? 'windows-1254' : 'windows-1252';
}

/** The bytes are UTF-8 to the last one (a character cut off by the end of the file is forgiven where others are whole). */
async function isUtf8(blob: Blob, signal?: AbortSignal): Promise<{ valid: boolean; around: Uint8Array }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let wide = false;
  let bytes = new Uint8Array(0);
  for await (const slice of slicesOf(blob, AROUND, signal)) {
    bytes = slice.bytes as Uint8Array<ArrayBuffer>;
    try {
      const text = decoder.decode(bytes, { stream: true });
      wide ||= text.length < bytes.length;
    } catch {
      return { valid: false, around: bytes };
    }
  }
  try {
    decoder.decode();
    return { valid: true, around: bytes };
  } catch {
    // One high byte at the very end of an otherwise plain file is a letter of an eight-bit encoding.
    const tail = bytes.subarray(Math.max(0, bytes.length - 4));
    const cut = tail.findIndex((byte) => byte >= 0xc0);
    const onlyThatOne = bytes.subarray(0, bytes.length - (tail.length - Math.max(0, cut))).every((byte) => byte < 0x80);
    return { valid: wide && !onlyThatOne, around: bytes };
  }
}

/** So far: a character cut off at the end is none that does not fit. */
export function readsAsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Which encoding a file is in: a byte order mark, else UTF-16 by its zeros, else UTF-8 if **every** byte of the file
 * fits it, else an eight-bit one (R59, R60). Reads the file once, in slices.
 * @param hasty be content with the beginning where that is UTF-8: most files are, and are read only once so
 * @throws AbortError when the signal says so; NotReadableError when the file is gone
 */
export async function detectEncoding(blob: Blob, signal?: AbortSignal, hasty = false): Promise<EncodingGuess> {
  const head = await bytesOf(blob, 0, HEAD);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true, sure: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: true, sure: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: true, sure: true };
  if (hasty && blob.size > HEAD && readsAsUtf8(head) && guessUtf16(head, true) === null)
    return { encoding: 'utf-8', bom: false, sure: true, hasty: true };
  const { valid, around } = await isUtf8(blob, signal);
  const utf16 = guessUtf16(head, valid);
  if (utf16 !== null) return { encoding: utf16, bom: false, sure: false };
  if (valid) return { encoding: 'utf-8', bom: false, sure: true };
  return { encoding: guessEightBit(around), bom: false, sure: false };
}

/**
 * The text of a file, piece by piece, through one streaming decoder: a character that straddles two slices stays whole.
 * A byte order mark is taken off. Bytes that do not fit the encoding become U+FFFD; nothing is cut.
 * @param slice bytes read at a time
 * @param strict bytes that do not fit are an error
 * @throws RangeError for an encoding this browser does not know; AbortError; WrongEncoding
 */
export async function* decode(
  blob: Blob,
  encoding: string,
  {
    signal,
    slice = SLICE,
    strict = false,
  }: { readonly signal?: AbortSignal; readonly slice?: number; readonly strict?: boolean } = {},
): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding, { fatal: strict });
  for await (const { bytes, end } of slicesOf(blob, slice, signal)) {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: end < blob.size });
    } catch {
      throw new WrongEncoding(encoding);
    }
    yield { text, loaded: end };
  }
}
