import type { Condition, Order, Where } from '../../domain/query.js';
import type { Lead, Trash } from '../../domain/records.js';
import type { ListQuery } from '../../store/api.js';
import { defaultColumns } from './columns.js';
import { defaultOrder, segmentOf } from './setup.js';
import type { InboxSegment, InboxSetup } from './setup.js';

/* What only those see who narrow the list or have set it up themselves, and what the trash asks for. */

export { OwnColumns } from './more-columns.js';
export { orderName, otherChips } from './own-toolbar.js';

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
  const all = segmentOf(segment, order);
  const where = filter.filter((condition) => !isEmptyCondition(condition)).map(whereOf);
  return {
    ...all,
    ...(where.length > 0 && all.where && { where: { all: [all.where, ...where] } }),
    ...(search.trim() !== '' && { search }),
  };
}

/** A lead in the trash, with when it was deleted and until when it is kept. */
export interface TrashedLead extends Lead {
  readonly deletedAt: string;
  readonly expiresAt: string;
}
const kept = new WeakMap<Trash, TrashedLead>();

/** The lead of a row; of one in the trash as it was, the same object each time. */
export function leadOf(record: Lead | Trash | undefined): Lead | undefined {
  if (record === undefined || !('record' in record)) return record;
  let lead = kept.get(record);
  if (!lead) {
    const { createdAt: deletedAt, expiresAt } = record;
    kept.set(record, (lead = { ...(record.record as Lead), deletedAt, expiresAt }));
  }
  return lead;
}
