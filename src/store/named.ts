import type { Order } from '../domain/query.js';
import type { Id } from '../domain/records.js';
import type { Directory } from './api.js';

export type Names = Pick<Directory, 'users' | 'labels' | 'fields' | 'subscribe'>;

/** Fields that hold ids, and where the names are that people see and sort by. */
const lists: Readonly<Record<string, 'users' | 'labels'>> = {
  ownerId: 'users',
  creatorId: 'users',
  labelIds: 'labels',
};

export function sortsByName(order: readonly Order[] | undefined): boolean {
  return (
    order?.some(
      ({ field, ranks }) => ranks === undefined && (Object.hasOwn(lists, field) || field.startsWith('custom.')),
    ) === true
  );
}

/** The ids that the field may hold, in the order that people see; undefined = what it holds is sorted as it is. */
function ranksOf(field: string, names: Names): readonly Id[] | undefined {
  const list = Object.hasOwn(lists, field) ? lists[field] : undefined;
  if (list !== undefined) return names[list].map(({ id }) => id);
  const own = field.startsWith('custom.') ? names.fields.find(({ id }) => `custom.${id}` === field) : undefined;
  if (own?.type === 'user') return names.users.map(({ id }) => id);
  // As whoever made them has put them: small, medium, large.
  return own?.type === 'option' || own?.type === 'options' ? own.options.map(({ id }) => id) : undefined;
}

/**
 * The query with its order by owner, label, or a custom field of users or options told as the storage understands it: by
 * ids in the order of their names, options in their own.
 */
export function named<Q extends { readonly order?: readonly Order[] }>(query: Q, names: Names): Q {
  const { order } = query;
  if (order === undefined || !sortsByName(order)) return query;
  const ranked = order.map((one): Order => {
    const ranks = one.ranks ?? ranksOf(one.field, names);
    return ranks === undefined ? one : { ...one, ranks };
  });
  return { ...query, order: ranked };
}
