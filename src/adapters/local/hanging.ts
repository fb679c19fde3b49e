/**
 * Nothing hangs on a lead or deal that is not there: what a foreign key does on a server. Whoever merges, converts or deletes one
 * takes along what hung on it when they looked; a note that was written since would stay behind, where nobody finds it.
 */
import type { Change } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import { childrenOfKind, isChild, linkOf, type Holder } from '../../domain/children.js';
import type { AnyRecord, Id } from '../../domain/records.js';
import type { Asking, Listed } from './asking.js';
import type { Draft, Touched } from './draft.js';

/** What a child may hang on, whichever it is. */
type Hanging = { readonly [F in (typeof linkOf)[Holder]]?: Id | null };

/**
 * Looks what hangs on the leads and deals that the commit deletes.
 * @throws CrmError `conflict`, reason `children`
 */
export function* refuseHanging(draft: Draft, changes: readonly Change[]): Asking<void> {
  const gone = changes.flatMap(({ op, kind, id }): readonly (readonly [Holder, Id])[] =>
    op === 'delete' && (kind === 'lead' || kind === 'deal') && draft.get(kind, id) === null ? [[kind, id]] : [],
  );
  if (gone.length === 0) return;
  const lists: Listed[] = [];
  const named = new Set(gone.map(([whose, id]) => `${linkOf[whose]} ${id}`));
  const holders = (['lead', 'deal'] as const).filter((holder) => gone.some(([whose]) => whose === holder));
  // All that hangs on leads hangs on deals as well.
  for (const { kind } of childrenOfKind(holders.at(-1)!)) {
    const beside = new Set(draft.written(kind).keys());
    for (const [whose, value] of gone)
      if (childrenOfKind(whose).some((row) => row.kind === kind))
        lists.push({ kind, by: linkOf[whose], value, beside });
    for (const record of draft.written(kind).values()) {
      const { leadId = null, dealId = null } = (record ?? {}) as Hanging;
      if (leadId !== null && named.has(`leadId ${leadId}`)) throw hangs('lead', leadId, record);
      if (dealId !== null && named.has(`dealId ${dealId}`)) throw hangs('deal', dealId, record);
    }
  }
  const answers = yield lists;
  lists.forEach(({ by, value, beside }, i) => {
    const left = answers[i]?.find(({ id }) => !beside!.has(id));
    if (left !== undefined) throw hangs(by === 'leadId' ? 'lead' : 'deal', value, left);
  });
}

function hangs(whose: Holder, id: Id, current: AnyRecord | null): CrmError {
  return new CrmError('conflict', `Something still hangs on the ${whose} "${id}".`, { current, reason: 'children' });
}

/**
 * What the commit hangs on a lead or deal needs one that is there. Asked for when those have been read for their derived fields.
 * @throws CrmError `conflict`, reason `holder-gone`
 */
export function refuseUnheld(draft: Draft, touched: readonly Touched[]): void {
  for (const { change, before, after } of touched) {
    if (!isChild(change.kind)) continue;
    for (const whose of ['lead', 'deal'] as const) {
      const link = linkOf[whose];
      const id = (after as Hanging | null)?.[link] ?? null;
      if (id === null || id === (before as Hanging | null)?.[link] || draft.get(whose, id) !== null) continue;
      throw new CrmError('conflict', `There is no ${whose} "${id}" (any more).`, {
        current: null,
        reason: 'holder-gone',
      });
    }
  }
}
