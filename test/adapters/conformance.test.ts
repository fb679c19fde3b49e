import { expect } from '@open-wc/testing';
import { beginIndexeddb } from '../../src/adapters/indexeddb/begin.js';
import { indexeddbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import { Code } from '../../src/code.js';
import { conformance, type ConformanceOptions } from '../../src/testing/conformance.js';

let serial = 0;
const names = new WeakMap<object, string>();
const open = (name: string): IndexedDbAdapter => {
  const adapter = indexeddbAdapter({ name });
  names.set(adapter, name);
  return adapter;
};

/** As a page begins with it, with a connection that is there already and the adapter's code still to come. */
const begin = (name: string): IndexedDbAdapter => {
  const opened = new Promise<IDBDatabase | null>((done) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction!.abort();
    request.onsuccess = () => done(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      done(null);
    };
  });
  const code = new Code(() => import('../../src/adapters/indexeddb/indexeddb.js'));
  const adapter = beginIndexeddb({ name, opened }, code);
  names.set(adapter, name);
  return adapter;
};
const dispose = async (first: object): Promise<void> => {
  const mine = indexeddbAdapter({ name: names.get(first)! });
  await mine.erase();
  mine.close();
};

const adapters: Readonly<Record<string, ConformanceOptions>> = {
  memory: { make: () => memoryAdapter(), second: (first) => memoryAdapter({ beside: first }) },
  indexeddb: {
    make: () => open(`conformance-${Date.now()}-${serial++}`),
    second: (first) => open(names.get(first)!),
    dispose,
  },
  'indexeddb as a page begins with it': {
    make: () => begin(`conformance-${Date.now()}-${serial++}`),
    second: (first) => begin(names.get(first)!),
    dispose,
  },
};

for (const [name, options] of Object.entries(adapters)) {
  describe(`${name} keeps the contract`, () => {
    for (const check of conformance(options)) {
      it(`${check.id}: ${check.title}`, async () => {
        expect(await check.run(), 'a check that does not apply').to.equal(undefined);
      });
    }
  });
}
