import type { Format } from './format.js';
import { formatFor } from './format.js';

/*
 * Sentences are plain functions of their values. What they need besides (the rules of their own language, the reader's
 * way to write numbers) stands here while one is being made; making one never waits, so the two cannot mix.
 */
let wordsLang = 'en';
let format: Format | undefined;
const rules = new Map<string, Intl.PluralRules>();

/** Runs `make` with the language of the sentence and the reader's formats at hand. Used by `wordsOf` only. */
export function ambient<R>(lang: string, formats: Format, make: () => R): R {
  const [langBefore, formatBefore] = [wordsLang, format];
  [wordsLang, format] = [lang, formats];
  try {
    return make();
  } finally {
    [wordsLang, format] = [langBefore, formatBefore];
  }
}

/** The forms of CLDR; a language uses those that it has. `other` is always there. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * Picks the form of a count and puts the number, in the reader's digits, where `#` stands:
 * `plural(n, { one: '# lead', other: '# leads' })`. `zero` is taken for 0 in every language, if it is given.
 */
export function plural(count: number, forms: PluralForms): string {
  let rule = rules.get(wordsLang);
  if (!rule) rules.set(wordsLang, (rule = new Intl.PluralRules(wordsLang)));
  const form = (count === 0 ? forms.zero : undefined) ?? forms[rule.select(count)] ?? forms.other;
  return form.replace('#', () => formats().number(count));
}

/** The reader's formats, for a sentence that holds a number, a list or a day of its own: `formats().day(due)`. */
export function formats(): Format {
  // The first look at how a language writes numbers takes the browser a moment: not before something is written.
  return (format ??= formatFor('en'));
}
