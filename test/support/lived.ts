/** A tab over a browser's own database, and one in which somebody has been everywhere. */
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import type { IndexedDbOptions } from '../../src/adapters/indexeddb/options.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore, restCode } from '../../src/store/store.js';
import { databases } from './databases.js';
import { begun, live } from './everywhere.js';
import { idbx, type Idbx } from './idbx.js';

export interface Tab {
  readonly name: string;
  readonly store: CrmStore;
  readonly rig: Idbx;
}

export interface Tabs {
  /** @param options of a name that another one has: a second tab over the same database */
  tab(options?: Partial<IndexedDbOptions>): Promise<Tab>;
  /** Leads, deals, notes, activities, files, views, filters, receipts, trash: all of them name her; what was read is in columns. */
  lived(): Promise<Tab>;
}

/** Of a file of tests: all of them are closed, and their databases deleted, after each test. */
export function tabs(prefix: string): Tabs {
  const made = databases();
  let serial = 0;
  const tab = async (options: Partial<IndexedDbOptions> = {}): Promise<Tab> => {
    await restCode.need();
    const name = options.name ?? `${prefix}-${Date.now()}-${serial++}`;
    const rig = idbx();
    const adapter = indexeddbAdapter({ factory: rig.factory, ...options, name });
    made.push({ name, adapter });
    const store = createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', currency: 'EUR' });
    return { name, store, rig };
  };
  const lived = async (): Promise<Tab> => {
    const one = await tab();
    await one.store.adapter.commit(begun);
    await live(one.store);
    return one;
  };
  return { tab, lived };
}
