import type { Deal, Id } from '../../domain/records.js';

const dayLength = 86_400_000;

/**
 * Whole days a deal has spent in each stage it has been in, all visits together; the present one counts until now, or
 * until the deal was closed.
 * @param now milliseconds since 1970
 */
export function daysInStages(deal: Pick<Deal, 'stageHistory' | 'closedAt'>, now: number): ReadonlyMap<Id, number> {
  const spent = new Map<Id, number>();
  const end = deal.closedAt === null ? now : Date.parse(deal.closedAt);
  deal.stageHistory.forEach(({ stageId, at }, index) => {
    const next = deal.stageHistory[index + 1];
    const until = next ? Date.parse(next.at) : end;
    // A clock that was set back must not take days away.
    spent.set(stageId, (spent.get(stageId) ?? 0) + Math.max(0, until - Date.parse(at)));
  });
  return new Map([...spent].map(([id, ms]) => [id, Math.floor(ms / dayLength)]));
}
