import { activityTypes } from '../../domain/records.js';
import type { ActivityType } from '../../domain/records.js';
import { SetupKeeper } from '../../shared/setup-keeper.js';
import { keepSoon, startAnew } from '../../shared/setup-keeping.js';
import type { ActivityFilter, ActivityOwner } from './host.js';
import type { Items } from './items.js';
import type { AgendaModel } from './model.js';

/** Keeps owner, filter and closed groups for each user, and brings them back; not where the page has set them itself. */
export function setupKeeper(model: AgendaModel, items: Items): SetupKeeper {
  const { host } = model;
  const keeper = new SetupKeeper(model.crm, {
    name: 'activity-list',
    state: () => ({ owner: host.owner, filter: host.filter, closed: [...items.closed] }),
    apply: (kept) => {
      const { owner, filter, closed } = readSetup(kept);
      if (owner !== undefined) host.owner ??= owner;
      if (filter !== undefined && Object.keys(host.filter).length === 0) host.filter = filter;
      if (closed !== undefined) items.closed = new Set(closed);
    },
    known: (yes) => {
      model.known = yes;
      model.update();
    },
  });
  model.onSetup = () => keepSoon(keeper);
  startAnew(model.crm);
  return keeper;
}

interface Kept {
  readonly owner?: ActivityOwner;
  readonly filter?: ActivityFilter;
  readonly closed?: readonly string[];
}

/** What was kept, as far as it can be understood. */
function readSetup({ owner, filter, closed }: Readonly<Record<string, unknown>>): Kept {
  return {
    ...(isOwner(owner) && { owner }),
    ...(typeof filter === 'object' && filter !== null && { filter: readFilter(filter) }),
    ...(Array.isArray(closed) && { closed: closed.filter((key) => typeof key === 'string') }),
  };
}

function isOwner(value: unknown): value is ActivityOwner {
  if (value === 'me' || value === 'all') return true;
  return Array.isArray(value) && value.every((id) => id === null || typeof id === 'string');
}

function readFilter(kept: object): ActivityFilter {
  const { types, on } = kept as Readonly<Record<string, unknown>>;
  const known = (type: unknown): type is ActivityType => activityTypes.includes(type as ActivityType);
  return { types: Array.isArray(types) ? types.filter(known) : [], on: on === 'lead' || on === 'deal' ? on : null };
}
