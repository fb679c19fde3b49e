import { expect } from '@open-wc/testing';
import { indexeddbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import { conformance, type ConformanceOptions } from '../../src/testing/conformance.js';

let serial = 0;
const names = new WeakMap<object, string>();
const open = (name: string): IndexedDbAdapter => {
  const adapter = indexeddbAdapter({ name });
  names.set(adapter, name);
  return adapter;
};

const adapters: Readonly<Record<string, ConformanceOptions>> = {
  memory: { make: () => memoryAdapter(), second: (first) => memoryAdapter({ beside: first }) },
  indexeddb: {
    make: () => open(`conformance-${Date.now()}-${serial++}`),
    second: (first) => open(names.get(first)!),
    async dispose(first) {
      const mine = indexeddbAdapter({ name: names.get(first)! });
      await mine.erase();
      mine.close();
    },
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
