/** The object stores and their indexes: one store a kind, and four of the adapter's own. */
import { kinds, type Kind } from '../../domain/records.js';
import { COMMITS, META } from './bare.js';

export { COMMITS, META, version, type Kept, type Row, type RowColumns } from './bare.js';

/** Idempotency keys. */
export const KEYS = 'commitKeys';
/** What files hold (`blobs.ts`). */
export const BLOBS = 'blobs';
export type StoreName = Kind | typeof META | typeof KEYS | typeof COMMITS | typeof BLOBS;

type Indexes = Readonly<Record<string, string | readonly string[]>>;

const linked: Indexes = { personId: 'personId', organizationId: 'organizationId' };
const attached: Indexes = { ...linked, leadId: 'leadId', dealId: 'dealId' };

/** Each one is paid for with every write: there is one for what must be found within a commit, and for what a view begins with. */
export const indexes: { readonly [K in Kind]?: Indexes } = {
  lead: { ...linked, next: ['_.archived', '_.due', '_.newest'] },
  deal: { ...linked, next: ['stageId', 'status', '_.due', '_.newest'], rank: ['stageId', 'status', 'rank'] },
  activity: { ...attached, leadTold: ['leadId', 'doneAt'], dealTold: ['dealId', 'doneAt'], apart: '_.apart' },
  note: { ...attached, leadTold: ['leadId', 'createdAt'], dealTold: ['dealId', 'createdAt'], apart: '_.apart' },
  file: attached,
  dealProduct: { dealId: 'dealId' },
  participant: { dealId: 'dealId', personId: 'personId' },
  project: { ...linked, dealIds: 'dealIds' },
  person: { organizationId: 'organizationId' },
  // Only receipts of an earlier version have their expiry where the index finds it.
  conversion: { dealId: 'dealId', expiresAt: 'expiresAt' },
  trash: { expiresAt: 'expiresAt' },
  import: { expiresAt: 'expiresAt' },
  importChunk: { importId: 'importId' },
  // What the ids begin with (`log.ts`), those of deals included; whole ids in packs of an earlier version. The others find rows that lie by themselves.
  changelog: { recordId: 'recordId', recordIds: 'recordIds', dealIds: 'dealIds' },
};

/** Fields whose equal values, or whose entries, an index can find. */
export function isIndexed(kind: Kind, field: string): boolean {
  return indexes[kind]?.[field] === field && !isNoted(kind, field);
}

/** A field by which `expiry.ts` finds what is up to a value. */
export function isNoted(kind: Kind, field: string): boolean {
  return kind === 'conversion' && field === 'expiresAt';
}

/** Has a row an entry for each of several? */
export const isMulti = (index: string): boolean => index === 'recordIds' || index === 'apart' || index === 'dealIds';

/** All names of stores. */
export const storeNames: readonly string[] = [...kinds, META, KEYS, COMMITS, BLOBS];

/** Does the database have every store and index that this version reads from? */
export function isComplete(db: IDBDatabase): boolean {
  return storeNames.every((name) => db.objectStoreNames.contains(name));
}
