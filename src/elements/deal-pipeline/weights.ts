import type { ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Summary } from '../../domain/query.js';
import { converted } from '../../domain/rates.js';
import type { Rates } from '../../domain/rates.js';
import type { Id, Money, Stage } from '../../domain/records.js';
import { WeightedSum } from '../../domain/weighted.js';
import { icon } from '../../shared/icon.js';
import * as icons from '../../shared/icons.js';
import type { CrmStore, LiveSummaries } from '../../store/api.js';
import type { SumsOf } from './arriving.js';
import type { BoardModel } from './model.js';

interface Bound {
  readonly live: LiveSummaries;
  readonly off: () => void;
}

/**
 * What the deals of each stage are worth times their chance: each has its own, else that of its stage. Over all deals that
 * match, kept by the store by groups of one chance, so that nothing is added up while the board is drawn.
 */
export class Weights implements ReactiveController {
  readonly #model: BoardModel;
  readonly #bound = new Map<Id, Bound>();
  #store: CrmStore | null = null;
  #allSums = false;

  constructor(model: BoardModel) {
    this.#model = model;
    model.host.addController(this);
  }

  hostConnected(): void {
    this.#model.update();
  }

  hostDisconnected(): void {
    // A move is a disconnect and a connect in one task: only an element that is still out is torn down.
    queueMicrotask(() => {
      if (!this.#model.host.isConnected) this.#release();
    });
  }

  hostUpdate(): void {
    this.ask();
  }

  get lives(): readonly LiveSummaries[] {
    return [...this.#bound.values()].map(({ live }) => live);
  }

  /** Follows stages, store and question. */
  ask(): void {
    const { store, stages, host, question } = this.#model;
    if (store !== this.#store) this.#release();
    if (!store || !host.isConnected || !this.#model.askable) return;
    this.#store = store;
    const wanted = new Set(stages.map(({ id }) => id));
    for (const [id, { off }] of this.#bound) {
      if (wanted.has(id)) continue;
      off();
      this.#bound.delete(id);
    }
    for (const { id } of stages) {
      const query = {
        ...question,
        where: { all: [{ field: 'stageId', op: 'is', value: id }, question.where!] },
      } as const;
      const bound = this.#bound.get(id);
      if (bound) bound.live.setQuery(query);
      else {
        const live = store.summaries(query, 'probability');
        this.#bound.set(id, { live, off: live.subscribe(() => this.#model.update()) });
      }
    }
  }

  #release(): void {
    for (const { off } of this.#bound.values()) off();
    this.#bound.clear();
    this.#store = null;
  }

  get rates(): Rates | null {
    return this.#model.store?.settings.rates ?? null;
  }

  /** What the totals are made of, for whoever asks how they were converted, or why not; null = not known just now. */
  parts(all: Pick<Summary, 'sums'> | undefined) {
    const weighted = this.of(this.#model.stages);
    return all && weighted ? { rates: this.rates, sums: all.sums, weighted } : null;
  }

  /** Of some stages; undefined while one of them is not known, or none is. */
  of(stages: readonly Stage[]): readonly Money[] | undefined {
    if (stages.length === 0) return undefined;
    const sum = new WeightedSum();
    for (const { id, probability } of stages) {
      const groups = this.#bound.get(id)?.live.groups;
      if (!groups) return undefined;
      sum.addGroups(groups, probability);
    }
    return sum.sums;
  }

  /** Below the totals of a stage. */
  line(stage: Stage, sumsOf: SumsOf): TemplateResult {
    const { t } = this.#model;
    const sums = this.#model.summaries()?.of(stage.id)?.sums;
    return html`<p class="weighed" title=${t.pipeline.weightedHow}>${icon(icons.scales, { size: 'sm' })}<span class="sr">${t.pipeline.weighted}</span>
      <span>${this.#weighed([stage], sums, sumsOf)}</span></p>`;
  }

  /**
   * Weighted sums of some stages. Until they are known their room is kept, as grey shapes in the sizes of the sums themselves:
   * there are never more of them, and none is longer, so no head becomes taller when they come.
   */
  #weighed(stages: readonly Stage[], sums: readonly Money[] | undefined, sumsOf: SumsOf): TemplateResult {
    const weighed = this.of(stages);
    if (weighed || !sums) return sumsOf(told(weighed, this.rates));
    return html`<span class="room" aria-hidden="true">${sumsOf(told(sums, this.rates))}</span><span class="sr">${this.#model.t.pipeline.sumPending}</span>`;
  }

  /** At the head of the board: the stages added up; opens what they are made of where they were converted. */
  totals(all: Pick<Summary, 'sums'> | undefined, sumsOf: SumsOf, open: (anchor: HTMLElement) => void): TemplateResult {
    const model = this.#model;
    const { t } = model;
    const { rates } = this;
    const sum = html`<b>${sumsOf(told(all?.sums, rates))}</b>`;
    const weighed = this.#weighed(model.stages, all?.sums, sumsOf);
    const weight = html`${icon(icons.scales, { size: 'sm' })}<b>${weighed}</b> ${t.pipeline.weightedWord}`;
    const more = this.#more((told(all?.sums, rates)?.sums.length ?? 0) - model.firstSums);
    // One currency is one sum: there is nothing to be told of it.
    if (!rates && (all?.sums.length ?? 0) < 2)
      return html`${sum}<span class="weighed" title=${t.pipeline.weightedHow}>${weight}</span>${more}`;
    const how = rates ? t.pipeline.convertedOn(dayOf(rates, model)) : t.pipeline.noRates;
    const button = (inside: TemplateResult, which: string): TemplateResult =>
      html`<button type="button" class="weighed" data-totals=${which} aria-haspopup="dialog" aria-expanded="false" title=${how} @click=${(event: Event) => open(event.currentTarget as HTMLElement)}>${inside}</button>`;
    return html`${button(sum, 'sum')}${button(weight, 'weighted')}${more}`;
  }

  /** Brings the sums of the other currencies, on top and in the stages, and folds them again. */
  #more(count: number): TemplateResult | typeof nothing {
    const { t } = this.#model;
    if (count <= 0) return nothing;
    const open = this.#allSums;
    return html`<button type="button" data-all-sums aria-expanded=${open} @click=${() => {
      this.#allSums = !open;
      // Said to the style sheet by an attribute: WebKit does not hear everything that `:has()` would say.
      this.#model.host.shadowRoot?.querySelector('.pipe')?.toggleAttribute('data-sums', !open);
      this.#model.update();
    }}>${open ? t.pipeline.fewerSums : t.pipeline.moreSums(count)}</button>`;
  }
}

/** The day of rates, in words. */
export function dayOf({ date }: Rates, { format }: Pick<BoardModel, 'format'>): string {
  return format.day(date, { weekday: false, year: true });
}

/** As they are shown: in one currency as far as there are rates, each in its own where not. */
export function told(
  sums: readonly Money[] | undefined,
  rates: Rates | null,
): { readonly sums: readonly Money[] } | undefined {
  if (!sums || !rates) return sums && { sums };
  const { sum, left } = converted(sums, rates);
  return { sums: sum ? [sum, ...left] : left };
}
