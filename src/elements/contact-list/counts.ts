import type { LiveList } from '../../store/api.js';
import type { ContactSegment } from './first-setup.js';
import type { ContactListModel } from './model.js';
import { kindIn, queryOf } from './query.js';
import type { ContactKind, Found } from './query.js';

const other = { persons: 'organizations', organizations: 'persons' } as const;

/** How many there are in the segment that is not shown; begun when the first rows have been painted. */
export class Counts {
  begun = false;
  readonly #live: { readonly value: LiveList<ContactKind> | null };
  #found: Found | null | undefined;

  constructor(readonly model: ContactListModel) {
    this.#live = model.crm.live<LiveList<ContactKind>>(
      (store) => {
        if (!this.begun) return null;
        this.#found = model.found;
        const list = store.list<ContactKind>(this.#query);
        list.setWindow(0, 1);
        return list;
      },
      { deps: () => [this.begun, model.segment] },
    );
  }

  get #query(): ReturnType<typeof queryOf> {
    const { segment, found } = this.model;
    return { ...queryOf(other[segment], [{ field: 'name' }], found, undefined), related: false };
  }

  /** Before each drawing. */
  check(): void {
    const { value } = this.#live;
    if (!value || value.query.kind === kindIn(this.model.segment) || this.#found === this.model.found) return;
    this.#found = this.model.found;
    value.setQuery(this.#query);
  }

  /** undefined = not known yet. */
  of(segment: ContactSegment): number | undefined {
    const { list } = this.model;
    if (segment === this.model.segment)
      return list?.state === 'ready' && list.total !== undefined ? list.total + list.waiting : undefined;
    return this.#live.value?.total;
  }
}
