import { currencyOf } from './currency-words.js';
import { asciiDigit } from './fold.js';

/**
 * Why a text is no amount. The words are in `i18n`.
 * - `empty` there is nothing
 * - `number` it is no number, or groups its digits as nobody does
 * - `exponent` `1E+05`: a spreadsheet has cut digits away, so the amount is not known any more
 * - `ambiguous` `1.234` or `1,234` where nothing says which sign is the decimal one
 * - `too-long` more than 30 digits before the point or 10 after it
 */
export type AmountReason = 'empty' | 'number' | 'exponent' | 'ambiguous' | 'too-long';
export type ParsedAmount =
  /** `unit` is the sign, code or name of a currency that stood beside it ('$', 'EUR', 'TL'), '' for none. */
  | { readonly ok: true; readonly amount: string; readonly unit: string }
  | { readonly ok: false; readonly code: AmountReason };

const no = (code: AmountReason): ParsedAmount => ({ ok: false, code });

/** A word or a sign before or after the number. */
const BESIDE = /^(?:\p{Lu}{0,3}\p{Sc}|\p{L}+\.?)\s*|\s*(?:\p{Lu}{0,3}\p{Sc}|(?<!\p{L})\p{L}+\.?)$/gu;

/**
 * Reads an amount as people and programs write it: `1.234,56`, `$ 54,805.00 `, `(5)`, `12’000.-`, `١٢٫٥`. Exact: no
 * float anywhere (R77).
 * @param options.decimal the decimal sign, where it is known: from the locale of a form, or from a whole column (R73)
 */
export function parseAmount(text: string, options: { readonly decimal?: '.' | ',' } = {}): ParsedAmount {
  let rest = text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  if (rest === '') return no('empty');
  if (rest.length > 100) return no('too-long');
  if (/\d\s*e\s*[+-]?\d/i.test(rest)) return no('exponent');
  rest = rest
    .replace(/[−–—]/g, '-')
    .replaceAll('٫', options.decimal ?? '.')
    .replaceAll('٬', options.decimal === '.' || options.decimal === undefined ? ',' : '.');
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed !== null) rest = bracketed[1]!.trim();
  let minus = bracketed === null ? 0 : 1;
  let unit = '';
  for (let i = 0; i < 2; i++) {
    const signed = /^([-+])\s*(.*)$/.exec(rest);
    if (signed !== null) {
      if (signed[1] === '-') minus++;
      rest = signed[2]!;
    }
    rest = rest.replace(BESIDE, (beside) => {
      const word = beside.trim();
      // Any other word says how much, or of what: "10k", "5万", "12 tons" would be other amounts without it.
      if (currencyOf(word, null) === null && !/\p{Sc}$/u.test(word)) return beside;
      // "$ 5 CAD": the code says it more exactly than the sign.
      if (word.length >= unit.length) unit = word;
      return '';
    });
  }
  // `12.-` and `12,--` say "and no cents"; a minus right behind a digit is a bookkeeper's.
  rest = rest.replace(/[.,]-+$/, '');
  if (/\d\s*-$/.test(rest)) {
    minus++;
    rest = rest.slice(0, -1).trim();
  }
  // Blanks and apostrophes are grouping where three digits follow; `12 34` is two numbers.
  const plain = ungroup(rest.trim().replace(/(\d)[\s'’_](?=\d{3}(?!\d))/g, '$1'), options.decimal);
  if (typeof plain !== 'string') return plain;
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  if (digits.length > 30 || fraction.length > 10) return no('too-long');
  const amount = digits + (fraction === '' ? '' : `.${fraction}`);
  if (minus > 1) return no('number');
  return { ok: true, amount: minus === 1 && /[1-9]/.test(amount) ? `-${amount}` : amount, unit };
}

/** Digits with at most one point; or why not. */
function ungroup(text: string, decimal: '.' | ',' | undefined): string | ParsedAmount {
  if (!/^[\d.,]*\d[\d.,]*$/.test(text)) return no('number');
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  let sign = decimal;
  if (points > 0 && commas > 0) {
    // Both: the last one is the decimal sign, whatever the locale says; it may stand there only once.
    sign = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  } else if (points + commas === 1) {
    const own = points === 1 ? '.' : ',';
    const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
    if (sign === undefined && grouped) return no('ambiguous');
    if (!grouped || sign === undefined) sign = own;
  } else if (points + commas > 1) sign = points > 1 ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  const parts = text.split(sign ?? '.');
  if (parts.length > 2) return no('number');
  const [whole = '', fraction = ''] = parts;
  if (fraction.includes(other)) return no('number');
  const groups = whole.split(other);
  const well = groups.every((group, i) =>
    i === 0
      ? group.length > 0 && group.length <= 3
      : group.length === 3 || (other === ',' && group.length === 2 && i < groups.length - 1),
  );
  if (groups.length > 1 && !well) return no('number');
  const digits = groups.join('');
  return fraction === '' ? digits || '0' : `${digits || '0'}.${fraction}`;
}
