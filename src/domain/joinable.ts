import { comparer } from './compare.js';
import type { Deal, Lead } from './records.js';
import { listedIn } from './rule.js';
import type { Found, Need } from './rule.js';

/** Deals of the same persons and organizations; closed ones too, so that one can be told from one that is gone. */
export function dealNeeds(leads: readonly Lead[]): readonly Need[] {
  const any = [
    ...listedIn(
      'deal',
      'personId',
      leads.map((lead) => lead.personId),
    ),
    ...listedIn(
      'deal',
      'organizationId',
      leads.map((lead) => lead.organizationId),
    ),
  ].flatMap((need) => (need.where === undefined ? [] : [need.where]));
  return any.length === 0 ? [] : [{ kind: 'deal', where: { any } }];
}

/** The deals a lead could join, the one last touched first. */
export function joinableDeals(found: Found): (lead: Lead) => readonly Deal[] {
  const byOwner = new Map<string, Deal[]>();
  const newest = comparer([{ field: 'touchedAt', descending: true }], 'deal', '');
  for (const deal of [...found.all('deal')].sort(newest)) {
    if (deal.status !== 'open' || deal.archivedAt !== null) continue;
    for (const id of [deal.personId, deal.organizationId]) {
      if (id !== null) byOwner.set(id, [...(byOwner.get(id) ?? []), deal]);
    }
  }
  return (lead) => {
    const deals = [lead.personId, lead.organizationId].flatMap((id) => (id === null ? [] : (byOwner.get(id) ?? [])));
    return [...new Set(deals)];
  };
}
