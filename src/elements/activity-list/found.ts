import { searchTerms } from '../../domain/search.js';
import type { Id } from '../../domain/records.js';
import type { Where } from '../../domain/query.js';

/** Leads and deals that the words were found in. */
export interface Found {
  readonly words: string;
  readonly leads: readonly Id[];
  readonly deals: readonly Id[];
}

/** What activities have to be to be found; nothing where nothing is searched for. */
export function foundWhere(found: Found | null): readonly Where[] {
  if (!found) return [];
  const { words, leads, deals } = found;
  const subject = searchTerms(words).map((value) => ({ field: 'subject', op: 'contains', value }) as const);
  return [
    {
      any: [
        { all: subject },
        ...(leads.length > 0 ? [{ field: 'leadId', op: 'in', value: leads } as const] : []),
        ...(deals.length > 0 ? [{ field: 'dealId', op: 'in', value: deals } as const] : []),
      ],
    },
  ];
}
