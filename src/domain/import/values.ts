import { digitsOf, fold } from '../fold.js';
import { memo } from './memo.js';

/** What people and programs write where there is nothing. */
const nothing: ReadonlySet<string> = new Set([
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '?',
  'n/a',
  '#n/a',
  'n.a.',
  'na',
  'null',
  '(null)',
  'nil',
  'none',
  '(none)',
  'undefined',
  'nan',
  'select',
  '-select-',
  '--select--',
  '- select -',
  '-none-',
  '--none--',
  'please select',
  'choose',
  'not set',
  '(blank)',
  '(empty)',
  '#ref!',
  '#value!',
  '#name?',
  '#div/0!',
  'seciniz',
  'sec',
  '-seciniz-',
  'bos',
  'yok',
  'belirtilmemis',
  'k.a.',
  'keine angabe',
  'leer',
  'bitte wahlen',
  'auswahlen',
]);
/** There are people called Null, and a country whose code is NA. */
const maybeNames: ReadonlySet<string> = new Set([
  'na',
  'null',
  'nil',
  'none',
  'nan',
  'sec',
  'bos',
  'yok',
  'leer',
  'choose',
]);
const longestNothing = 16;
/** Place 128 · length + first character: where a text of ASCII would have to stand to be one of those words. */
const shapes = new Uint8Array(128 * (longestNothing + 1));
for (const word of nothing) {
  for (const first of [word, word.toUpperCase()]) if (first.charCodeAt(0) < 128) shapes[shapeOf(first)] = 1;
}

/** What those of them begin with that are written with marks: `seçiniz`, `boş`, `auswählen`. */
const accentedInitials: ReadonlySet<number> = new Set([...'sSbBaA-'].map((sign) => sign.charCodeAt(0)));

function shapeOf(text: string): number {
  return 128 * text.length + text.charCodeAt(0);
}

const initials: ReadonlySet<string> = new Set([...nothing].map((word) => word[0]!));
/** By first character: a text that begins with it may be one of those words, or blank. Filled as they are met. */
const opening: (boolean | undefined)[][] = [];
function opens(code: number): boolean {
  const block = (opening[code >> 8] ??= new Array<boolean | undefined>(256).fill(undefined));
  let known = block[code & 255];
  if (known === undefined) {
    const folded = fold(String.fromCharCode(code)).trim();
    const half = code >= 0xd800 && code < 0xe000;
    block[code & 255] = known = half || folded === '' || initials.has(folded[0]!);
  }
  return known;
}

/** The cell holds nothing. @param name it is where a name would stand: words that can be one are kept */
export function isNothing(cell: string, name = false): boolean {
  const { length } = cell;
  if (length === 0) return true;
  const first = cell.charCodeAt(0);
  if (first > 127) {
    if (!opens(first)) return false;
  } else if (first > 32) {
    const last = cell.charCodeAt(length - 1);
    if (last > 32 && last < 128) {
      if (length > longestNothing) return false;
      // Most cells say by their first letter and their length that they are something.
      if (shapes[shapeOf(cell)] === 0 && (!accentedInitials.has(first) || isAscii(cell))) return false;
    } else if (!opens(first)) return false;
  }
  const text = cell.trim();
  if (text === '') return true;
  if (text.length > longestNothing) return false;
  const folded = foldWord(text);
  return nothing.has(folded) && !(name && maybeNames.has(folded));
}

const foldWord = memo(fold);

function isAscii(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

const yes: ReadonlySet<string> = new Set([
  'yes',
  'y',
  'true',
  '1',
  'evet',
  'e',
  'var',
  'dogru',
  'ja',
  'j',
  'wahr',
  'on',
  '✓',
  '✔',
  'x',
]);
const no: ReadonlySet<string> = new Set([
  'no',
  'n',
  'false',
  '0',
  'hayir',
  'h',
  'yanlis',
  'nein',
  'falsch',
  'off',
  '✗',
  '✘',
]);

/** Yes or no in English, Turkish or German; null = neither. */
export function readYesNo(cell: string): boolean | null {
  return cell.length > 12 ? null : yesOrNo(cell);
}

const yesOrNo = memo((cell) => {
  const word = fold(cell.trim());
  return yes.has(word) ? true : no.has(word) ? false : null;
}, 500);

/** The common forms, told at one look; each part ends at a sign that the next cannot begin with. */
const plainEmail =
  /^[A-Za-z0-9_+-]{1,30}(?:\.[A-Za-z0-9_+-]{1,30}){0,1}@[a-z0-9]{1,63}(?:[.-][a-z0-9]{1,63}){0,4}\.[a-z]{2,24}$/;
const plainPhone = /^[+(\d][\d\s+().\-/#*]*$/;

function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}

/**
 * An e-mail address by its form, the domain in lower case; takes it out of `Name <a@b.c>` and `mailto:`. Null = none.
 * Step by step and with a cap, so that no text makes it slow (R55).
 */
export function readEmail(cell: string): string | null {
  if (cell.length <= 254 && plainEmail.test(cell)) return cell;
  let text = cell.trim();
  if (text.length > 320) return null;
  const open = text.lastIndexOf('<');
  if (open !== -1 && text.endsWith('>')) text = text.slice(open + 1, -1).trim();
  if (text.toLowerCase().startsWith('mailto:')) text = text.slice(7);
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  if (at < 1 || local.length > 64 || text.length > 254 || domain.length < 3 || text.includes('..')) return null;
  if (/[\s@<>()[\]\\,;:"\p{Cc}]/u.test(local) || local.startsWith('.') || local.endsWith('.')) return null;
  const labels = domain.split('.');
  if (
    labels.length < 2 ||
    labels.some((label) => label.length > 63 || !/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label))
  )
    return null;
  return `${local}@${domain}`;
}

/** A telephone number as written, if it can be one: 3 to 20 digits and what people put between and behind them. Null = none. */
export function readPhone(cell: string): string | null {
  const text = cell.trim();
  if (text.length > 60) return null;
  if (plainPhone.test(text)) {
    const count = countDigits(text);
    return count >= 3 && count <= 20 ? text : null;
  }
  const digits = digitsOf(text).length;
  if (digits < 3 || digits > 20) return null;
  return /^(?:tel|telefon|phone|mobile|cep|t|m)?[.: ]*[+(\p{Nd}][\p{Nd}\s+().\-/#*]*(?:,? *(?:x|ext|ext\.|dahili|durchwahl|dw)[.: ]*\p{Nd}{1,6})?$/iu.test(
    text,
  )
    ? text
    : null;
}

/** A web address with its scheme; only http and https, ever (R50). Null = none. */
export function readLink(cell: string): string | null {
  const text = cell.trim();
  if (text.length > 2000 || /[\s<>"\p{Cc}]/u.test(text)) return null;
  if (/^https?:\/\/[^/]+/i.test(text)) return text;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text)) return null;
  const host = text.split(/[/?#]/, 1)[0]!;
  const labels = host.replace(/:\d+$/, '').split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length < 2 || !/^\p{L}{2,24}$/u.test(top) || labels.some((label) => !/^[\p{L}\p{N}-]{1,63}$/u.test(label)))
    return null;
  return `https://${text}`;
}

/** The parts of a cell that holds several values. A comma parts them only where it is told to. */
export function splitCell(cell: string, comma: boolean): string[] {
  if (!(comma ? /[;|\n\r,]/ : /[;|\n\r]/).test(cell)) {
    const part = cell.trim();
    return isNothing(part, true) ? [] : [part];
  }
  return cell
    .split(comma ? /[;|\n\r,]+/ : /[;|\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => !isNothing(part, true));
}
