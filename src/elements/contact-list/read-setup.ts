import { bySegment, entriesIn, isOrder, isText } from '../../shared/table/kept.js';
import { widthsIn } from '../../shared/table/widths.js';
import type { ContactListSetup, SetupPart } from './first-setup.js';

type Read = { -readonly [P in SetupPart]?: ContactListSetup[P] };

const segments = ['persons', 'organizations'] as const;

/** What was kept or set, as far as it can be understood: a later version of the kit or a host may have written it. */
export function readSetup({ segment, orders, columns, widths }: Readonly<Record<string, unknown>>): Read {
  return {
    ...((segment === 'persons' || segment === 'organizations') && { segment }),
    orders: bySegment(orders, segments, isOrder),
    columns: bySegment(columns, segments, isText),
    widths: widthsIn(Object.fromEntries(entriesIn(widths))),
  };
}
