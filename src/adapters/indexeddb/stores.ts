/** The object stores and their indexes: one store a kind, and two of the adapter's own. */
import { kinds, type AnyRecord, type Kind } from '../../domain/records.js';

/** Version of the layout. Stores and indexes are only ever added, so that an older page can go on with a newer database. */
export const version = 1;
/** Kept beside the records: the revision counter, and who may write. */
export const META = 'meta';
/** Idempotency keys. */
export const KEYS = 'commitKeys';
export type StoreName = Kind | typeof META | typeof KEYS;

/** What rows carry beside the record, for indexes only; taken off on read. */
export interface RowColumns {
  /** 1 = archived. A number, because neither null nor a boolean is a key. */
  readonly archived: 0 | 1;
  /** When the next activity is due, as a text that sorts like `compareDue`: '' = none, `~` = planned without a day. */
  readonly due: string;
  /** Newest first: milliseconds since 1970, negated. */
  readonly newest: number;
}
/**
 * In place of a conversion's lead and deal, both as one JSON text. They are read only when it is taken back, and to clone a
 * text costs a fraction of what two records with thirty fields each do.
 */
export type Kept = string;
export type Row<R extends AnyRecord = AnyRecord> = R & { readonly _?: RowColumns | Kept };

type Indexes = Readonly<Record<string, string | readonly string[]>>;

const linked: Indexes = { personId: 'personId', organizationId: 'organizationId' };
const attached: Indexes = { ...linked, leadId: 'leadId', dealId: 'dealId' };

/** Each one is paid for with every write: there is one for what must be found within a commit, and for what a view begins with. */
export const indexes: { readonly [K in Kind]?: Indexes } = {
  lead: { ...linked, next: ['_.archived', '_.due', '_.newest'] },
  deal: { ...linked, next: ['stageId', 'status', '_.due', '_.newest'], rank: ['stageId', 'status', 'rank'] },
  activity: attached,
  note: attached,
  person: { organizationId: 'organizationId' },
  conversion: { dealId: 'dealId', expiresAt: 'expiresAt' },
  trash: { expiresAt: 'expiresAt' },
  import: { expiresAt: 'expiresAt' },
  importChunk: { importId: 'importId' },
  changelog: { recordId: 'recordId', recordIds: 'recordIds' },
};

/** Fields whose equal values an index can find. */
export function isIndexed(kind: Kind, field: string): boolean {
  return indexes[kind]?.[field] === field;
}

/** Does the database have every store and index that this version reads from? */
export function isComplete(db: IDBDatabase): boolean {
  return [...kinds, META, KEYS].every((name) => db.objectStoreNames.contains(name));
}
