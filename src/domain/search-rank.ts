import type { AnyRecord, Deal, Lead } from './records.js';
import { searchDigits, searchTerms, searchTextOf } from './search.js';

/** From so many digits on a number is taken for the same one, whatever country's code stands before it. */
const NUMBER = 7;
const DIGITS = /^[0-9]+$/;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * How well a record answers a search that it matches: 0 = a title, name, address or number is exactly that, 1 = every
 * word begins one of its words, 2 = it has them somewhere. Without words all are 1.
 */
export function closenessOf(search: string): (record: AnyRecord) => 0 | 1 | 2 {
  const terms = searchTerms(search).map((term) => ({ term, digits: searchDigits(term) }));
  const asked = terms.map(({ term }) => term).join(' ');
  const digits = searchDigits(search);
  if (asked === '') return () => 1;
  return (record) => {
    const text = searchTextOf(record);
    const lines = text.split('\n');
    if (lines.some((line) => isAsked(line, asked) || (digits !== null && isNumber(line, digits)))) return 0;
    const begins = (one: string | null): boolean => one !== null && lines.some((line) => beginsNumber(line, one));
    if (begins(digits)) return 1;
    return terms.every(({ term, digits: own }) => beginsWord(text, term) || begins(own)) ? 1 : 2;
  };
}

/**
 * Records as a person wants to see what was found: the closest first, among them what is open before what is closed, and
 * what was archived last. What is alike stays in the order it came in.
 */
export function ranked<R extends AnyRecord>(records: readonly R[], search: string): readonly R[] {
  const closeness = closenessOf(search);
  const known = new Map(records.map((record) => [record, closeness(record) * 3 + standingOf(record)]));
  return [...records].sort((a, b) => known.get(a)! - known.get(b)!);
}

/** 0 = one works on it, 1 = a deal that is won or lost, 2 = archived. */
export function standingOf(record: AnyRecord): 0 | 1 | 2 {
  const { archivedAt = null, status = 'open' } = record as Partial<Pick<Lead, 'archivedAt'> & Pick<Deal, 'status'>>;
  return archivedAt !== null ? 2 : status === 'open' ? 0 : 1;
}

function isAsked(line: string, asked: string): boolean {
  return line === asked || line.trim().replace(/\s+/gu, ' ') === asked;
}

/** The whole number, with or without what is dialled before it. */
function isNumber(line: string, digits: string): boolean {
  return digits.length >= NUMBER && DIGITS.test(line) && line.endsWith(digits);
}

function beginsNumber(line: string, digits: string): boolean {
  return DIGITS.test(line) && line.replace(/^0+/, '').startsWith(digits);
}

function beginsWord(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
    if (at === 0 || !LETTER.test(text[at - 1]!)) return true;
  return false;
}
