import type { Filter } from '../../domain/filter.js';
import type { Order } from '../../domain/query.js';
import type { ListQuery } from '../../store/api.js';
import { defaultColumns } from './columns.js';

/** Which leads: the ones to work on, those put aside, those that were deleted. */
export type InboxSegment = 'inbox' | 'archived' | 'trash';
export const segments: readonly InboxSegment[] = ['inbox', 'archived', 'trash'];

/** How somebody has set up the inbox; kept for each user under the view's name. */
export interface InboxSetup {
  readonly filter: Filter;
  readonly order: readonly Order[];
  readonly columns: readonly string[];
  /** CSS pixels of columns that are wider or narrower than usual. */
  readonly widths: Readonly<Record<string, number>>;
}

/** What is most urgent first; among those with nothing planned the newest. */
export const defaultOrder: readonly Order[] = [{ field: 'nextActivity' }];
export const defaultSetup: InboxSetup = { filter: [], order: defaultOrder, columns: defaultColumns, widths: {} };

/** The query of a segment that nothing narrows; all others, and that of the trash, are in own-setup.ts. */
export function segmentOf(segment: InboxSegment, order: readonly Order[]): ListQuery<'lead'> {
  return {
    kind: 'lead',
    where: { field: 'archivedAt', op: segment === 'inbox' ? 'empty' : 'filled' },
    order: order[0]?.field ? order : defaultOrder,
    // A row shows names that the lead has itself.
    related: false,
  };
}
