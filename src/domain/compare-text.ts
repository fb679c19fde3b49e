// One for the page: making a collator costs more than sorting a screenful. The page's own locale decides how people sort.
// Without a language (LANG=C) some engines sort by code unit, capitals first: no person does, so English stands in.
const locale = /posix/i.test(new Intl.Collator().resolvedOptions().locale) ? 'en' : undefined;
const collator = new Intl.Collator(locale, { numeric: true });

/** How text is sorted for people, in the locale of the page; numbers in it by their value. */
export const compareText: (a: string, b: string) => number = (a, b) => collator.compare(a, b);

/** How ties are broken, and how all plain text is compared: by code units. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
