import type { Order } from '../domain/query.js';
import type { Directory } from './api.js';

export type Names = Pick<Directory, 'users' | 'labels' | 'subscribe'>;

/** Fields that hold ids, and where the names are that people see and sort by. */
const lists: Readonly<Record<string, 'users' | 'labels'>> = {
  ownerId: 'users',
  creatorId: 'users',
  labelIds: 'labels',
};

export function sortsByName(order: readonly Order[] | undefined): boolean {
  return order?.some(({ field, ranks }) => ranks === undefined && Object.hasOwn(lists, field)) === true;
}

/** The query with its order by owner or label told as the storage understands it: by ids in the order of their names. */
export function named<Q extends { readonly order?: readonly Order[] }>(query: Q, names: Names): Q {
  const { order } = query;
  if (order === undefined || !sortsByName(order)) return query;
  const ranked = order.map((one): Order => {
    const list = Object.hasOwn(lists, one.field) ? lists[one.field] : undefined;
    return list === undefined || one.ranks !== undefined ? one : { ...one, ranks: names[list].map(({ id }) => id) };
  });
  return { ...query, order: ranked };
}
