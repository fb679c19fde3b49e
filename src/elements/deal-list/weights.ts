import type { ReactiveController } from 'lit';
import type { Deal, Id, Money, Stage } from '../../domain/records.js';
import { WeightedSum } from '../../domain/weighted.js';
import type { CrmStore, LiveSummaries } from '../../store/api.js';
import { chanceOf } from './columns.js';
import type { DealListModel } from './model.js';

interface Bound {
  readonly live: LiveSummaries;
  readonly off: () => void;
}

/**
 * What all deals that match are worth times their chance. The store keeps it, stage by stage in groups of one chance; begun
 * when the first rows have been painted.
 */
export class Weights implements ReactiveController {
  readonly #bound = new Map<Id, Bound>();
  #store: CrmStore | null = null;
  /** The first rows have been painted. */
  begun = false;

  constructor(readonly model: DealListModel) {
    model.host.addController(this);
  }

  hostDisconnected(): void {
    // A move is a disconnect and a connect in one task: only an element that is still out is torn down.
    queueMicrotask(() => {
      if (!this.model.host.isConnected) this.#release();
    });
  }

  /** Closed deals have no chance any more. */
  get asked(): boolean {
    const { segment } = this.model;
    return segment === 'open' || segment === 'all';
  }

  get #stages(): readonly Stage[] {
    const { pipeline, pipelines, store } = this.model;
    return (pipeline ? [pipeline] : pipelines).flatMap(({ id }) => store?.directory.stagesOf(id) ?? []);
  }

  hostUpdate(): void {
    const { store, host, query, formulas } = this.model;
    if (store !== this.#store) this.#release();
    if (!store || !host.isConnected || !this.begun || !formulas.settled) return;
    this.#store = store;
    const stages = this.asked ? this.#stages : [];
    const wanted = new Set(stages.map(({ id }) => id));
    for (const [id, { off }] of this.#bound) {
      if (wanted.has(id)) continue;
      off();
      this.#bound.delete(id);
    }
    for (const { id } of stages) {
      const narrowed = {
        kind: query.kind,
        where: {
          all: [
            { field: 'stageId', op: 'is', value: id },
            { field: 'status', op: 'is', value: 'open' },
            ...(query.where ? [query.where] : []),
          ],
        },
        ...(query.search !== undefined && { search: query.search }),
      } as const;
      const bound = this.#bound.get(id);
      if (bound) bound.live.setQuery(narrowed);
      else {
        const live = store.summaries(narrowed, 'probability');
        this.#bound.set(id, { live, off: live.subscribe(() => this.model.update()) });
      }
    }
  }

  #release(): void {
    for (const { off } of this.#bound.values()) off();
    this.#bound.clear();
    this.#store = null;
  }

  /** Of all that match but these; undefined while it is not known. */
  besides(deals: Iterable<Deal> = []): readonly Money[] | undefined {
    const sum = new WeightedSum();
    for (const { id, probability } of this.#stages) {
      const groups = this.#bound.get(id)?.live.groups;
      if (!groups) return undefined;
      sum.addGroups(groups, probability);
    }
    return add(sum, deals, -1, this.model.store).sums;
  }

  of(deals: Iterable<Deal>): readonly Money[] {
    return add(new WeightedSum(), deals, 1, this.model.store).sums;
  }
}

function add(sum: WeightedSum, deals: Iterable<Deal>, sign: 1 | -1, store: CrmStore | null): WeightedSum {
  for (const deal of deals) {
    const chance = chanceOf(deal, store);
    if (deal.value && chance !== null) sum.add(deal.value, chance * sign);
  }
  return sum;
}
