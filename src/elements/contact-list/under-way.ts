import type { Where } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';
import type { LiveSummaries } from '../../store/api.js';
import type { LiveView } from '../../shared/live-view.js';
import type { ContactListModel } from './model.js';

/** Until somebody has stopped scrolling, ms. */
const pause = 120;

/** How many leads and open deals name those that are in sight. */
export class UnderWay {
  /** The first rows have been painted. */
  begun = false;
  #ids: readonly Id[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #leads: LiveView<LiveSummaries>;
  readonly #deals: LiveView<LiveSummaries>;

  constructor(readonly model: ContactListModel) {
    this.#leads = this.#live('lead');
    this.#deals = this.#live('deal');
  }

  /** undefined = not known yet. */
  of(id: Id): { readonly leads: number; readonly deals: number } | undefined {
    const [leads, deals] = [this.#leads.value, this.#deals.value];
    if (!this.#ids.includes(id) || leads?.state !== 'ready' || deals?.state !== 'ready') return undefined;
    return { leads: leads.of(id)?.count ?? 0, deals: deals.of(id)?.count ?? 0 };
  }

  /** These rows are in sight now. */
  look(start: number, end: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const ids: Id[] = [];
      for (let index = start; index < end; index++) {
        const record = this.model.at(index);
        if (record) ids.push(record.id);
      }
      if (ids.length === 0 || ids.join() === this.#ids.join()) return;
      this.#ids = ids;
      this.#leads.value?.setQuery(this.#question('lead'));
      this.#deals.value?.setQuery(this.#question('deal'));
      this.model.update();
    }, pause);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #live(kind: 'lead' | 'deal'): LiveView<LiveSummaries> {
    const { model } = this;
    return model.crm.live(
      (store) => (this.begun && this.#ids.length > 0 ? store.summaries(this.#question(kind), this.#link) : null),
      { deps: () => [this.begun && this.#ids.length > 0, model.segment] },
    );
  }

  get #link(): string {
    return this.model.segment === 'persons' ? 'personId' : 'organizationId';
  }

  #question(kind: 'lead' | 'deal'): Parameters<LiveSummaries['setQuery']>[0] {
    const open: Where[] = kind === 'deal' ? [{ field: 'status', op: 'is', value: 'open' }] : [];
    const where: Where = {
      all: [{ field: this.#link, op: 'in', value: this.#ids }, ...open, { field: 'archivedAt', op: 'empty' }],
    };
    return { kind, where };
  }
}
