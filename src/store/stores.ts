import type { CrmAdapter } from '../adapters/adapter.js';
import type { CrmStore, StoreOptions, StoreSettings } from './api.js';
import { createStore } from './store.js';

export type StoreSetup = Partial<Omit<StoreOptions, 'adapter'>>;

/** A store that is shared; whoever took it gives it back once. */
export interface Lease {
  readonly store: CrmStore;
  release(): void;
}

interface Entry {
  readonly store: CrmStore;
  readonly end: () => void;
  users: number;
}

/** Shared by all copies of this major on a page: add to it, change nothing. */
interface Registry {
  readonly stores: Map<string | CrmAdapter, Entry>;
}

const KEY = Symbol.for('crm-elements/stores@1');

function registry(): Registry {
  const found: unknown = Reflect.get(globalThis, KEY);
  if (found !== undefined) return found as Registry;
  const made: Registry = { stores: new Map() };
  Object.defineProperty(globalThis, KEY, { value: made });
  return made;
}

/**
 * The one store of this page over an adapter, or over the database of a name. Who comes second gets the first one's store;
 * its settings are used where the first one left them open.
 * @param open makes the adapter of a named database; called once, by whoever comes first
 */
export function storeFor(source: CrmAdapter, setup?: StoreSetup): Lease;
export function storeFor(source: string, setup: StoreSetup, open: () => CrmAdapter): Lease;
export function storeFor(source: CrmAdapter | string, setup: StoreSetup = {}, open?: () => CrmAdapter): Lease {
  const { stores } = registry();
  let entry = stores.get(source);
  if (entry === undefined) {
    const adapter = typeof source === 'string' ? open!() : source;
    const store = createStore({ ...setup, adapter });
    // An adapter that was handed over is its owner's; the one that was opened here is closed here.
    const end = (): void => {
      store.close();
      if (typeof source === 'string') void adapter.close?.();
    };
    entry = { store, end, users: 0 };
    stores.set(source, entry);
  } else entry.store.configure(setup as Partial<StoreSettings>);
  const taken = entry;
  taken.users++;
  let held = true;
  return {
    store: taken.store,
    release() {
      if (!held) return;
      held = false;
      taken.users--;
      // An element that is moved gives its store back and takes it again in one task.
      queueMicrotask(() => void closeUnused(source, taken));
    },
  };
}

async function closeUnused(source: CrmAdapter | string, entry: Entry): Promise<void> {
  const { stores } = registry();
  const { store } = entry;
  // A command that runs is not cut off because its element has left the page.
  while (store.busy.running + store.busy.unsaved > 0)
    await new Promise<void>((changed) => {
      const off = store.on('busy', () => {
        off();
        changed();
      });
    });
  if (entry.users > 0 || stores.get(source) !== entry) return;
  stores.delete(source);
  entry.end();
}
