/** The object stores and their indexes: one store a kind, and two of the adapter's own. */
import { kinds, type AnyRecord, type Kind } from '../../domain/records.js';

/** Version of the layout. Stores and indexes are only ever added, so that an older page can go on with a newer database. */
export const version = 1;
/** The oldest version that may write into this layout. */
export const oldestWriter = 1;

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

/** Makes what is missing; asks for no version but the one that is there, so it mends a half-made database as well. */
export function upgrade(db: IDBDatabase, transaction: IDBTransaction): void {
  for (const kind of kinds) {
    const store = db.objectStoreNames.contains(kind)
      ? transaction.objectStore(kind)
      : db.createObjectStore(kind, { keyPath: 'id' });
    for (const [name, path] of Object.entries(indexes[kind] ?? {})) {
      if (!store.indexNames.contains(name))
        store.createIndex(name, typeof path === 'string' ? path : [...path], { multiEntry: name === 'recordIds' });
    }
  }
  if (!db.objectStoreNames.contains(META)) db.createObjectStore(META);
  if (!db.objectStoreNames.contains(KEYS)) db.createObjectStore(KEYS).createIndex('at', 'at');
  transaction.objectStore(META).put(oldestWriter, 'oldestWriter');
}

/** Nothing in it is anybody else's: an opening that was broken off left it half-made, or a page opened it without any store. */
export function isOurs(db: IDBDatabase): boolean {
  const names: readonly string[] = [...kinds, META, KEYS];
  return [...db.objectStoreNames].every((name) => names.includes(name));
}

/** Does the database have every store and index that this version reads from? */
export function isComplete(db: IDBDatabase): boolean {
  return [...kinds, META, KEYS].every((name) => db.objectStoreNames.contains(name));
}
