import { computedIn } from '../../shared/formula/here.js';
import type { LiveSummaries } from '../../store/api.js';
import type { DealListModel } from './model.js';
import { queryOf } from './query.js';
import type { DealSegment } from './first-setup.js';

/** How many deals each segment has for what is asked; begun when the first rows have been painted. */
export class Counts {
  /** The first rows have been painted. */
  begun = false;
  readonly #live: () => LiveSummaries | null;
  #key = '';

  constructor(readonly model: DealListModel) {
    const view = model.crm.live((store) => (this.#asks ? store.summaries(this.#question, 'status') : null), {
      deps: () => [this.#asks],
    });
    this.#live = () => view.value;
  }

  get #asks(): boolean {
    return this.begun && this.model.formulas.settled;
  }

  get #question(): Parameters<LiveSummaries['setQuery']>[0] {
    const { kind, where, search } = queryOf(
      { ...this.model.setup, segment: 'all' },
      this.model.store,
      computedIn(this.model.store),
    );
    return { kind, ...(where && { where }), ...(search !== undefined && { search }) };
  }

  /** Before each drawing. */
  check(): void {
    if (!this.model.formulas.settled) return;
    const question = this.#question;
    const key = JSON.stringify(question);
    if (key === this.#key) return;
    this.#key = key;
    this.#live()?.setQuery(question);
  }

  /** undefined = not known yet. */
  of(segment: DealSegment): number | undefined {
    const { model } = this;
    if (model.formulas.failed) return undefined;
    if (segment === model.segment && model.list?.state === 'ready')
      return model.list.total === undefined ? undefined : model.list.total + model.list.waiting;
    const live = this.#live();
    if (live?.state !== 'ready' || !live.groups) return undefined;
    const one = (status: string): number => live.of(status)?.count ?? 0;
    return segment === 'all' ? one('open') + one('won') + one('lost') : one(segment);
  }
}
