import type { ActivityState, Where } from '../../../domain/query.js';
import type { Live, LiveSummaries } from '../../../store/api.js';
import type { InboxModel } from '../model.js';
import { queryOf } from '../own-setup.js';
import { withCondition } from '../setup-change.js';

/** Fields whose values can be listed. */
export type ChecklistField = 'labelIds' | 'ownerId' | 'sourceName' | 'nextActivity';

const states: readonly ActivityState[] = ['overdue', 'today', 'planned', 'none'];

/**
 * How many leads each choice of a filter would show, beside all else that narrows the list; kept current while the panel is
 * open. A storage that cannot count says nothing, and then nothing is shown.
 */
export class FacetCounts {
  readonly #count: (value: string | null) => number | undefined;
  readonly #ends: readonly (() => void)[];

  /** @param changed a number has come or changed */
  constructor(model: InboxModel, field: ChecklistField, changed: () => void) {
    const { store, segment, setup, search } = model;
    const watch = (live: Live): (() => void) => live.subscribe(changed);
    if (!store?.abilities.summarize || segment === 'trash' || !model.askable) {
      this.#count = () => undefined;
      this.#ends = [];
      return;
    }
    const query = queryOf({
      segment,
      setup: { ...setup, filter: withCondition(setup.filter, field, null) },
      search,
      store,
    });
    const { kind, where } = query;
    const words = query.search === undefined ? {} : { search: query.search };
    if (field !== 'nextActivity') {
      const groups = store.summaries({ kind, ...(where && { where }), ...words }, field);
      this.#count = (value) => groups.of(value)?.count;
      this.#ends = [watch(groups)];
      return;
    }
    // The state is judged by the day, so it is no group of the storage's: one count each.
    const counts = new Map<string, LiveSummaries>(
      states.map((state) => {
        const wanted: Where = { field, op: 'activity', value: [state] };
        const all = where === undefined ? wanted : { all: [where, wanted] };
        return [state, store.summaries({ kind, where: all, ...words }, '')] as const;
      }),
    );
    this.#count = (value) => counts.get(value ?? '')?.of(null)?.count;
    this.#ends = [...counts.values()].map(watch);
  }

  /** undefined = not known yet, or never. */
  of(value: string | null): number | undefined {
    return this.#count(value);
  }

  close(): void {
    for (const end of this.#ends) end();
  }
}
