import { defaultOrder } from '../../domain/default-order.js';
import type { Order, Query } from '../../domain/query.js';

/** What a query is ordered by, also where it does not say. */
export function orderOf({ kind, order }: Pick<Query, 'kind' | 'order'>): readonly Order[] {
  return order === undefined || order.length === 0 ? defaultOrder(kind) : order;
}
