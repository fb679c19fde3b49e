/** What deals that become one, and those that come back out of one, are worth by their lines. */
import type { Deal, DealProduct, Id, Lead, Trash } from '../records.js';
import { childrenOf } from '../rule.js';
import type { Env, Found } from '../rule.js';
import { currencyOf, hasLines, summed } from './deal-value.js';

type Sold = Partial<Pick<Deal, 'value' | 'lines' | 'taxing' | 'discounts'>>;

/**
 * The lines of all of them are the survivor's. Currency, tax and discounts are its own; where it has no lines, those of the first
 * one that has. Lines in another currency come along and are not counted.
 */
export function mergedSums(survivor: Deal, others: readonly Deal[], found: Found, env: Env): Sold {
  const all = [survivor, ...others];
  const lines = all.flatMap(({ id }) => childrenOf(found, 'dealProduct', 'dealId', id));
  const first = all.find((deal) => hasLines(deal));
  if (lines.length === 0 || first === undefined) return {};
  const { taxing = null, discounts = null } = first;
  return { ...summed(first, lines, currencyOf(first, env.currency), env.command), taxing, discounts };
}

/** What a deal is worth by those of its lines that stay. */
export function soldBy(deal: Deal, stays: (line: Id) => boolean, found: Found, env: Env): Sold {
  const lines = childrenOf(found, 'dealProduct', 'dealId', deal.id).filter(({ id }) => stays(id));
  return summed(deal, lines, currencyOf(deal, env.currency), env.command);
}

/** A deal that was merged gets its lines back as they are by now: some were changed, or taken off, since. */
export function backSold(trash: Trash, record: Lead | Deal, found: Found, env: Env): Lead | Deal {
  const ids = trash.moved?.dealProducts ?? [];
  if (!('stageId' in record) || ids.length === 0) return record;
  const lines = ids.flatMap((id): readonly DealProduct[] => {
    const line = found.get('dealProduct', id);
    return line === null ? [] : [line];
  });
  return { ...record, ...summed(record, lines, currencyOf(record, env.currency), env.command) };
}
