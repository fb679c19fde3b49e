import type { Order, Where } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';
import { searchDigits, searchTerms } from '../../domain/search.js';
import type { ListQuery } from '../../store/api.js';
import type { ContactListSetup, ContactSegment } from './first-setup.js';

export type ContactKind = 'person' | 'organization';
export type ContactQuery = ListQuery<'person'> | ListQuery<'organization'>;

export const kindIn = (segment: ContactSegment): ContactKind => (segment === 'persons' ? 'person' : 'organization');

/** Words that were looked for, and for each of them the organizations whose name has it. */
export interface Found {
  readonly words: string;
  readonly organizations: readonly (readonly Id[])[];
}

const byName: readonly Order[] = [{ field: 'name' }];

/** What a segment is sorted by. */
export function orderIn({ segment, orders }: Pick<ContactListSetup, 'segment' | 'orders'>): readonly Order[] {
  return orders[segment] ?? byName;
}

/** Digits are looked for as numbers are, whatever stands between them: that is how the storage searches. */
export const asNumber = (words: string): boolean => searchDigits(words) !== null;

/**
 * The persons or organizations that a set-up asks for. Every word has to be found, in whichever field.
 * @param ranks the ids of organizations in the order of their names
 */
export function queryOf(
  segment: ContactSegment,
  order: readonly Order[],
  found: Found | null,
  ranks: readonly Id[] | undefined,
): ContactQuery {
  const kind = kindIn(segment);
  const words = found?.words ?? '';
  const ranked = order.map((one) => (one.field === 'organizationId' && ranks ? { ...one, ranks } : one));
  if (words === '') return { kind, order: ranked };
  if (asNumber(words)) return { kind, order: ranked, search: words };
  const fields = kind === 'person' ? ['name', 'jobTitle', 'emails', 'phones'] : ['name', 'address', 'website'];
  const all = searchTerms(words).map((value, at): Where => {
    const ids = kind === 'person' ? (found?.organizations[at] ?? []) : [];
    return {
      any: [
        ...fields.map((field) => ({ field, op: 'contains', value }) as const),
        ...(ids.length > 0 ? [{ field: 'organizationId', op: 'in', value: ids } as const] : []),
      ],
    };
  });
  return { kind, order: ranked, where: { all } };
}
