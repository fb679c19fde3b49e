import { formatFor } from './format.js';
import { ambient } from './plural.js';

/**
 * One area of a dictionary: a sentence, or a function that makes one. English files are written as plain objects;
 * other languages say `: typeof english`, so that a missing, left-over or differently called sentence is a type error.
 */
export type Area = Readonly<Record<string, string | ((...values: never[]) => string)>>;
/** What a host or a lazily loaded language brings: any part of any area. */
export type Translation = Readonly<Record<string, Area>>;
export type Areas = Readonly<Record<string, Area>>;

/** Languages that come with the kit and are fetched when somebody reads them. English comes with each element. */
const loaders = new Map<string, () => Promise<Translation>>([
  ['tr', async () => ({ ...(await import('./tr/index.js')) })],
]);
const loading = new Map<string, Promise<void>>();
/** Per language: what was loaded, and the host's own words, which say more; the newest last. */
const loaded = new Map<string, Translation>();
const overrides = new Map<string, Translation[]>();
const listeners = new Set<() => void>();
/** What was made of an English area, by name and language, since anything was last registered or loaded. */
let made = new WeakMap<Area, Map<string, Area>>();

/** `tr-Latn-TR` -> `tr-latn-tr`, `tr-latn`, `tr` (lookup of RFC 4647, with what people write instead of a hyphen). */
export function fallbacks(lang: string): string[] {
  const subtags = lang.trim().toLowerCase().replaceAll('_', '-').split('-').filter(Boolean);
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

/**
 * Adds words of a language, or replaces some of the kit's own.
 *
 *     registerWords('en', { inbox: { title: 'Enquiries' } });
 *     registerWords('de', { inbox: { title: 'Leads', count: (n: number) => plural(n, { one: '# Lead', other: '# Leads' }) } });
 *
 * What is missing falls back to the language without its region, then to English. Views that are on screen change at once.
 */
export function registerWords(lang: string, words: Translation): void {
  const key = fallbacks(lang)[0];
  if (!key) return;
  overrides.set(key, [...(overrides.get(key) ?? []), words]);
  changed();
}

/** Registers a language that is fetched only when a view needs it: `registerLanguage('de', () => import('./de.js'))`. */
export function registerLanguage(lang: string, load: () => Promise<Translation>): void {
  const key = fallbacks(lang)[0];
  if (!key) return;
  loaders.set(key, load);
  loading.delete(key);
  changed();
}

/**
 * Fetches the words of a language, once. Nothing waits for it: views show English until it is there, then render again.
 * Resolves, never rejects: a language that cannot be fetched leaves English standing and is tried again by the next view.
 */
export async function loadLanguage(lang: string): Promise<void> {
  await Promise.all(fallbacks(lang).map((key) => loadOne(key) ?? Promise.resolve()));
}

function loadOne(key: string): Promise<void> | undefined {
  const load = loaders.get(key);
  if (load && !loading.has(key))
    loading.set(
      key,
      load().then(
        (words) => {
          loaded.set(key, words);
          changed();
        },
        (error: unknown) => {
          loading.delete(key);
          console.warn(`crm-elements: the words of "${key}"`, error);
        },
      ),
    );
  return loading.get(key);
}

/** Hears of every registration and every language that has arrived. Returns the way to stop. */
export function onWordsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  made = new WeakMap();
  for (const listener of listeners) listener();
}

/**
 * The words of one area in a language: `english` where nothing better is known. Sentences that take values count and
 * format in the reader's own locale, even where the sentence itself had to stay English.
 */
export function wordsOf<A extends Area>(name: string, english: A, lang: string): A {
  let known = made.get(english);
  if (!known) made.set(english, (known = new Map<string, Area>()));
  const key = `${name} ${lang}`;
  let words = known.get(key);
  if (!words) known.set(key, (words = compose(name, english, lang)));
  return words as A;
}

/** From what says least to what says most: English, the language, its region; of each the kit's words, then the host's. */
function compose(name: string, english: Area, lang: string): Area {
  const format = formatFor(lang);
  const result: Record<string, string | ((...values: never[]) => string)> = {};
  const take = (area: Area | undefined, key: string): void => {
    for (const [id, word] of Object.entries(area ?? {}))
      // A sentence is written in one language and filled in by the habits of another: both are known while it is made.
      result[id] = typeof word === 'function' ? (...values) => ambient(key, format, () => word(...values)) : word;
  };
  take(english, 'en');
  for (const key of ['en', ...fallbacks(lang).reverse()])
    for (const words of [loaded.get(key), ...(overrides.get(key) ?? [])]) take(words?.[name], key);
  return result;
}
