import { asciiDigit } from '../fold.js';

/** Which sign parts the decimals from the whole. */
export type DecimalSign = 'point' | 'comma';

/** A cell that holds a number: its digits with their signs as written, taken apart. */
export interface NumberText {
  readonly negative: boolean;
  /** Digits, points and commas; other grouping signs are taken out. */
  readonly digits: string;
  /** What stood before or behind it, such as `€` or `TRY`; empty if nothing did. */
  readonly unit: string;
}

const longest = 60;
const plainNumber = /^\d[\d.,]*$/;
const shape = /^([^\d.,]*)(\d[\d.,]*|[.,]\d+)([^\d.,]*\.?)$/u;

/** Takes a cell apart into sign, digits and unit: `(5)`, `-5`, `5-`, `$ 54,805.00 `, `1'234.50`, `₺1.234,56`. Null = no number. */
export function numberText(cell: string): NumberText | null {
  if (cell.length > longest) return null;
  if (plainNumber.test(cell)) return { negative: false, digits: cell, unit: '' };
  const plain = cell
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/٫/g, ',')
    .replace(/٬/g, '.')
    .replace(/−/g, '-')
    .trim();
  const bracketed = /^\((.*)\)$/.exec(plain);
  // Blanks and apostrophes between digits are grouping.
  const match = shape.exec((bracketed?.[1] ?? plain).replace(/(\d)[\s'’_](?=\d{3}(?:\D|$))/g, '$1'));
  if (match === null) return null;
  const before = match[1]!.replace(/\s/g, '');
  const after = match[3]!.replace(/\s/g, '');
  const dashes = [...before, ...after].filter((char) => char === '-').length;
  const unit = (before + after).replace(/[-+]/g, '');
  if (
    dashes > 1 ||
    (before + after).length > 6 ||
    (before.replace(/[-+]/g, '') !== '' && after.replace('-', '') !== '')
  )
    return null;
  return { negative: bracketed !== null ? dashes === 0 : dashes === 1, digits: match[2]!, unit };
}

/** Groups of three behind the first one, or of two and at last three, as in India. */
function grouped(whole: string, sign: string): boolean {
  const [first = '', ...rest] = whole.split(sign);
  if (first.length < 1 || first.length > 3) return false;
  return (
    rest.every((part, i) => part.length === 3 || (part.length === 2 && i < rest.length - 1)) &&
    rest.at(-1)?.length === 3
  );
}

/**
 * What a number says about its column: `point` or `comma` parts the decimals; `either` = `1,234` may be both;
 * `none` = no sign at all; null = no number whichever way it is read.
 */
export function decimalEvidence(digits: string): DecimalSign | 'either' | 'none' | null {
  if (!/[.,]/.test(digits)) return 'none';
  const point = readDigits(digits, 'point') !== null;
  const comma = readDigits(digits, 'comma') !== null;
  if (!point && !comma) return null;
  if (point !== comma) return point ? 'point' : 'comma';
  return 'either';
}

function withoutZeros(whole: string): string {
  return whole.charCodeAt(0) === 48 && whole.length > 1 ? whole.replace(/^0+(?=\d)/, '') : whole || '0';
}

/** The digits as a decimal string with a point, exactly; null where they are none under this sign. */
export function readDigits(digits: string, sign: DecimalSign): string | null {
  if (!digits.includes('.') && !digits.includes(',')) return withoutZeros(digits);
  const decimal = sign === 'point' ? '.' : ',';
  const group = sign === 'point' ? ',' : '.';
  const at = digits.indexOf(decimal);
  let whole = at === -1 ? digits : digits.slice(0, at);
  const fraction = at === -1 ? '' : digits.slice(at + 1);
  if (/[.,]/.test(fraction)) return null;
  if (whole.includes(group)) {
    // `0,125` has no thousands.
    if (!grouped(whole, group) || whole.startsWith('0')) return null;
    whole = whole.replaceAll(group, '');
  }
  whole = withoutZeros(whole);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Whole digits an amount may have: more is a mistake (an account number, a wrong column). */
export const mostDigits = 15;

export type ReadNumber =
  { readonly amount: string; readonly unit: string } | { readonly bad: 'not-a-number' | 'number-too-big' };

/** The number in a cell as a decimal string, never a float (R77). */
export function readNumber(cell: string, sign: DecimalSign): ReadNumber {
  const text = numberText(cell);
  const amount = text === null ? null : readDigits(text.digits, sign);
  if (text === null || amount === null) return { bad: 'not-a-number' };
  const point = amount.indexOf('.');
  if (point === -1 ? amount.length > mostDigits : point > mostDigits || amount.length - point > 11)
    return { bad: 'number-too-big' };
  return { amount: text.negative && /[1-9]/.test(amount) ? `-${amount}` : amount, unit: text.unit };
}
