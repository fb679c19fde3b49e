import type { Order } from './query.js';
import type { Kind } from './records.js';

const NEWEST: Order = { field: 'createdAt', descending: true };
const orders: Readonly<Record<Kind, readonly Order[]>> = {
  lead: [{ field: 'nextActivity' }],
  deal: [{ field: 'nextActivity' }],
  activity: [{ field: 'due' }, { field: 'time', emptyFirst: true }, NEWEST],
  note: [NEWEST],
  file: [NEWEST],
  changelog: [{ field: 'at', descending: true }],
  pipeline: [{ field: 'rank' }],
  stage: [{ field: 'rank' }],
  field: [{ field: 'rank' }],
  person: [{ field: 'name' }],
  organization: [{ field: 'name' }],
  user: [{ field: 'name' }],
  label: [{ field: 'name' }],
  view: [{ field: 'name' }],
  filter: [{ field: 'name' }],
  product: [{ field: 'name' }],
  dealProduct: [{ field: 'rank' }],
  participant: [{ field: 'createdAt' }],
  project: [NEWEST],
  projectTemplate: [{ field: 'name' }],
  conversion: [NEWEST],
  trash: [NEWEST],
  import: [NEWEST],
  importChunk: [{ field: 'index' }],
};

/** The order of a kind where a query names none. Ties are broken by id. */
export function defaultOrder(kind: Kind): readonly Order[] {
  return orders[kind];
}
