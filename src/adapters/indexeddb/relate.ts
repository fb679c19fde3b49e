import type { Page } from '../../domain/query.js';
import type { AnyRecord, RecordOf } from '../../domain/records.js';
import { relatedIds, relatedOf, type RelatedKind } from '../local/related.js';
import { fromRow } from './row.js';
import type { Row } from './stores.js';
import { results, transact } from './transact.js';

/** The records that the rows name, in one transaction. */
export async function relate(db: IDBDatabase, records: readonly AnyRecord[]): Promise<Page['related']> {
  const ids = relatedIds(records);
  const named = (['person', 'organization', 'user', 'label'] as const).filter((kind) => ids[kind].size > 0);
  if (named.length === 0) return relatedOf({ person: [], organization: [], user: [], label: [] });
  const found = await transact(db, named, 'readonly', 'relaxed', async (transaction) => {
    const wanted = named.flatMap((kind) => [...ids[kind]].map((id) => [kind, id] as const));
    const rows = await results(
      wanted.map(([kind, id]) => transaction.objectStore(kind).get(id) as IDBRequest<Row | undefined>),
    );
    const lists: { [K in RelatedKind]: RecordOf[K][] } = { person: [], organization: [], user: [], label: [] };
    wanted.forEach(([kind], i) => {
      const row = rows[i];
      if (row !== undefined) (lists[kind] as AnyRecord[]).push(fromRow(kind, row));
    });
    return lists;
  });
  return relatedOf(found);
}
