/**
 * A record that is made in the commit that takes away its like (a lead becomes a deal) has the same person and organization:
 * what is derived from them stands in the other one, and need not be read.
 */
import { retitled } from '../../domain/derive.js';
import type { Deal, Derived, Lead } from '../../domain/records.js';
import type { Touched } from './draft.js';

export type Named = Pick<Derived, 'personName' | 'organizationName' | 'searchText'>;

const linksOf = ({ personId, organizationId }: Lead | Deal): string => `${personId ?? ''}\n${organizationId ?? ''}`;

/** Finds for a record what its like, as it was stored before the commit, knows; null = there is none. */
export function twinsOf(touched: readonly Touched[]): (record: Lead | Deal) => Named | null {
  const known = new Map<string, Lead | Deal>();
  for (const { change, before } of touched) {
    // Names that change in the same commit are in none of them yet.
    if (change.kind === 'person' || change.kind === 'organization') return () => null;
    if ((change.kind === 'lead' || change.kind === 'deal') && before !== null)
      known.set(linksOf(before as Lead | Deal), before as Lead | Deal);
  }
  return (record) => {
    const twin = known.get(linksOf(record));
    if (twin === undefined) return null;
    const { personName, organizationName } = twin;
    const searchText = retitled(twin.searchText, twin.title, record.title);
    return searchText === null ? null : { personName, organizationName, searchText };
  };
}
