/** A text as tokens, in one pass from left to right: no expression goes over the whole of it. */
import { limits } from './limits.js';
import { isWordPart, type Names } from './names.js';
import type { Sign, Token } from './syntax.js';

/** `,` = where people write 1,5: a comma between two digits belongs to the number, `;` separates values as well. */
export type DecimalMark = '.' | ',';

const signs: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ...(['+', '-', '*', '/', '=', '<', '>', '%', '(', ')', ','] as const).map((sign) => [sign, sign] as const),
  [';', ','],
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '<>'],
]);
const double: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  ['<=', '<='],
  ['>=', '>='],
  ['<>', '<>'],
  ['!=', '<>'],
]);

/** @param text at most `limits.length` characters: the caller has looked */
export function tokenize(text: string, names: Names, decimal: DecimalMark = '.'): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = isBlank(text[at]) ? null : next(text, at, names, decimal);
    if (token !== null) tokens.push(token);
    at = token?.to ?? at + 1;
  }
  return tokens;
}

function next(text: string, at: number, names: Names, decimal: DecimalMark): Token {
  const character = text.charAt(at);
  if (character === '#') return field(text, at, names);
  if (isDigit(character) || (character === decimal && isDigit(text[at + 1]) && !afterValue(text, at)))
    return number(text, at, decimal);
  const two = double.get(text.slice(at, at + 2));
  if (two !== undefined) return { kind: 'sign', sign: two, from: at, to: at + 2 };
  const sign = signs.get(character);
  if (sign !== undefined) return { kind: 'sign', sign, from: at, to: at + 1 };
  // A character beyond the first plane is two units, and stays whole.
  const size = String.fromCodePoint(text.codePointAt(at)!).length;
  let to = at;
  while (isWordPart(text[to])) to += 1;
  if (to > at) return { kind: 'word', name: text.slice(at, to), from: at, to };
  return { kind: 'bad', why: 'sign', text: text.slice(at, at + size), from: at, to: at + size };
}

/** `#{key}`, `#[name]`, or the longest name that is known; what is not known goes to the next sign. */
function field(text: string, from: number, names: Names): Token {
  const open = text[from + 1];
  if (open === '{' || open === '[') return bracketed(text, from, open, names);
  let at = from + 1;
  while (isBlank(text[at])) at += 1;
  const input = names.at(text, at);
  if (input !== undefined)
    return { kind: 'field', key: input.key, name: input.name, closed: true, from, to: at + input.name.length };
  let to = at;
  while (to < text.length && text[to] !== '#' && !signs.has(text[to]!)) to += 1;
  while (to > at && isBlank(text[to - 1])) to -= 1;
  const name = text.slice(at, to);
  return { kind: 'field', key: null, name, closed: true, from, to: name === '' ? from + 1 : to };
}

function bracketed(text: string, from: number, open: string, names: Names): Token {
  const close = open === '{' ? '}' : ']';
  let to = from + 2;
  let name = '';
  for (; to < text.length; to++) {
    const character = text.charAt(to);
    if (character === close) {
      // `]]` within a name is one `]`.
      if (close !== ']' || text[to + 1] !== ']') break;
      to += 1;
    }
    name += character;
  }
  const closed = to < text.length;
  if (open === '{') return { kind: 'field', key: name, name: '', closed, from, to: closed ? to + 1 : to };
  return { kind: 'field', key: names.byName(name)?.key ?? null, name, closed, from, to: closed ? to + 1 : to };
}

/** All digits and points that stand together: `1.2.3` is one thing that is wrong, not three numbers. */
function number(text: string, from: number, decimal: DecimalMark): Token {
  let to = from;
  while (isDigit(text[to]) || text[to] === '.' || (decimal === ',' && text[to] === ',' && isDigit(text[to + 1])))
    to += 1;
  // `12a` is no number and no name.
  while (isWordPart(text[to])) to += 1;
  const own = text.slice(from, to);
  const [whole = '', fraction = '', ...more] = own.split(decimal);
  const plain =
    more.length === 0 &&
    allDigits(whole) &&
    allDigits(fraction) &&
    (!own.includes(decimal) || fraction !== '') &&
    whole.length <= limits.digits &&
    fraction.length <= limits.decimals;
  if (!plain) return { kind: 'bad', why: 'number', text: own.slice(0, 40), from, to };
  return { kind: 'number', text: (whole || '0') + (fraction === '' ? '' : `.${fraction}`), from, to };
}

/** `ROUND(#Value,5)`: a comma after a value separates, also where it stands before a digit. */
function afterValue(text: string, at: number): boolean {
  let before = at - 1;
  while (isBlank(text[before])) before -= 1;
  const last = text[before];
  return isWordPart(last) || last === ')' || last === ']' || last === '}' || last === '%';
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';
const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

function allDigits(text: string): boolean {
  for (const character of text) if (!isDigit(character)) return false;
  return true;
}
