import type { Format } from './format.js';

/**
 * Reads a number that somebody typed or pasted, by the reader's own signs: "1.250.000,50" in German, "١٬٢٥٠" in Arabic,
 * "(5)" and "5-" as bookkeepers write less than nothing, "$ 54,805.00 " with a sign before or after it.
 *
 * @returns a decimal string with a point and no grouping ("-1250000.5"), or null where it is no number, or could be two
 * ("1,5,0"). Never a float, so nothing is rounded (R77).
 */
export function parseDecimal(text: string, format: Format): string | null {
  const { group, decimal, zero } = format.numberSigns;
  let digits = '';
  for (const char of text.normalize('NFKC').replace(/[\s\u200e\u200f\u061c'’_]/gu, '')) {
    const code = char.codePointAt(0) ?? 0;
    digits += code >= zero && code < zero + 10 ? String.fromCharCode(48 + code - zero) : char;
  }
  let negative = false;
  const bracketed = /^\((.*)\)$/u.exec(digits);
  if (bracketed) [negative, digits] = [true, bracketed[1] ?? ''];
  // A currency's sign or code may stand on either side.
  digits = digits.replace(/^[\p{L}\p{Sc}.]*(?=[-+−\d.,٫٬])|(?<=[\d.,٫٬])(?:\p{Sc}|\p{L}[\p{L}.]+)$/gu, '');
  const signed = /^([-+−]?)(.*?)([-−]?)$/u.exec(digits);
  if (!signed || (signed[1] && signed[3])) return null;
  if (/[-−]/u.test((signed[1] ?? '') + (signed[3] ?? ''))) negative = !negative;
  const plain = ungroup((signed[2] ?? '').replace(/^[\p{L}\p{Sc}]+/u, ''), group.trim(), decimal);
  if (plain === null || !/^(?:\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  const amount = (whole.replace(/^0+(?=\d)/, '') || '0') + (fraction ? `.${fraction}` : '');
  return negative && /[1-9]/.test(amount) ? `-${amount}` : amount;
}

/** Takes the grouping out. The last of two different signs is the decimal one, whatever the locale says. */
function ungroup(text: string, group: string, decimal: string): string | null {
  const signs = [...text].filter((char) => !/\d/.test(char));
  const kinds = new Set(signs);
  if (kinds.size === 0) return text;
  if ([...kinds].some((sign) => !'.,٫٬'.includes(sign) && sign !== group && sign !== decimal)) return null;
  if (kinds.size > 2) return null;
  const last = signs[signs.length - 1] ?? '';
  if (kinds.size === 2) {
    if (signs.indexOf(last) !== signs.length - 1) return null;
    const other = [...kinds].find((sign) => sign !== last) ?? '';
    return grouped(text.slice(0, text.lastIndexOf(last)), other) ? text.replaceAll(other, '').replace(last, '.') : null;
  }
  if (signs.length > 1) return grouped(text, last) ? text.replaceAll(last, '') : null;
  // One sign, once: the locale's decimal sign is one; its group sign is one only where three digits follow.
  if (last === decimal) return text.replace(last, '.');
  return grouped(text, last) && (last === group || '.,'.includes(last) === false)
    ? text.replace(last, '')
    : text.replace(last, '.');
}

/** Groups of three, or of two before the last one as in India. */
function grouped(text: string, sign: string): boolean {
  const [first = '', ...rest] = text.split(sign);
  return (
    first.length >= 1 &&
    first.length <= 3 &&
    rest.every((part, index) => part.length === 3 || (part.length === 2 && index < rest.length - 1))
  );
}
