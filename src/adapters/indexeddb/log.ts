/**
 * The changelog as it lies in the database: the rows of one commit packed, up to `packSize` in a row. Written with every
 * commit and read once in a while, it would else double what an import of 10,000 leads has to write.
 */
import type { AnyRecord, ChangelogRow, Id } from '../../domain/records.js';
import { rowId } from '../local/changelog.js';
import { normalise } from '../local/schema.js';
import type { Row } from './stores.js';

const packSize = 200;

type Told = Pick<ChangelogRow, 'of' | 'recordId' | 'op' | 'field' | 'before' | 'after'>;
/** A row as it lies in a pack: what is empty is left out, for most rows only say that a record was made. */
type Packed = Pick<Told, 'of' | 'recordId' | 'op'> & Partial<Told>;

/** What all rows of a commit share, once, and the rows. Found by the ids of the records it tells of, and by its first row's id. */
export interface Pack {
  readonly id: Id;
  readonly recordIds: readonly Id[];
  readonly shared: Omit<ChangelogRow, keyof Told | 'id'>;
  /** The place of the first row among all of the commit. */
  readonly first: number;
  readonly rows: readonly Packed[];
}

export function* packsOf(log: readonly ChangelogRow[]): Iterable<Pack> {
  for (let first = 0; first < log.length; first += packSize) {
    const part = log.slice(first, first + packSize);
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
      first,
      recordIds: [...new Set(part.map((row) => row.recordId))],
      rows: part.map(({ of, recordId, op, field, before, after }) =>
        op === 'patch' ? { of, recordId, op, field, before, after } : { of, recordId, op },
      ),
    };
  }
}

/** The rows of a pack; a row that lies by itself (it came from a backup) is one already. */
export function unpacked(stored: Row | Pack): AnyRecord[] {
  if (!('rows' in stored && Array.isArray(stored.rows))) return [normalise('changelog', stored as ChangelogRow)];
  const { shared, first, rows } = stored as Pack;
  return rows.map((row, i) =>
    normalise('changelog', { ...shared, ...row, id: rowId(shared, row.recordId, first + i) } as ChangelogRow),
  );
}
