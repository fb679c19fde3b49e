/** Fills a database of the kit, quickly: it is made by the adapter, the rows go in by hand as the adapter writes them. */
import { indexeddbAdapter } from '../../../src/adapters/indexeddb.js';
import { toRow } from '../../../src/adapters/indexeddb/row.js';
import { makeData, recordsOf } from './data.js';
import { offer } from './measure.js';
import { done, openPlain } from './plain-idb.js';

offer({
  async seed(name: string, leads: number, deals: number) {
    const data = makeData({ leads, deals });
    const adapter = indexeddbAdapter({ name });
    await adapter.erase();
    await adapter.commit(data.setup);
    adapter.close();
    const db = await openPlain(name);
    for (const [kind, records] of recordsOf(data)) {
      const transaction = db.transaction(kind, 'readwrite', { durability: 'relaxed' });
      const store = transaction.objectStore(kind);
      for (const record of records) store.put(toRow(kind, record));
      await done(transaction);
    }
    db.close();
  },
});
