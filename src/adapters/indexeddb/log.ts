/**
 * The changelog as it lies in the database: the rows of one commit packed, up to `packSize` in a row. Written with every
 * commit and read once in a while, it would else double what an import of 10,000 leads has to write. The last pack of a commit
 * lies in the row that counts the commit (`revision.ts`), others in the store of their kind.
 */
import type { AnyRecord, ChangelogRow, Id, Instant } from '../../domain/records.js';
import { rowId } from '../../domain/row-id.js';
import type { Holder } from '../../domain/told-to.js';
import { normalise } from '../local/schema.js';
import type { Row } from './stores.js';

const packSize = 200;

type Told = Pick<ChangelogRow, 'of' | 'recordId' | 'dealIds' | 'about' | 'op' | 'field' | 'before' | 'after' | 'units'>;
/** A row as it lies in a pack: what is empty is left out, for most rows only say that a record was made. */
type Packed = Pick<Told, 'of' | 'recordId' | 'op'> & Partial<Told>;

/** What all rows of a commit share, once, and the rows. Found by what the ids of its records, and of the deals they hang on, begin with, and by its first row's id. */
export interface Pack extends Entries {
  readonly id: Id;
  readonly shared: Omit<ChangelogRow, keyof Told | 'id'>;
  /** The place of the first row among all of the commit. */
  readonly first: number;
  readonly rows: readonly Packed[];
}

/** By what the index finds a pack, or a row that lies by itself. */
interface Entries {
  /** What ids begin with, and when it was done: the index has what tells of a record in the order of time. Without doubles: records that were made together share theirs. */
  readonly recordIds: readonly string[];
}

/**
 * What an id begins with. The kit's own begin with the time they were made at, here to a quarter of a second: a bulk command
 * mostly works on records that were made together, and an entry for each of them would cost more than the pack does. Of
 * others, that may be counted, all but the last two letters.
 */
const beginningOf = (id: Id): string => (id.length === 36 ? id.slice(0, 11) : id.slice(0, -2));

/** Whose entries those that tell of a record stand under: several records may share one. */
export const entryOf = beginningOf;
/** The entries under one beginning, in the order of time. @param upTo the last instant; left out: all of them */
export const entriesOf = (beginning: string, upTo = '\uffff'): IDBKeyRange =>
  IDBKeyRange.bound(`${beginning} `, `${beginning} ${upTo}`);
/** When what has this entry was done. */
export const instantOf = (beginning: string, entry: string): string => entry.slice(beginning.length + 1);

/** What a row is found by: the record, and the deals in whose changelog it is told. */
const idsOf = ({ recordId, dealIds = [] }: Packed): readonly Id[] => [recordId, ...dealIds];
const foundBy = (rows: readonly Packed[], at: Instant): readonly string[] =>
  [...new Set(rows.flatMap(idsOf).map(beginningOf))].map((beginning) => `${beginning} ${at}`);

export function* packsOf(log: readonly ChangelogRow[]): Iterable<Pack> {
  for (let first = 0; first < log.length; first += packSize) {
    const part = log.slice(first, first + packSize);
    const {
      id,
      of: _of,
      recordId: _recordId,
      dealIds: _dealIds,
      about: _about,
      op: _op,
      field: _field,
      before: _before,
      after: _after,
      units: _units,
      ...shared
    } = part[0]!;
    yield {
      id,
      shared,
      first,
      recordIds: foundBy(part, shared.at),
      rows: part.map(packed),
    };
  }
}

function packed({ of, recordId, dealIds, about, op, field, before, after, units }: ChangelogRow): Packed {
  return {
    of,
    recordId,
    ...(dealIds.length > 0 && { dealIds }),
    ...(about !== '' && { about }),
    op,
    ...(op === 'patch' || field !== '' || before !== null || after !== null ? { field, before, after } : {}),
    ...(units !== null && { units }),
  };
}

export const isPack = (stored: object): stored is Pack => 'rows' in stored && Array.isArray(stored.rows);

/** A commit that tells of nothing has a row, too (`revision.ts`): only a number. */
export const isLog = (row: { readonly id?: Id }): boolean => row.id !== undefined;

/** A row that lies by itself, since it came from a backup, with what it is found by. */
export const alone = (row: ChangelogRow): ChangelogRow & Entries => ({ ...row, recordIds: foundBy([row], row.at) });

/** As one of this version is found, whatever it was found by before. */
export function stamped(stored: Row | Pack): Row | Pack {
  if (!isPack(stored)) return alone(stored as ChangelogRow);
  return { ...stored, recordIds: foundBy(stored.rows, stored.shared.at) };
}

/** Is it found as those of this version are? */
export const isStamped = (stored: Row | Pack): boolean =>
  isPack(stored) ? stored.recordIds.every((entry) => entry.endsWith(` ${stored.shared.at}`)) : 'recordIds' in stored;

/** The record of a row that lies by itself. */
export function aloneRow({ recordIds: _entries, ...row }: ChangelogRow & Partial<Entries>): ChangelogRow {
  return normalise('changelog', row);
}

/** As most rows are. */
const usual = { dealIds: [], about: '', field: '', before: null, after: null, units: null } as const;

/**
 * The rows of a pack; a row that lies by itself (it came from a backup) is one already.
 * @param of only those that tell of these records, or of what hangs on them
 */
export function unpacked(stored: Row | Pack, of?: ReadonlySet<Id>): AnyRecord[] {
  if (!isPack(stored)) return [aloneRow(stored as ChangelogRow)];
  const { shared, first, rows } = stored;
  return rows.flatMap((row, i) =>
    of === undefined || idsOf(row).some((id) => of.has(id))
      ? [
          normalise('changelog', {
            ...usual,
            ...shared,
            ...row,
            id: rowId(shared, row.recordId, first + i),
          }),
        ]
      : [],
  );
}

/**
 * What lies in the place of a pack of rows when some of its rows go or become others. Rows keep their places, and with
 * them their ids: what stays on either side of a gap is a pack of its own.
 * @param fate null = the row goes
 * @returns null = all stays as it is
 */
export function repacked(stored: Pack, fate: (row: ChangelogRow) => ChangelogRow | null): Pack[] | null {
  const rows = unpacked(stored) as ChangelogRow[];
  const fates = rows.map(fate);
  if (fates.every((row, i) => row === rows[i])) return null;
  const packs: Pack[] = [];
  for (let from = 0; from < fates.length;) {
    const run: ChangelogRow[] = [];
    const place = stored.first + from;
    for (let row = fates[from]; row; row = fates[++from]) run.push(row);
    for (const pack of packsOf(run)) packs.push({ ...pack, first: place + pack.first });
    from++;
  }
  return packs;
}

/** The pack of an earlier version with the deals in which its rows are told; null = there is nothing to add. */
export function withDeals(stored: Pack, holderOf: (row: Packed) => Holder | null): Pack | null {
  let added = false;
  const rows = stored.rows.map((row) => {
    const holder = holderOf(row);
    added ||= holder !== null;
    return holder === null ? row : { ...row, ...holder };
  });
  return added ? { ...stored, rows, recordIds: foundBy(rows, stored.shared.at) } : null;
}
