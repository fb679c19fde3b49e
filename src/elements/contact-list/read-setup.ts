import type { Order } from '../../domain/query.js';
import type { ContactListSetup, SetupPart } from './first-setup.js';

type Read = { -readonly [P in SetupPart]?: ContactListSetup[P] };

/** What was kept or set, as far as it can be understood: a later version of the kit or a host may have written it. */
export function readSetup({ segment, orders }: Readonly<Record<string, unknown>>): Read {
  const named = typeof orders === 'object' && orders !== null ? Object.entries(orders as Record<string, unknown>) : [];
  return {
    ...((segment === 'persons' || segment === 'organizations') && { segment }),
    orders: Object.fromEntries(
      named.flatMap(([name, list]) => {
        const known = Array.isArray(list) ? (list as readonly unknown[]).filter(isOrder) : [];
        return (name === 'persons' || name === 'organizations') && known.length > 0 ? [[name, known]] : [];
      }),
    ),
  };
}

function isOrder(value: unknown): value is Order {
  return typeof value === 'object' && value !== null && typeof (value as { field?: unknown }).field === 'string';
}
