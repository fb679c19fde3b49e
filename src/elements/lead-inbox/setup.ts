import type { Condition, Order, Where } from '../../domain/query.js';
import type { ListQuery } from '../../store/api.js';
import { defaultColumns } from './columns.js';

/** Which leads: the ones to work on, those put aside, those that were deleted. */
export type InboxSegment = 'inbox' | 'archived' | 'trash';
export const segments: readonly InboxSegment[] = ['inbox', 'archived', 'trash'];

/** How somebody has set up the inbox; kept for each user under the view's name. */
export interface InboxSetup {
  readonly filter: readonly Condition[];
  readonly order: readonly Order[];
  readonly columns: readonly string[];
}

/** What is most urgent first; among those with nothing planned the newest. */
export const defaultOrder: readonly Order[] = [{ field: 'nextActivity' }];
export const defaultSetup: InboxSetup = { filter: [], order: defaultOrder, columns: defaultColumns };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was kept, as far as it can be understood: a later version of the kit or a host may have written it. */
export function readSetup(state: Readonly<Record<string, unknown>>): InboxSetup {
  const list = (name: string): readonly unknown[] => {
    const value = state[name];
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  };
  const filter = list('filter').filter(
    (one): one is Condition => isRecord(one) && typeof one['field'] === 'string' && typeof one['op'] === 'string',
  );
  const order = list('order').filter(
    (one): one is Order & Record<string, unknown> => isRecord(one) && typeof one['field'] === 'string',
  );
  const columns = list('columns').filter((one): one is string => typeof one === 'string');
  return {
    filter,
    order: order.length > 0 ? order : defaultOrder,
    columns: columns.length > 0 ? columns : defaultColumns,
  };
}

/** A condition as the store understands it: "no label" among the chosen labels becomes "empty, or one of". */
function whereOf(condition: Condition): Where {
  const { field, op, value } = condition;
  if ((op === 'has' || op === 'in') && Array.isArray(value) && value.includes(null)) {
    const rest: readonly unknown[] = value.filter((one) => one !== null);
    const empty: Where = { field, op: 'empty' };
    return rest.length === 0 ? empty : { any: [empty, { field, op, value: rest }] };
  }
  return condition;
}

function isEmptyCondition({ op, value }: Condition): boolean {
  if (op === 'empty' || op === 'filled') return false;
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Only leads that were deleted, not deals. */
const trashed: Where = { field: 'of', op: 'is', value: 'lead' };

/** The query of a segment: what stands in it, narrowed by filter and words. */
export function queryOf(
  segment: InboxSegment,
  { filter, order }: InboxSetup,
  search: string,
): ListQuery<'lead'> | ListQuery<'trash'> {
  if (segment === 'trash') {
    const words = search.trim();
    return {
      kind: 'trash',
      where: words === '' ? trashed : { all: [trashed, { field: 'title', op: 'contains', value: words }] },
      order: [{ field: 'createdAt', descending: true }],
      related: false,
    };
  }
  const where: Where[] = [{ field: 'archivedAt', op: segment === 'inbox' ? 'empty' : 'filled' }];
  for (const condition of filter) if (!isEmptyCondition(condition)) where.push(whereOf(condition));
  return {
    kind: 'lead',
    where: where.length === 1 ? where[0] : { all: where },
    ...(search.trim() === '' ? {} : { search }),
    order,
    // A row shows names that the lead has itself.
    related: false,
  };
}
