import { guessUtf16, readsAsUtf8 } from './decode.js';

/** What a file is by its first bytes. The name and the type that the browser tells are guesses of the sender (R56). */
export type FileKind =
  | 'text'
  | 'empty'
  | 'excel'
  | 'old-excel'
  | 'opendocument'
  | 'zip'
  | 'gzip'
  | 'pdf'
  | 'html'
  | 'json'
  | 'image'
  | 'binary';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** Bytes as Latin-1 text, enough to look for names in. */
function asText(bytes: Uint8Array, length: number): string {
  let text = '';
  for (let i = 0; i < Math.min(length, bytes.length); i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

/**
 * Tells a table in text from the files that people drop by mistake, so that the notice can name the file and the cure.
 * @param head the first bytes of the file; 4 kB are enough
 */
export function sniffKind(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  if (startsWith(head, ZIP)) {
    const names = asText(head, 4096);
    if (names.includes('mimetypeapplication/vnd.oasis')) return 'opendocument';
    return /\bxl\/|\[Content_Types\]|docProps|_rels\//.test(names) ? 'excel' : 'zip';
  }
  if (startsWith(head, OLE)) return 'old-excel';
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (
    startsWith(head, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(head, [0xff, 0xd8, 0xff]) ||
    startsWith(head, [0x47, 0x49, 0x46, 0x38]) ||
    (startsWith(head, [0x52, 0x49, 0x46, 0x46]) && asText(head.subarray(8), 4) === 'WEBP') ||
    startsWith(head, [0x49, 0x49, 0x2a, 0x00]) ||
    startsWith(head, [0x4d, 0x4d, 0x00, 0x2a]) ||
    /^ftyp(?:hei|avif|mif1)/.test(asText(head.subarray(4), 8))
  ) {
    return 'image';
  }
  if (startsWith(head, [0x7f, 0x45, 0x4c, 0x46]) || startsWith(head, [0x4d, 0x5a, 0x90, 0x00])) return 'binary';
  const start = asText(head, 512)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<\?xml|<svg)/.test(start)) return 'html';
  if (/^(\{\s*"|\[\s*["{[])/.test(start)) return 'json';
  return isBinary(head) ? 'binary' : 'text';
}

/** Control characters that no text has, in bytes that are no UTF-8 and no UTF-16: a file of some program. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  // NUL is left out: programs put it into texts, too (R66).
  for (const byte of head)
    if ((byte > 0 && byte < 9) || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127) controls++;
  if (controls < 8 || controls * 50 < head.length || head[0] === 0xfe || head[0] === 0xff) return false;
  return guessUtf16(head, false) === null && !readsAsUtf8(head);
}
