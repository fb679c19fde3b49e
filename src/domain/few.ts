import type { AnyRecord, Kind } from './records.js';

/** One for the page: making a collator costs more than sorting a screenful. Not made before something is sorted. */
let collator: Intl.Collator | undefined;

/** How text is sorted for people, in the locale of the page; numbers in it by their value. */
export function compareText(a: string, b: string): number {
  return (collator ??= collatorOf()).compare(a, b);
}

function collatorOf(): Intl.Collator {
  // Without a language (LANG=C) some engines sort by code unit, capitals first: no person does, so English stands in.
  const locale = /posix/i.test(new Intl.Collator().resolvedOptions().locale) ? 'en' : undefined;
  return new Intl.Collator(locale, { numeric: true });
}

/** How ties are broken, and how all plain text is compared: by code units. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Kinds an account has a handful of, and what they are sorted by: ranks as they are stored, names as people sort them. */
const keys = { user: 'name', label: 'name', view: 'name', pipeline: 'rank', stage: 'rank', field: 'rank' } as const;
export type Few = keyof typeof keys;

export function isFew(kind: Kind): kind is Few {
  return Object.hasOwn(keys, kind);
}

/** `comparer` (compare.ts) for the default order of such a kind: what is read before anything else needs no more. */
export function compareFew(kind: Few): (a: AnyRecord, b: AnyRecord) => number {
  const key = keys[kind];
  const compare = key === 'name' ? compareText : compareIds;
  return (a, b) => {
    const [textA, textB] = [textOf(a, key), textOf(b, key)];
    // Empty ones last.
    const known = Number(textA === '') - Number(textB === '');
    return known || compare(textA, textB) || compareIds(a.id, b.id);
  };
}

function textOf(record: AnyRecord, key: 'name' | 'rank'): string {
  const text = (record as unknown as Readonly<Record<string, unknown>>)[key];
  return typeof text === 'string' ? text : '';
}
