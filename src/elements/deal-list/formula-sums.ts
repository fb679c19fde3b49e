import type { ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Deal, Field, Id, Money } from '../../domain/records.js';
import { Sum } from '../../domain/totals.js';
import { decimal } from '../../i18n/format-more.js';
import { numberText } from '../../shared/field-text.js';
import { isFormula, readingOf } from '../../shared/formula/here.js';
import { foldedSums, ownCurrency } from '../../shared/table/folded-sums.js';
import type { CrmStore, LiveSummaries } from '../../store/api.js';
import type { ChosenDeals } from './chosen.js';
import type { DealListModel } from './model.js';

interface Bound {
  readonly live: LiveSummaries;
  readonly off: () => void;
}

interface Summed {
  /** Those that are calculated. */
  readonly count: number;
  readonly sums: readonly Money[];
}

/** Each currency by itself, with all decimals there are. @param less what is taken off */
function added(more: readonly Money[], less: readonly Money[] = []): readonly Money[] {
  const sum = new Sum(more);
  for (const money of less) sum.add(money, -1);
  return sum.sums;
}

/** Days have no sum, and that of percentages would say nothing. */
const isSummed = (field: Field): boolean =>
  isFormula(field) && field.gives !== 'date' && field.gives != null && field.format?.as !== 'percent';

/**
 * What the formula columns that are shown come to over all deals that match, or over the chosen ones: numbers, and amounts of
 * each currency by itself. What is not calculated is counted and said. The store keeps them; begun when the first rows have been painted.
 */
export class FormulaSums implements ReactiveController {
  readonly #bound = new Map<Id, Bound>();
  #store: CrmStore | null = null;
  /** The first rows have been painted. */
  begun = false;

  constructor(
    readonly model: DealListModel,
    readonly chosen: ChosenDeals,
  ) {
    model.host.addController(this);
  }

  hostDisconnected(): void {
    // A move is a disconnect and a connect in one task: only an element that is still out is torn down.
    queueMicrotask(() => {
      if (!this.model.host.isConnected) this.#release();
    });
  }

  get #fields(): readonly Field[] {
    const { store, columns } = this.model;
    if (!store?.abilities.formulas || !store.abilities.summarize) return [];
    return columns.flatMap(({ field }) => (field && isSummed(field) ? field : []));
  }

  hostUpdate(): void {
    const { store, host, query, formulas } = this.model;
    if (store !== this.#store) this.#release();
    const reading = readingOf(store);
    if (!store || !reading || !host.isConnected || !this.begun || !formulas.settled) return;
    this.#store = store;
    const fields = this.#fields;
    const wanted = new Set(fields.map(({ id }) => id));
    for (const [id, { off }] of this.#bound) {
      if (wanted.has(id)) continue;
      off();
      this.#bound.delete(id);
    }
    for (const { id } of fields) {
      const [filled, sum] = [reading.queryName(id), reading.sumName(id)];
      if (filled === null || sum === null) continue;
      const asked = {
        kind: query.kind,
        where: { all: [{ field: filled, op: 'filled' }, ...(query.where ? [query.where] : [])] },
        ...(query.search !== undefined && { search: query.search }),
        sum,
      } as const;
      const bound = this.#bound.get(id);
      if (bound) bound.live.setQuery(asked);
      else {
        const live = store.summaries(asked, '');
        this.#bound.set(id, { live, off: live.subscribe(() => this.model.update()) });
      }
    }
  }

  #release(): void {
    for (const { off } of this.#bound.values()) off();
    this.#bound.clear();
    this.#store = null;
  }

  /** Of all that match, or of the chosen ones; undefined while it is not known. */
  #of(id: Id): Summed | undefined {
    const { selection, selecting, store } = this.model;
    const all = this.#bound.get(id)?.live.of(null);
    if (!selecting) return all;
    const reading = readingOf(store);
    const { named } = this.chosen;
    if (!reading || !named) return undefined;
    const values = named.flatMap((deal: Deal) => reading.summed(deal, id) ?? []);
    if (!selection.all) return { count: values.length, sums: added(values) };
    return all && { count: all.count - values.length, sums: added(all.sums, values) };
  }

  /** @param count of deals that are added up */
  render(count: number | undefined): TemplateResult {
    return html`${this.#fields.map((field) => this.#line(field, count))}`;
  }

  #line(field: Field, count: number | undefined): TemplateResult | typeof nothing {
    const { model } = this;
    const { dealList: t } = model.t;
    if (!this.#bound.has(field.id)) return nothing;
    const summed = this.#of(field.id);
    const gaps = summed && count !== undefined ? count - summed.count : 0;
    return html`<span class="sums" data-formula-sum=${field.id}
      ><bdi class="name">${field.name}</bdi> ${
        summed === undefined
          ? html`<b aria-hidden="true">&hellip;</b><span class="sr">${t.sumsPending}</span>`
          : summed.count === 0 && gaps > 0
            ? nothing // What is calculated nowhere comes to nothing that can be said, and not to 0.
            : field.gives === 'money'
              ? foldedSums(
                  summed.sums.length > 0 ? summed.sums : [{ amount: '0', currency: ownCurrency(model) }],
                  model,
                  t,
                )
              : html`<b><bdi>${this.#number(summed.sums, field)}</bdi></b>`
      }${gaps > 0 ? html` <span dir="auto">${t.notCalculated(gaps)}</span>` : nothing}</span
    >`;
  }

  #number(sums: readonly Money[], { format: as }: Field): string {
    const { format } = this.model;
    const text = sums[0]?.amount ?? '0';
    // Sums have the two decimals of amounts at least, also where nothing stands in them.
    const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
    const decimals = as?.as === 'days' ? 0 : as?.decimals;
    return decimals == null ? numberText(short, format) : decimal(format, short, decimals);
  }
}
