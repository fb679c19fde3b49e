import type { ReactiveController } from 'lit';
import { addDays } from '../../../domain/dates.js';
import { dayStart } from '../../../domain/day-start.js';
import { bestOf, shifted } from '../../../domain/forecast.js';
import type { Best, Period, PeriodUnit } from '../../../domain/forecast.js';
import type { Summary, Where } from '../../../domain/query.js';
import type { Id, Money } from '../../../domain/records.js';
import { Sum } from '../../../domain/totals.js';
import { WeightedSum } from '../../../domain/weighted.js';
import type { CrmStore, ListQuery, LiveSummaries } from '../../../store/api.js';
import type { BoardModel } from '../model.js';
import { told } from '../weights.js';

/** How many periods before this one are looked at for the best: about half a year, a year, two years. */
const looked: Readonly<Record<PeriodUnit, number>> = { week: 26, month: 12, quarter: 8 };

type Question = Omit<ListQuery, 'order'>;
interface Asked {
  readonly query: Question;
  readonly by: string;
}
interface Bound {
  readonly live: LiveSummaries;
  readonly off: () => void;
}

/** What of the layout the sums go by. */
interface Lanes {
  /** Whether anybody looks at it. */
  readonly shown: boolean;
  readonly current: Period;
  readonly asked: readonly { readonly id: Id; readonly where: Where }[];
  readonly periods: readonly Period[];
}

/** Count, sums and weighted sums of one lane, over all deals that match. */
export interface LaneSums extends Pick<Summary, 'count' | 'sums'> {
  readonly weighted: readonly Money[];
}

/**
 * What is expected in each period and what was won in those that have come, kept by the store over all deals that match.
 * A storage groups by the value of a field and not by month, so each period is a question of its own: the open deals by
 * their own chance, those without one by their stage, and the won ones by when they were won, in the provider's zone.
 */
export class ForecastSums implements ReactiveController {
  readonly #bound = new Map<string, Bound>();
  #store: CrmStore | null = null;

  constructor(
    readonly model: BoardModel,
    readonly lanes: Lanes,
  ) {
    model.host.addController(this);
  }

  hostDisconnected(): void {
    // A move is a disconnect and a connect in one task: only an element that is still out is torn down.
    queueMicrotask(() => {
      if (!this.model.host.isConnected) this.#release();
    });
  }

  hostUpdate(): void {
    const { store, host } = this.model;
    if (store !== this.#store) this.#release();
    if (!store || !host.isConnected || !this.lanes.shown) return this.#release();
    if (!this.model.askable) return;
    this.#store = store;
    const wanted = new Map(this.#questions());
    for (const [key, { off }] of this.#bound) {
      if (wanted.has(key)) continue;
      off();
      this.#bound.delete(key);
    }
    for (const [key, { query, by }] of wanted) {
      const bound = this.#bound.get(key);
      if (bound) bound.live.setQuery(query);
      else {
        const live = store.summaries(query, by);
        this.#bound.set(key, { live, off: live.subscribe(() => this.model.update()) });
      }
    }
  }

  #release(): void {
    for (const { off } of this.#bound.values()) off();
    this.#bound.clear();
    this.#store = null;
  }

  *#questions(): Iterable<[string, Asked]> {
    const open = this.model.asking('open');
    for (const { id, where } of this.lanes.asked) {
      const own: Where = { field: 'probability', op: 'filled' };
      const none: Where = { field: 'probability', op: 'empty' };
      yield [`own ${id}`, { query: { ...open, where: { all: [where, own, open.where!] } }, by: 'probability' }];
      yield [`stage ${id}`, { query: { ...open, where: { all: [where, none, open.where!] } }, by: 'stageId' }];
    }
    const won = this.model.asking('won');
    for (const period of [...this.#past, ...this.lanes.periods.filter(({ start }) => !this.#isToCome(start))])
      yield [
        `won ${period.start}`,
        { query: { ...won, where: { all: [this.#wonIn(period), won.where!] } }, by: 'status' },
      ];
  }

  /** The periods that the best is one of, the one before this one first. */
  get #past(): readonly Period[] {
    const { current } = this.lanes;
    return [...Array(looked[current.unit]).keys()].map((at) => shifted(current, -1 - at));
  }

  #isToCome(start: string): boolean {
    return start > this.lanes.current.start;
  }

  #wonIn({ start, end }: Period): Where {
    const zone = this.#store!.settings.timeZone;
    return {
      all: [
        { field: 'wonAt', op: 'gte', value: dayStart(zone, start) },
        { field: 'wonAt', op: 'lt', value: dayStart(zone, addDays(end, 1)) },
      ],
    };
  }

  /** undefined = not known yet. */
  of(id: Id): LaneSums | undefined {
    const own = this.#bound.get(`own ${id}`)?.live.groups;
    const byStage = this.#bound.get(`stage ${id}`)?.live.groups;
    if (!own || !byStage) return undefined;
    const sum = new Sum();
    const weighted = new WeightedSum();
    let count = 0;
    for (const group of [...own, ...byStage]) {
      count += group.count;
      for (const money of group.sums) sum.add(money);
    }
    weighted.addGroups(own, 0);
    for (const { group, sums } of byStage) {
      const chance = this.model.stage(group ?? '')?.probability ?? 0;
      for (const money of sums) weighted.add(money, chance);
    }
    return { count, sums: sum.sums, weighted: weighted.sums };
  }

  /** It could not be counted. */
  failed(id: Id): boolean {
    return ['own', 'stage'].some((part) => this.#bound.get(`${part} ${id}`)?.live.state === 'error');
  }

  /** What was won in a period; undefined = not known yet, or it is still to come. */
  won({ start }: Period): Summary | undefined {
    return this.#bound.get(`won ${start}`)?.live.of('won');
  }

  /** The best of the periods before this one, for each currency; undefined = not all are known. */
  get best(): ReadonlyMap<string, Best> | undefined {
    const past: { readonly period: Period; readonly sums: readonly Money[] }[] = [];
    for (const period of this.#past) {
      const won = this.won(period);
      if (!won) return undefined;
      past.push({ period, sums: this.inOne(won.sums) });
    }
    return bestOf(past);
  }

  /** In one currency as far as there are rates. */
  inOne(sums: readonly Money[]): readonly Money[] {
    // Nothing stays nothing: not 0 of a currency that nobody has asked for.
    return sums.length === 0 ? sums : told(sums, this.model.store?.settings.rates ?? null)!.sums;
  }
}
