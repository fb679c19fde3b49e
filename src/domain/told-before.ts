/**
 * What rows of the changelog that an earlier version wrote do not say: in which deals they are told. It is reckoned from what is
 * still there, and from the rows themselves: who moved to another deal says from which one, and a product comes or goes together
 * with the `lines` of its deal. Nothing tells where a participant was, or a project without any deal left, that is gone.
 */
import { eachOf } from './hanging.js';
import type { AnyRecord, ChangelogRow, Id, Kind, Trash } from './records.js';
import { holderOf, isTold, type Holder, type ToldKind } from './told-to.js';

/** A row as it may have been written before; what a pack leaves out is missing. */
export type EarlierRow = Pick<ChangelogRow, 'of' | 'recordId' | 'op'> & Partial<ChangelogRow>;

const called: Readonly<Record<ToldKind, string>> = {
  ...{ dealProduct: 'name', participant: 'personId', file: 'name', project: 'title' },
};

export class Before {
  readonly #holders = new Map<Id, { readonly dealIds: Set<Id>; about: string }>();

  /** A record that is there, or in the trash together with its deal. */
  learn(kind: Kind, record: AnyRecord): void {
    if (kind === 'trash') for (const [of, child] of eachOf(record as Trash)) this.learn(of, child);
    if (!isTold(kind)) return;
    const { dealIds, about } = holderOf(kind, null, record);
    const holder = this.#of(record.id);
    for (const id of dealIds) holder.dealIds.add(id);
    holder.about = about;
  }

  /** Rows that one commit wrote. */
  read(rows: readonly EarlierRow[]): void {
    const deals = rows.flatMap(({ of, field, recordId }) => (of === 'deal' && field === 'lines' ? [recordId] : []));
    for (const { of, recordId, op, field, before, after } of rows) {
      if (!isTold(of)) continue;
      const named = op === 'patch' && field === called[of];
      if (named) this.#of(recordId).about ||= textOf(after) || textOf(before);
      if (op === 'patch' && (field === 'dealId' || field === 'dealIds'))
        for (const id of [before, after].flat()) if (textOf(id)) this.#of(recordId).dealIds.add(id as Id);
      if (of === 'dealProduct' && deals.length === 1) this.#of(recordId).dealIds.add(deals[0]!);
    }
  }

  /** What the row should say; null = it says so itself, or nobody knows. */
  of({ of, recordId, dealIds }: EarlierRow): Holder | null {
    const holder = isTold(of) && dealIds === undefined ? this.#holders.get(recordId) : undefined;
    return holder && holder.dealIds.size > 0 ? { dealIds: [...holder.dealIds], about: holder.about } : null;
  }

  #of(id: Id): { readonly dealIds: Set<Id>; about: string } {
    let holder = this.#holders.get(id);
    if (holder === undefined) this.#holders.set(id, (holder = { dealIds: new Set(), about: '' }));
    return holder;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
