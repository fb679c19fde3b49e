import type { Order } from '../../domain/query.js';
import { SetupKeeper } from '../../shared/setup-keeper.js';
import type { ContactListSetup, SetupPart } from './first-setup.js';
import type { ContactListModel } from './model.js';

type Read = { -readonly [P in SetupPart]?: ContactListSetup[P] };

/** Keeps how the list was set up for each user, and brings it back; not what the page has set itself. Rows wait for that. */
export function setupKeeper(model: ContactListModel): SetupKeeper {
  const { host } = model;
  const keeper: SetupKeeper = new SetupKeeper(model.crm, {
    name: 'contact-list',
    state: () => ({ segment: model.setup.segment, orders: model.setup.orders }),
    apply: (kept) => {
      const read = readSetup(kept);
      for (const name of host.said) delete read[name];
      host.setup = { ...host.setup, ...read };
    },
    known: (yes) => {
      model.known = yes;
      model.update();
    },
  });
  model.keeper = keeper;
  return keeper;
}

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
