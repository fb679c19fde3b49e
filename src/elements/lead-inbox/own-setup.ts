import { readFilter } from '../../domain/filter-check.js';
import type { Filter, FilterEnv } from '../../domain/filter.js';
import { filterWheres } from '../../domain/filter-where.js';
import type { Order, Where } from '../../domain/query.js';
import type { Id, Lead, Trash } from '../../domain/records.js';
import type { CrmStore, ListQuery } from '../../store/api.js';
import { defaultColumns } from './columns.js';
import { computedFor, computedOrder } from './formulas.js';
import { defaultOrder, segmentOf } from './setup.js';
import { widthsIn } from '../../shared/table/widths.js';
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
  const { filter } = readFilter(list('filter'));
  const order = list('order').filter(
    (one): one is Order & Record<string, unknown> => isRecord(one) && typeof one['field'] === 'string',
  );
  const columns = list('columns').filter((one): one is string => typeof one === 'string');
  return {
    filter,
    order: order.length > 0 ? order : defaultOrder,
    columns: columns.length > 0 ? columns : defaultColumns,
    widths: isRecord(state['widths']) ? widthsIn(state['widths']) : {},
  };
}

/** By what a filter is read that goes by the day, or by formulas. */
export function dayOf(store: CrmStore | null): FilterEnv {
  return {
    today: store?.today() ?? '',
    zone: store?.settings.timeZone ?? 'UTC',
    stages: [],
    computed: computedFor(store),
  };
}

const read = new WeakMap<Filter, Filter>();

/** The filter without what is none of it; the page is told once. */
export function checked(given: Filter): Filter {
  const known = read.get(given);
  if (known) return known;
  const { filter, problems } = readFilter(given);
  if (problems.length > 0)
    console.warn('crm-elements: <lead-inbox> was given a filter of which some parts cannot be read.', problems);
  if (Array.isArray(given)) read.set(given, filter);
  return filter;
}

/** Only leads that were deleted, not deals. */
const trashed: Where = { field: 'of', op: 'is', value: 'lead' };

/** What a query is made of: the inbox as it is, or as it might be. */
export interface Question {
  readonly segment: InboxSegment;
  readonly setup: Pick<InboxSetup, 'filter' | 'order'>;
  readonly search: string;
  readonly store: CrmStore | null;
}

/** The query of a segment: what stands in it, narrowed by filter and words. */
export function queryOf({ segment, setup, search, store }: Question): ListQuery<'lead'> | ListQuery<'trash'> {
  const { filter, order } = setup;
  if (segment === 'trash') {
    const words = search.trim();
    return {
      kind: 'trash',
      where: words === '' ? trashed : { all: [trashed, { field: 'title', op: 'contains', value: words }] },
      order: [{ field: 'createdAt', descending: true }],
      related: false,
    };
  }
  const all = segmentOf(segment, computedOrder(order, store));
  const where = filterWheres(checked(filter), dayOf(store));
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
  /** It went into this lead; '' = it was deleted. */
  readonly mergedInto: Id;
  readonly mergedTitle: string;
}
const kept = new WeakMap<Trash, TrashedLead>();

/** The lead of a row; of one in the trash as it was, the same object each time. */
export function leadOf(record: Lead | Trash | undefined): Lead | undefined {
  if (record === undefined || !('record' in record)) return record;
  let lead = kept.get(record);
  if (!lead) {
    const { createdAt: deletedAt, expiresAt } = record;
    const [mergedInto, mergedTitle] = [record.mergedInto ?? '', record.mergedTitle ?? ''];
    kept.set(record, (lead = { ...(record.record as Lead), deletedAt, expiresAt, mergedInto, mergedTitle }));
  }
  return lead;
}
