import type { Order, Page, Query, Where } from '../domain/query.js';
import { ranked } from '../domain/search-rank.js';
import { searchTerms } from '../domain/search.js';
import type { Found, FoundOf, SearchOptions } from './api-search.js';
import { noRelated } from './coming.js';

type Sought = 'lead' | 'deal' | 'person' | 'organization';
type Read = <K extends Sought>(query: Omit<Query<K>, 'today'>, options: { signal?: AbortSignal }) => Promise<Page<K>>;

/** What is read of one kind to be ranked. Whoever has more to choose from than that writes another word. */
const WINDOW = 200;
const FEW = 8;
const MOST = 100;

/** What one works on, the last touched first: where the window does not hold all, these are in it. */
const archivedLast: Order = { field: 'archivedAt', emptyFirst: true };
const touchedFirst: Order = { field: 'touchedAt', descending: true };
const orders: Readonly<Partial<Record<Sought, readonly Order[]>>> = {
  lead: [archivedLast, touchedFirst],
  deal: [archivedLast, { field: 'status', ranks: ['open', 'won', 'lost'] }, touchedFirst],
};

/** One window of each kind, ranked. */
export async function search(
  read: Read,
  words: string,
  { limit = FEW, of: owner, signal }: SearchOptions,
): Promise<Found> {
  const most = Math.min(Math.max(Math.trunc(limit), 0), MOST);
  const wordless = searchTerms(words).length === 0;
  const where: Where | undefined = owner && { field: `${owner.kind}Id`, op: 'is', value: owner.id };
  const of = async <K extends Sought>(kind: K): Promise<FoundOf<K>> => {
    const named = kind === 'person' || kind === 'organization';
    if (owner ? named : wordless) return { records: [], more: false, related: noRelated };
    const order = orders[kind];
    const page = await read<K>(
      {
        kind,
        ...(!wordless && { search: words }),
        window: { after: null, limit: WINDOW },
        related: kind === 'person',
        ...(where && { where }),
        ...(order && { order }),
      },
      signal ? { signal } : {},
    );
    const { records, next = null, total = 0 } = page;
    return {
      records: ranked(records, words).slice(0, most),
      more: records.length > most || next !== null || total > records.length,
      related: page.related,
    };
  };
  const [leads, deals, persons, organizations] = await Promise.all([
    of('lead'),
    of('deal'),
    of('person'),
    of('organization'),
  ]);
  return { leads, deals, persons, organizations };
}
