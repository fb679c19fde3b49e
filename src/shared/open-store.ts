import type { CrmAdapter } from '../adapters/adapter.js';
import type { StoreOptions } from '../store/api.js';
import type { Opened } from './scope.js';

export type StoreSetup = Partial<Omit<StoreOptions, 'adapter'>>;

/** The store over an adapter: one for each adapter on the page. */
export async function openAdapter(adapter: CrmAdapter, setup: StoreSetup): Promise<Opened> {
  void adapter;
  void setup;
  throw new Error('not yet');
}

/** The store over the IndexedDB database of that name. Its code is fetched only here: a page with its own adapter does not pay for it. */
export async function openDatabase(name: string, setup: StoreSetup): Promise<Opened> {
  void name;
  void setup;
  throw new Error('not yet');
}
