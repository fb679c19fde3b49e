import { searchTerms } from '../../domain/search.js';
import type { Id } from '../../domain/records.js';
import type { Where } from '../../domain/query.js';

/** What the words were found in. */
export interface Found {
  readonly words: string;
  readonly leads: readonly Id[];
  readonly deals: readonly Id[];
  readonly persons: readonly Id[];
  readonly organizations: readonly Id[];
}

/** What activities have to be to be found; nothing where nothing is searched for. */
export function foundWhere(found: Found | null): readonly Where[] {
  if (!found) return [];
  const { words, leads, deals, persons, organizations } = found;
  const of = { leadId: leads, dealId: deals, personId: persons, organizationId: organizations };
  const subject = searchTerms(words).map((value) => ({ field: 'subject', op: 'contains', value }) as const);
  return [
    {
      any: [
        { all: subject },
        ...Object.entries(of).flatMap(([field, value]) =>
          value.length > 0 ? [{ field, op: 'in', value } as const] : [],
        ),
      ],
    },
  ];
}
