import type { CrmStore } from '../store/api.js';
import type { Crm } from './context.js';
import { languageAround } from './language.js';
import { openDatabase } from './open-store.js';
import { page } from './page.js';
import { Scope } from './scope.js';

/** The database of elements that no provider stands above. */
const DATABASE = 'crm-elements';

/** The context of elements with no provider: the page's default store, opened when the first of them needs it. */
export function fallbackCrm(): Crm {
  const shared = page();
  if (!shared.fallback) {
    const scope = new Scope(null);
    scope.use(() => openDatabase(DATABASE, {}, languageAround(document.documentElement)));
    shared.fallback = scope;
  }
  return shared.fallback;
}

/** The context of a store that was handed to an element directly. Elements with the same store share what is open. */
export function crmOf(store: CrmStore): Crm {
  const { given } = page();
  let crm = given.get(store);
  if (!crm) {
    const scope = new Scope(null);
    scope.use(() => ({ store, release: () => undefined }));
    given.set(store, (crm = scope));
  }
  return crm;
}

/**
 * Calls back once the page is parsed and the scripts that wait for that have run: until then a provider further up may
 * still be defined. @returns the end of the wait
 */
export function afterParse({ defaultView: view, readyState }: Document, call: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const done = (): void => {
    if (signal.aborted) return;
    ending.abort();
    call();
  };
  // "interactive" covers both sides of DOMContentLoaded; the navigation's own clock tells which.
  const [entry] = view?.performance.getEntriesByType('navigation') ?? [];
  if (readyState === 'complete' || (entry as PerformanceNavigationTiming | undefined)?.domContentLoadedEventStart)
    queueMicrotask(done);
  // Where `DOMContentLoaded` has passed unseen, the end of loading comes instead.
  else for (const type of ['DOMContentLoaded', 'load']) view?.addEventListener(type, done, { signal });
  return () => ending.abort();
}
