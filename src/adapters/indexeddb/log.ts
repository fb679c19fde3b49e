/**
 * The changelog as it lies in the database: the rows of one commit packed, up to `packSize` in a row. Written with every
 * commit and read once in a while, it would else double what an import of 10,000 leads has to write.
 */
import type { AnyRecord, ChangelogRow, Id } from '../../domain/records.js';
import { normalise } from '../local/schema.js';
import type { Row } from './stores.js';

const packSize = 200;

type Told = Pick<ChangelogRow, 'id' | 'of' | 'recordId' | 'op' | 'field' | 'before' | 'after'>;

/** What all rows of a commit share, once, and the rows. Found by the ids of the records it tells of, and by its first row's id. */
export interface Pack {
  readonly id: Id;
  readonly recordIds: readonly Id[];
  readonly shared: Omit<ChangelogRow, keyof Told>;
  readonly rows: readonly Told[];
}

export function* packsOf(log: readonly ChangelogRow[]): Iterable<Pack> {
  for (let start = 0; start < log.length; start += packSize) {
    const part = log.slice(start, start + packSize);
    const {
      id,
      of: _of,
      recordId: _recordId,
      op: _op,
      field: _field,
      before: _before,
      after: _after,
      ...shared
    } = part[0]!;
    yield {
      id,
      shared,
      recordIds: [...new Set(part.map((row) => row.recordId))],
      rows: part.map(({ id, of, recordId, op, field, before, after }) => ({
        id,
        of,
        recordId,
        op,
        field,
        before,
        after,
      })),
    };
  }
}

/** The rows of a pack; a row that lies by itself (it came from a backup) is one already. */
export function unpacked(stored: Row | Pack): AnyRecord[] {
  if (!('rows' in stored && Array.isArray(stored.rows))) return [normalise('changelog', stored as ChangelogRow)];
  const { shared, rows } = stored as Pack;
  return rows.map((row) => normalise('changelog', { ...shared, ...row }));
}
