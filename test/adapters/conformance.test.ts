import { expect } from '@open-wc/testing';
import { beginIndexeddb } from '../../src/adapters/indexeddb/begin.js';
import { indexeddbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { Code } from '../../src/code.js';
import { apply } from '../../src/domain/change.js';
import type { AnyRecord, Kind } from '../../src/domain/records.js';
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

/** Told with each commit what its caller holds of the records: often what is stored, sometimes what others have changed since. */
const knowing = (inner: IndexedDbAdapter): CrmAdapter => {
  const held = new Map<string, AnyRecord | null>();
  const known = (kind: Kind, id: string) => held.get(`${kind} ${id}`);
  const adapter: CrmAdapter = {
    abilities: inner.abilities,
    async read(query, how) {
      const page = await inner.read(query, how);
      // Not rows of which only some fields were asked for.
      if (query.pick === undefined) for (const row of page.records) held.set(`${query.kind} ${row.id}`, row);
      return page;
    },
    async commit(changes, how) {
      const answer = await inner.commit(changes, { ...how, known });
      for (const change of answer) {
        const key = `${change.kind} ${change.id}`;
        const before = held.get(key) ?? null;
        if (before !== null || change.op !== 'patch') held.set(key, apply(before, change));
      }
      return answer;
    },
    summarize: (query, by, how) => inner.summarize!(query, by, how),
    watch: (listener) => inner.watch!(listener),
    erasePerson: (erasure, how) => inner.erasePerson!(erasure, how),
    erasures: (listener) => inner.erasures!(listener),
    forget: () => inner.forget!(),
    blobs: inner.blobs!,
    close: () => inner.close(),
  };
  names.set(adapter, names.get(inner)!);
  return adapter;
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
  'indexeddb that is told what its caller knows': {
    make: () => knowing(open(`conformance-${Date.now()}-${serial++}`)),
    second: (first) => knowing(open(names.get(first)!)),
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
