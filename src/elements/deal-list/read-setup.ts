import { readFilter } from '../../domain/filter-check.js';
import { bySegment, entriesIn, isOrder, isText } from '../../shared/table/kept.js';
import { widthsIn } from '../../shared/table/widths.js';
import type { DealListSetup, DealSegment, SetupPart } from './first-setup.js';
import { dealSegments } from './setup.js';

type Read = { -readonly [P in SetupPart]?: DealListSetup[P] };

/** What was kept or set, as far as it can be understood: a later version of the kit or a host may have written it. */
export function readSetup(kept: Readonly<Record<string, unknown>>): Read {
  const { pipelineId, segment, filter, orders, columns, widths } = kept;
  const read: Read = {
    orders: bySegment(orders, dealSegments, isOrder),
    columns: bySegment(columns, dealSegments, isText),
    widths: widthsIn(Object.fromEntries(entriesIn(widths))),
  };
  if (typeof pipelineId === 'string') read.pipelineId = pipelineId;
  if (dealSegments.includes(segment as DealSegment)) read.segment = segment as DealSegment;
  if (Array.isArray(filter)) read.filter = readFilter(filter).filter;
  return read;
}
