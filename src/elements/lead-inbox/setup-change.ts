import { conditionOn } from '../../domain/filter-on.js';
import type { Filter, FilterCondition } from '../../domain/filter.js';
import type { Order } from '../../domain/query.js';
import { keepSoon, tellView } from '../../shared/setup-keeping.js';
import type { ListQuery } from '../../store/api.js';
import type { Column } from './columns.js';
import type { InboxModel } from './model.js';
import { queryOf } from './own-setup.js';
import { defaultOrder } from './setup.js';
import type { InboxSegment, InboxSetup } from './setup.js';

/** The whole segment, nothing narrowed: for its count. */
export function segmentQuery(segment: InboxSegment): ListQuery<'lead'> | ListQuery<'trash'> {
  return queryOf({ segment, setup: { filter: [], order: defaultOrder }, search: '', store: null });
}

/** Set up by a person here: kept for this user. */
function set(model: InboxModel, part: Partial<InboxSetup>): void {
  model.setup = { ...model.setup, ...part };
  if (model.keeper) keepSoon(model.keeper);
}

export function setFilter(model: InboxModel, filter: Filter): void {
  set(model, { filter });
  model.asked();
}

/** Not kept, as the words are not: one begins with what waits. */
export function setSegment(model: InboxModel, segment: InboxSegment): void {
  if (segment === model.segment) return;
  model.setSegment(segment);
  tellView(model.host);
}

export function setOrder(model: InboxModel, order: readonly Order[]): void {
  set(model, { order });
  model.ask();
}

export function setColumns(model: InboxModel, columns: readonly string[]): void {
  set(model, { columns });
  model.update();
}

/** Columns as wide as somebody has made them, CSS pixels. */
export function setWidths(model: InboxModel, widths: InboxSetup['widths']): void {
  set(model, { widths });
  model.update();
}

/** The filter with this condition in the place of the one it has for the same field; null takes that one out. */
export function withCondition(filter: Filter, field: string, next: FilterCondition | null): Filter {
  const now = conditionOn(filter, field);
  const at = now ? filter.indexOf(now) : -1;
  if (at < 0) return next ? [...filter, next] : filter;
  return next ? filter.with(at, next) : filter.toSpliced(at, 1);
}

/** The order after somebody pressed a column's head: ascending, then descending. Dates begin with the newest. */
export function sortedBy(order: readonly Order[], field: string): readonly Order[] {
  const now = order[0];
  if (now?.field === field) return [{ field, descending: !now.descending }];
  return [{ field, descending: startsDescending.has(field) }];
}

const startsDescending: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'touchedAt', 'value']);

/** As the head of a column asks. */
export function sortBy(column: Column, model: InboxModel): void {
  if (column.unsorted) return;
  const order = sortedBy(model.setup.order, column.id);
  setOrder(model, order);
  model.say(model.t.inbox.sortedSaid(column.name(model.t), order[0]?.descending === true));
}
