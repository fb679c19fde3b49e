/**
 * What is told in the changelog of a deal beside the deal itself: its products, who takes part in it, its files, its projects. Each row says
 * whose it is and what it is about, so that it is found by the deal after the record is gone, or belongs to another one.
 */
import type { Change } from './change.js';
import type {
  AnyRecord,
  AttachedFile,
  ChangelogRow,
  DealProduct,
  Id,
  Kind,
  Participant,
  Project,
  RecordOf,
} from './records.js';

/** A kind more is a row more. */
interface Told<K extends Kind> {
  dealsOf(record: RecordOf[K]): readonly Id[];
  /** By what it is known: a name, or the id of a person, so that no person's name is kept in a history. */
  aboutOf(record: RecordOf[K]): string;
  /** What is kept of one that is made or taken off: all that it says, so that it can be put back. @param made nothing could be given back of that */
  said(record: RecordOf[K], made: boolean): unknown;
}
type ToldKinds = { readonly [K in 'dealProduct' | 'participant' | 'file' | 'project']: Told<K> };

const kinds: ToldKinds = {
  dealProduct: {
    dealsOf: ({ dealId }) => [dealId],
    aboutOf: ({ name }) => name,
    said: ({ id: _id, rev: _rev, createdAt: _made, updatedAt: _at, dealId: _deal, rank: _rank, ...line }) => line,
  },
  participant: {
    dealsOf: ({ dealId }) => [dealId],
    aboutOf: ({ personId }) => personId,
    said: ({ role }) => ({ role }),
  },
  file: {
    dealsOf: ({ dealId }) => (dealId === null ? [] : [dealId]),
    aboutOf: ({ name }) => name,
    // Where it lies: what it held is there for as long as a deleted file can be given back.
    said: ({ name, description, size, type, ref }) => ({ name, description, size, type, ref }),
  },
  project: {
    dealsOf: ({ dealIds }) => dealIds,
    aboutOf: ({ title }) => title,
    // A long one: when it is made, its rows tell what becomes of it.
    said: ({ id: _id, rev: _rev, createdAt: _made, updatedAt: _at, ...project }, made) => (made ? null : project),
  },
};
export type ToldKind = keyof ToldKinds;
export const toldKinds = Object.keys(kinds) as readonly ToldKind[];

/** What is kept of a line that was made or taken off, of a participant, of a file, and of a project that was deleted. */
export type SaidLine = Omit<DealProduct, 'id' | 'rev' | 'createdAt' | 'updatedAt' | 'dealId' | 'rank'>;
export type SaidParticipant = Pick<Participant, 'role'>;
export type SaidFile = Pick<AttachedFile, 'name' | 'description' | 'size' | 'type' | 'ref'>;
export type SaidProject = Omit<Project, 'id' | 'rev' | 'createdAt' | 'updatedAt'>;

export function isTold(kind: Kind): kind is ToldKind {
  return Object.hasOwn(kinds, kind);
}

/** What a row says beside what was changed. */
export type Holder = Pick<ChangelogRow, 'dealIds' | 'about'>;
const nobody: Holder = { dealIds: [], about: '' };

/** The deals that a record hangs on or did, and what it is called. */
export function holderOf(kind: Kind, before: AnyRecord | null, after: AnyRecord | null): Holder {
  const record = after ?? before;
  if (!isTold(kind) || record === null) return nobody;
  const told = kinds[kind] as Told<Kind>;
  const dealIds = [before, after].flatMap((one) => (one === null ? [] : told.dealsOf(one)));
  return { dealIds: [...new Set(dealIds)], about: told.aboutOf(record) };
}

/** All that one says that is made or taken off; null = it is not kept. */
export function saidOf(kind: Kind, record: AnyRecord | null, made: boolean): unknown {
  return isTold(kind) && record !== null ? (kinds[kind] as Told<Kind>).said(record, made) : null;
}

type Measured = Pick<DealProduct, 'currency' | 'discountType'>;

/** What the amounts of a line are in, before and after: a currency, or `%`; null = it is no amount. */
export function unitsOf(
  kind: Kind,
  field: string,
  before: AnyRecord | null,
  after: AnyRecord | null,
): ChangelogRow['units'] {
  if (kind !== 'dealProduct' || (field !== 'price' && field !== 'discount') || !before || !after) return null;
  const [was, is] = [before, after].map((one) => {
    const { currency, discountType } = one as unknown as Measured;
    return field === 'discount' && discountType === 'percentage' ? '%' : currency;
  });
  return [was!, is!];
}

/** One change as it was stored, with the record before and after it. */
export interface Stored {
  readonly change: Change;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

/**
 * Whose row each change is. What comes or goes together with its deal is told by the row of the deal; a project stays where a deal
 * goes, and comes with none. A file that becomes a deal's together with the lead it was on is told by the row of the deal, too.
 */
export function holders(stored: readonly Stored[]): (one: Stored) => Holder {
  const whole = new Set(
    stored.flatMap(({ change: { kind, op, id } }) => (kind === 'deal' && op !== 'patch' ? [id] : [])),
  );
  return ({ change: { kind, op }, before, after }) => {
    const holder = holderOf(kind, before, after);
    if ((op === 'patch' && kind !== 'file') || kind === 'project' || !holder.dealIds.some((id) => whole.has(id)))
      return holder;
    return { ...holder, dealIds: holder.dealIds.filter((id) => !whole.has(id)) };
  };
}
