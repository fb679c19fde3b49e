/** What commands about the lines of one deal have in common. */
import { patchOf } from '../change.js';
import type { Change } from '../change.js';
import { CommandDraft } from '../drafts.js';
import type { Draft } from '../plan.js';
import { compareIds } from '../compare.js';
import type { Deal, DealProduct, Id } from '../records.js';
import { byIds, childrenOf, listedIn } from '../rule.js';
import type { Env, Found, Need } from '../rule.js';
import { currencyOf, summed } from './deal-value.js';

export function dealNeeds(dealId: Id | undefined): readonly Need[] {
  return [...byIds('deal', [dealId]), ...listedIn('dealProduct', 'dealId', [dealId])];
}

/** In their order. */
export function linesOf(found: Found, dealId: Id): readonly DealProduct[] {
  return inOrder(childrenOf(found, 'dealProduct', 'dealId', dealId));
}

export function inOrder<L extends Pick<DealProduct, 'rank' | 'id'>>(lines: readonly L[]): readonly L[] {
  return [...lines].sort((a, b) => compareIds(a.rank, b.rank) || compareIds(a.id, b.id));
}

/**
 * Of a deal's lines, all of them one draft: whatever else of the deal is another by now, it rests on the lines alone, which are
 * looked at again before it is stored.
 */
export class LinesDraft extends CommandDraft<'deal'> {
  renew(found: Found): void {
    (this as { record: Deal | null }).record = found.get('deal', this.id);
  }
}

export function linesDraft(
  dealId: Id,
  found: Found,
  fields: Record<string, unknown>,
  ids: Readonly<Record<string, Id>> = {},
): Draft {
  return new LinesDraft('deal', dealId, found.get('deal', dealId), fields, { ids });
}

/** The deal's part of a commit: how many lines it has by then, and what they come to. */
export function dealPatch(
  deal: Deal,
  lines: readonly DealProduct[],
  env: Env,
  more: { readonly currency?: string } & Partial<Pick<Deal, 'discounts' | 'taxing'>> = {},
): readonly Change[] {
  const { currency = currencyOf(deal, env.currency), ...fields } = more;
  const patch = patchOf('deal', deal, { ...fields, ...summed({ ...deal, ...fields }, lines, currency, env.command) });
  return patch === null ? [] : [patch];
}
