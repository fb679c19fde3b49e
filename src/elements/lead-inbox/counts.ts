import type { StoreController } from '../../shared/store-controller.js';
import type { LiveView } from '../../shared/live-view.js';
import type { InboxList, InboxModel } from './model.js';
import { queryOf } from './own-setup.js';
import { segmentQuery } from './setup-change.js';
import type { InboxSegment } from './setup.js';

type Counted = LiveView<InboxList>;

/**
 * How many leads the segments have. Read after the first paint: nobody has to wait for a number to see the list. The one
 * that is shown counts itself as long as nothing narrows it.
 */
export class Counts {
  readonly #views: ReadonlyMap<InboxSegment, Counted>;
  #begun = false;
  #elsewhere = '';

  constructor(
    readonly model: InboxModel,
    stores: StoreController,
  ) {
    const view = (segment: InboxSegment): Counted => {
      let shown = '';
      return stores.live(
        (store) => {
          if (!this.#begun || !this.#needed(segment)) return null;
          const list = store.list(segmentQuery(segment)) as InboxList;
          list.setWindow(0, 0);
          return list;
        },
        {
          // Of its rows nothing is shown.
          shows: (list) => shown !== (shown = `${list.total} ${list.summary?.count}`),
          deps: () => [this.#begun, this.#needed(segment)],
        },
      );
    };
    this.#views = new Map([
      ['inbox', view('inbox')],
      ['archived', view('archived')],
      ['trash', view('trash')],
    ]);
  }

  #needed(segment: InboxSegment): boolean {
    return segment !== this.model.segment || this.model.narrowed;
  }

  /** After the first rows have been painted. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.model.update();
  }

  of(segment: InboxSegment): number | undefined {
    if (!this.#needed(segment)) return this.model.counted;
    const list = this.#views.get(segment)?.value;
    return list?.state === 'error' ? undefined : (list?.total ?? list?.summary?.count);
  }

  /** Nothing was found: would the other segment have something? */
  async lookElsewhere(): Promise<void> {
    const { model } = this;
    const { store, segment } = model;
    if (!store || segment === 'trash') return;
    const other = segment === 'inbox' ? 'archived' : 'inbox';
    const query = queryOf({ segment: other, setup: model.setup, search: model.search, store });
    // Asked again when a command has ended: what was archived a moment ago was still on its way.
    const key = JSON.stringify([query, model.ended]);
    if (key === this.#elsewhere) return;
    this.#elsewhere = key;
    try {
      const ids = await store.ids(query);
      if (key !== this.#elsewhere) return;
      model.elsewhere = ids.length;
      model.update();
    } catch {
      // Only an offer: without an answer there is none.
    }
  }
}
