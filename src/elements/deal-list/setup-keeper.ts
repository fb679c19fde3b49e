import { readFilter } from '../../domain/filter-check.js';
import type { Order } from '../../domain/query.js';
import { SetupKeeper } from '../../shared/setup-keeper.js';
import type { DealListModel } from './model.js';
import { dealSegments } from './setup.js';
import type { DealListSetup, DealSegment, SetupPart } from './first-setup.js';

/** Keeps how the list was set up for each user, and brings it back; not what the page has set itself. Rows wait for that. */
export function setupKeeper(model: DealListModel): SetupKeeper {
  const { host } = model;
  const keeper: SetupKeeper = new SetupKeeper(model.crm, {
    name: 'deal-list',
    state: () => {
      const { pipelineId, segment, filter, orders, columns, widths } = model.setup;
      // Inside a board, pipeline and filter are the board's, which keeps them itself.
      return { segment, orders, columns, widths, ...(!host.embedded && { pipelineId, filter }) };
    },
    apply: (kept) => {
      const read = readSetup(kept);
      for (const name of host.said) delete read[name];
      if (host.embedded) {
        delete read.pipelineId;
        delete read.filter;
      }
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

type Read = { -readonly [P in SetupPart]?: DealListSetup[P] };

/** What was kept, as far as it can be understood: a later version of the kit or a host may have written it. */
function readSetup(kept: Readonly<Record<string, unknown>>): Read {
  const { pipelineId, segment, filter, orders, columns, widths } = kept;
  const read: Read = {
    orders: bySegment(orders, isOrder),
    columns: bySegment(columns, (one): one is string => typeof one === 'string'),
    widths: Object.fromEntries(entries(widths).filter((one): one is [string, number] => typeof one[1] === 'number')),
  };
  if (typeof pipelineId === 'string') read.pipelineId = pipelineId;
  if (dealSegments.includes(segment as DealSegment)) read.segment = segment as DealSegment;
  if (Array.isArray(filter)) read.filter = readFilter(filter).filter;
  return read;
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function bySegment<T>(value: unknown, is: (one: unknown) => one is T): Partial<Record<DealSegment, readonly T[]>> {
  return Object.fromEntries(
    entries(value).flatMap(([segment, list]) => {
      const known = Array.isArray(list) ? (list as readonly unknown[]).filter(is) : [];
      return dealSegments.includes(segment as DealSegment) && known.length > 0 ? [[segment, known]] : [];
    }),
  );
}

function isOrder(value: unknown): value is Order {
  return typeof value === 'object' && value !== null && typeof (value as { field?: unknown }).field === 'string';
}
