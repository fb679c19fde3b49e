/** What hangs on one lead or deal, as rules take it along, keep it and give it back (`children.ts` says which kinds). */
import type { Change } from './change.js';
import { children, childrenOfKind, dealsOwn, leadChildren, linkOf } from './children.js';
import type { ChildKind, ChildList, Holder } from './children.js';
import type { MergeMoves } from './plan.js';
import type { AnyRecord, Id, KeptChildren, RecordOf, Trash } from './records.js';
import { byIds, childrenOf, listedIn } from './rule.js';
import type { Found, Need } from './rule.js';

/** Lists of kinds that were not there from the beginning are left out where they are empty. */
export type Hanging = Pick<Trash, 'notes' | 'activities' | 'files' | keyof KeptChildren>;
/** How many of each there are. */
export type HangingCounts = { readonly notes: number; readonly activities: number; readonly files?: number } & {
  readonly [L in keyof KeptChildren]?: number;
};
/** Which they are. */
export type HangingIds = { readonly [L in ChildList]?: readonly Id[] };

/** What has to be read to know what hangs on them. */
export function hangingNeeds(holder: Holder, ids: readonly (Id | null)[]): readonly Need[] {
  return childrenOfKind(holder).flatMap(({ kind }) => listedIn(kind, linkOf[holder], ids));
}

export function hangingOn(found: Found, holder: Holder, id: Id): Hanging {
  const lists = childrenOfKind(holder).flatMap(({ kind, list, always }) => {
    const records = childrenOf(found, kind, linkOf[holder], id);
    return !always && records.length === 0 ? [] : [[list, records] as const];
  });
  return Object.fromEntries(lists) as unknown as Hanging;
}

export function hangingCounts(found: Found, holder: Holder, id: Id): HangingCounts {
  const lists = Object.entries(hangingOn(found, holder, id)) as [string, readonly unknown[]][];
  return Object.fromEntries(lists.map(([list, { length }]) => [list, length])) as unknown as HangingCounts;
}

/** All of them together. */
export function sumOfCounts(all: readonly MergeMoves[]): MergeMoves {
  const sum: Record<string, number> = { notes: 0, activities: 0 };
  for (const counts of all)
    for (const [list, n] of Object.entries(counts) as [string, number][]) sum[list] = (sum[list] ?? 0) + n;
  return sum as unknown as MergeMoves;
}

/** What hangs on a deal and on no lead; null = nothing. */
export function keptOf(hanging: Hanging): KeptChildren | null {
  const lists = dealsOwn.flatMap(({ list }) => (hanging[list] === undefined ? [] : [[list, hanging[list]] as const]));
  return lists.length === 0 ? null : Object.fromEntries(lists);
}

/** Each with its kind, in the order of the table. */
export function eachOf(
  hanging: Partial<Hanging> | null | undefined,
): readonly (readonly [kind: ChildKind, record: RecordOf[ChildKind]])[] {
  return children.flatMap(({ kind, list }) => (hanging?.[list] ?? []).map((record) => [kind, record] as const));
}

export function createdAll(hanging: Partial<Hanging> | null | undefined): readonly Change[] {
  return eachOf(hanging).map(([kind, record]) => ({ op: 'create', kind, id: record.id, record }) as Change);
}

export function deletedAll(hanging: Partial<Hanging> | null | undefined): readonly Change[] {
  return eachOf(hanging).map(
    ([kind, record]) => ({ op: 'delete', kind, id: record.id, record, rev: record.rev }) as Change,
  );
}

/** From the lead to the deal, or back: all that both can have; what else it hangs on stays. @param from what it hangs on now */
export function rehang(hanging: Partial<Hanging>, from: Holder, fromId: Id, toId: Id): readonly Change[] {
  const [off, on] = from === 'lead' ? (['leadId', 'dealId'] as const) : (['dealId', 'leadId'] as const);
  return leadChildren.flatMap(({ kind, list }) =>
    (hanging[list] ?? []).map((child) => {
      const fields = { [off]: [fromId, null], [on]: [child[on], toId] };
      return { op: 'patch', kind, id: child.id, fields } as unknown as Change;
    }),
  );
}

/** To another one of the same kind. */
export function handOver(hanging: Hanging, holder: Holder, from: Id, to: Id): readonly Change[] {
  return eachOf(hanging).map(([kind, { id }]) => handed(kind, id, holder, from, to));
}

function handed(kind: ChildKind, id: Id, holder: Holder, from: Id, to: Id): Change {
  return { op: 'patch', kind, id, fields: { [linkOf[holder]]: [from, to] } };
}

export function idsOf(hanging: Hanging, list: ChildList): readonly Id[] {
  return ((hanging[list] ?? []) as readonly AnyRecord[]).map(({ id }) => id);
}

/** What has to be read to bring them back. */
export function idNeeds(ids: HangingIds | undefined): readonly Need[] {
  return children.flatMap(({ kind, list }) => byIds(kind, ids?.[list] ?? []));
}

/** Back to where they hung, from wherever they hang by now; those that are gone stay so. */
export function fetchedBack(ids: HangingIds, holder: Holder, to: Id, found: Found): readonly Change[] {
  return children.flatMap(({ kind, list }) =>
    (ids[list] ?? []).flatMap((id) => {
      const record = found.get(kind, id) as Readonly<Record<string, unknown>> | null;
      const from = (record?.[linkOf[holder]] ?? null) as Id | null;
      return from === null ? [] : [handed(kind, id, holder, from, to)];
    }),
  );
}
