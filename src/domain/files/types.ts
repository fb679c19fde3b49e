/** What a file is: by its first bytes, whatever it calls itself, and only then by its extension. */
import { extensionOf } from './names.js';

/** Bytes that are read to find out. */
export const headSize = 512;
/** Bytes of one file, where a storage does not say what it takes. */
export const defaultLimit = 100 * 1024 * 1024;

const latin = (text: string): readonly number[] => [...text].map((sign) => sign.charCodeAt(0));

/** Bytes at a place, and the type that they stand for; `also` at another place. */
interface Mark {
  readonly type: string;
  readonly at?: number;
  readonly bytes: readonly number[];
  readonly also?: readonly [at: number, bytes: readonly number[]];
}

const marks: readonly Mark[] = [
  { type: 'application/pdf', bytes: latin('%PDF-') },
  { type: 'image/png', bytes: [0x89, ...latin('PNG\r\n'), 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: latin('GIF8') },
  { type: 'image/webp', bytes: latin('RIFF'), also: [8, latin('WEBP')] },
  { type: 'image/bmp', bytes: latin('BM'), also: [6, [0, 0, 0, 0]] },
  { type: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'image/avif', at: 4, bytes: latin('ftypavif') },
  { type: 'image/heic', at: 4, bytes: latin('ftypheic') },
  { type: 'video/mp4', at: 4, bytes: latin('ftyp') },
  { type: 'audio/wav', bytes: latin('RIFF'), also: [8, latin('WAVE')] },
  { type: 'audio/mpeg', bytes: latin('ID3') },
  { type: 'audio/ogg', bytes: latin('OggS') },
  { type: 'application/gzip', bytes: [0x1f, 0x8b] },
  { type: 'application/x-7z-compressed', bytes: [...latin('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { type: 'application/vnd.rar', bytes: latin('Rar!') },
  { type: 'application/rtf', bytes: latin('{\\rtf') },
  { type: 'application/x-msdownload', bytes: latin('MZ') },
  { type: 'application/x-elf', bytes: [0x7f, ...latin('ELF')] },
  { type: 'text/x-shellscript', bytes: latin('#!') },
];
const zipped: readonly number[] = [...latin('PK'), 3, 4];
/** What Office wrote before 2007, and Outlook still writes. */
const compound: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const ofZip: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  epub: 'application/epub+zip',
};
const ofCompound: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
};
/** Text is told apart by its name only; these have no bytes of their own to begin with. */
const ofText: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  json: 'application/json',
  xml: 'application/xml',
  eml: 'message/rfc822',
  ics: 'text/calendar',
  vcf: 'text/vcard',
};

/**
 * @param head the first bytes (`headSize`)
 * @returns a MIME type; '' = nobody knows
 */
export function typeOf(head: Uint8Array, name: string): string {
  const ending = extensionOf(name).toLowerCase();
  const mark = marks.find(
    ({ at = 0, bytes, also }) => stands(head, at, bytes) && (also === undefined || stands(head, ...also)),
  );
  if (mark !== undefined) return mark.type;
  if (stands(head, 0, zipped)) return own(ofZip, ending) ?? 'application/zip';
  if (stands(head, 0, compound)) return own(ofCompound, ending) ?? 'application/x-cfb';
  if (!isText(head)) return '';
  const markup = markupOf(head);
  return markup ?? own(ofText, ending) ?? (ending === '' && head.length > 0 ? 'text/plain' : '');
}

/** Types that no browser runs anything of. All others are handed out as mere bytes, so that nothing shows them in the page's own name. */
const harmless: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
]);

/** The type a file is handed out with. */
export function servedType(type: string): string {
  return harmless.has(type) ? type : 'application/octet-stream';
}

/** Is it written in signs that can be looked through? Without those of UTF-16, which are bytes that nobody knows. */
export function isWritten(type: string): boolean {
  return /^text\/|\+xml$/.test(type) || ['application/json', 'application/xml', 'message/rfc822'].includes(type);
}

function own(table: Readonly<Record<string, string>>, ending: string): string | undefined {
  return Object.hasOwn(table, ending) ? table[ending] : undefined;
}

function stands(head: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return head.length >= at + bytes.length && bytes.every((byte, i) => head[at + i] === byte);
}

/** No byte that text never has. UTF-16 has them, and is left as bytes that nobody knows. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte > 0x1f || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}

/** Pages and drawings that can run scripts, by what they begin with, behind blanks, comments and declarations. */
function markupOf(head: Uint8Array): string | undefined {
  const text = new TextDecoder()
    .decode(head)
    .replace(/^\uFEFF/, '')
    .toLowerCase();
  if (!/^\s*</.test(text)) return undefined;
  if (/<svg[\s>:]/.test(text)) return 'image/svg+xml';
  if (/<(?:!doctype html|html|head|body|script|iframe|title|a|b|p|div|table|h1|br|img|style|meta)[\s>/]/.test(text))
    return 'text/html';
  return undefined;
}
