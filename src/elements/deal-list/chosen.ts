import { apply } from '../../domain/change.js';
import type { Change } from '../../domain/change.js';
import { addAmounts } from './sums.js';
import type { Deal, Id, Money } from '../../domain/records.js';
import type { DealListModel } from './model.js';

/**
 * The deals behind a choice, as far as they were seen when it was made: those that are chosen, or under "all that match" those
 * that are left out. So the foot can add up what is chosen, also of rows that were scrolled away.
 */
export class ChosenDeals {
  readonly #seen = new Map<Id, Deal>();

  constructor(readonly model: DealListModel) {
    model.crm.listen('done', ({ changes }) => this.#changed(changes));
    model.crm.listen('changed', ({ changes }) => this.#changed(changes));
  }

  /** Those that were named one by one; undefined where one of them was never seen. */
  get named(): readonly Deal[] | undefined {
    const { selection, list } = this.model;
    const deals: Deal[] = [];
    for (const id of selection.named) {
      const deal = this.model.at(list?.indexOf(id) ?? -1) ?? this.#seen.get(id);
      if (!deal) return undefined;
      this.#seen.set(id, deal);
      deals.push(deal);
    }
    return deals;
  }

  /** What is chosen is worth; undefined while that is not known. */
  get sums(): readonly Money[] | undefined {
    const { selection, list } = this.model;
    const { named } = this;
    if (!named) return undefined;
    const values = named.flatMap(({ value }) => value ?? []);
    if (!selection.all) return addAmounts(values);
    const all = list?.summary?.sums;
    return all && addAmounts(all, values);
  }

  /** What is told of them goes on being true when the list has let go of them. */
  #changed(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync') return;
    for (const change of changes) {
      if (change.kind !== 'deal') continue;
      const deal = this.#seen.get(change.id);
      if (!deal) continue;
      if (change.op === 'delete') this.#seen.delete(change.id);
      else if (change.op === 'patch') this.#seen.set(change.id, apply(deal, change) as Deal);
    }
  }
}
