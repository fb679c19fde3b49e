import type { CrmStore } from '../store/api.js';
import type { Crm } from './context.js';
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
    scope.use(() => openDatabase(DATABASE, {}, document.documentElement.lang || navigator.language));
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
export function afterParse(doc: Document, call: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  if (parsed(doc)) queueMicrotask(() => signal.aborted || call());
  else {
    // Where `DOMContentLoaded` has passed unseen, the end of loading comes instead.
    const done = (): void => {
      if (signal.aborted) return;
      ending.abort();
      call();
    };
    doc.addEventListener('DOMContentLoaded', done, { signal });
    doc.defaultView?.addEventListener('load', done, { signal });
  }
  return () => ending.abort();
}

function parsed(doc: Document): boolean {
  if (doc.readyState === 'complete') return true;
  if (doc.readyState === 'loading') return false;
  // "interactive" covers both sides of DOMContentLoaded; the navigation's own clock tells which.
  const [entry] = doc.defaultView?.performance.getEntriesByType('navigation') ?? [];
  return ((entry as PerformanceNavigationTiming | undefined)?.domContentLoadedEventStart ?? 0) > 0;
}
