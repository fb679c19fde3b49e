/** From layout 5 to 6: what a view shows apart (pinned notes, activities that are not done) is found by an index of its own. */
import { fromRow, toRow } from './row.js';
import type { Row } from './stores.js';

/** Rows read in one go. */
const sliceSize = 1_000;

/** Writes only those anew that it is about. */
export function setApart(transaction: IDBTransaction): void {
  for (const kind of ['note', 'activity'] as const) {
    const store = transaction.objectStore(kind);
    const from = (after: string | null): void => {
      const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const asked = store.getAll(range, sliceSize) as IDBRequest<Row[]>;
      asked.onsuccess = () => {
        const rows = asked.result;
        for (const row of rows) {
          const own = toRow(kind, fromRow(kind, row));
          if (own._ !== undefined) store.put(own);
        }
        if (rows.length === sliceSize) from(rows.at(-1)!.id);
      };
    };
    from(null);
  }
}
