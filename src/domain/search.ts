import { digitsOf, fold, words } from './fold.js';
import type { AnyRecord } from './records.js';

/** Digits with what people put between them: `+90 (532) 123-45/67`. */
const PHONE = /^[\s+().\-/\p{Nd}]+$/u;

/** The folded words of a search; each must occur. */
export function searchTerms(search: string): readonly string[] {
  return words(search);
}

/**
 * The digits to look for where a search reads like a phone number, else null. A leading 0 or 00 is left off: numbers
 * are kept as people wrote them, mostly with the country's code in its place.
 */
export function searchDigits(search: string): string | null {
  if (!PHONE.test(search)) return null;
  const digits = digitsOf(search).replace(/^0+/, '');
  return digits.length >= 3 ? digits : null;
}

/**
 * A compiled search over `searchText`: each word must occur; a word or a whole search that reads like a phone number
 * may match by its digits. null = everything matches.
 */
export function prepareSearch(search: string | undefined): ((searchText: string) => boolean) | null {
  if (search === undefined) return null;
  const terms = searchTerms(search).map((term) => ({ term, digits: searchDigits(term) }));
  if (terms.length === 0) return null;
  const whole = terms.length > 1 ? searchDigits(search) : null;
  return (text) =>
    (whole !== null && text.includes(whole)) ||
    terms.every(({ term, digits }) => text.includes(term) || (digits !== null && text.includes(digits)));
}

interface Searchable {
  readonly title?: string;
  readonly name?: string;
  readonly code?: string;
  readonly variations?: readonly { readonly name: string }[];
  readonly subject?: string;
  readonly text?: string;
  readonly emails?: readonly { readonly value: string }[];
  readonly phones?: readonly { readonly value: string }[];
}

/** The text a search looks in: derived for leads and deals, made here for the kinds that have few records. */
export function searchTextOf(record: AnyRecord): string {
  if ('searchText' in record) return record.searchText;
  const parts = record as unknown as Searchable;
  return searchText(
    [
      parts.title,
      parts.name,
      parts.code,
      ...(parts.variations ?? []).map(({ name }) => name),
      parts.subject,
      parts.text,
      ...(parts.emails ?? []).map((email) => email.value),
    ],
    (parts.phones ?? []).map((phone) => phone.value),
  );
}

/** Texts and phone numbers as one folded text; a line each, so that no word of a search spans two of them. */
export function searchText(texts: readonly (string | undefined)[], phones: readonly string[]): string {
  const lines: string[] = [];
  for (const text of texts) if (text !== undefined && text !== '') lines.push(fold(text));
  for (const phone of phones) {
    const digits = digitsOf(phone);
    if (digits !== '') lines.push(digits);
  }
  return lines.join('\n');
}
