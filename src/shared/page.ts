import type { Id } from '../domain/records.js';
import type { CrmStore } from '../store/api.js';
import type { Crm } from './context.js';

/**
 * What all copies of this major on one page have to share: two bundles of the kit have two of every module, and still
 * there may be only one announcement of a command, one guard over a lead, one default store.
 * The shape of this object is part of the contract between minor versions: add to it, change nothing.
 */
export interface Page {
  /** The context of elements with no provider above them. */
  fallback: Crm | null;
  readonly announcers: WeakMap<CrmStore, Announcer>;
  /** Commands under way, by what they act on (`guard.ts`). */
  readonly inFlight: WeakMap<CrmStore, Map<string, object>>;
  /** Contexts of stores that were handed to an element directly. */
  readonly given: WeakMap<CrmStore, Crm>;
}

export interface Announcer {
  /** Providers of this store, in the order they came. */
  readonly providers: Set<Element>;
  /** Which element began a command, by the command's id. */
  readonly origins: Map<Id, Element>;
  /** Who needs facts to be told; nobody = nothing is listened to. */
  users: number;
  off: () => void;
}

const KEY = Symbol.for('crm-elements/page@1');

/** Not enumerable, under a symbol: a host that walks its globals does not meet it. */
export function page(): Page {
  const found: unknown = Reflect.get(globalThis, KEY);
  if (found !== undefined) return found as Page;
  const made: Page = {
    fallback: null,
    announcers: new WeakMap(),
    inFlight: new WeakMap(),
    given: new WeakMap(),
  };
  Object.defineProperty(globalThis, KEY, { value: made });
  return made;
}
