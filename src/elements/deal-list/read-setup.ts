import { readFilter } from '../../domain/filter-check.js';
import type { Order } from '../../domain/query.js';
import { widthsIn } from '../../shared/table/widths.js';
import type { DealListSetup, DealSegment, SetupPart } from './first-setup.js';
import { dealSegments } from './setup.js';

type Read = { -readonly [P in SetupPart]?: DealListSetup[P] };

/** What was kept or set, as far as it can be understood: a later version of the kit or a host may have written it. */
export function readSetup(kept: Readonly<Record<string, unknown>>): Read {
  const { pipelineId, segment, filter, orders, columns, widths } = kept;
  const read: Read = {
    orders: bySegment(orders, isOrder),
    columns: bySegment(columns, (one): one is string => typeof one === 'string'),
    widths: widthsIn(Object.fromEntries(entries(widths))),
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
