import type { CommandName } from '../../domain/plan.js';
import type { Deal, Id, Stage } from '../../domain/records.js';
import { missingFor } from '../../domain/validate.js';
import { missingToWin, moveQuestion, runAsking, wonQuestion } from '../../shared/deals/asking.js';
import { openDealIn } from '../../shared/deals/opened-from.js';
import type { Dialog } from '../../shared/dialog.js';
import { hasLostFocus } from '../../shared/keep-focus.js';
import type { Grid } from '../../shared/table/grid.js';
import { recordsOf } from '../../shared/table/pages.js';
import type { ChosenDeals } from './chosen.js';
import type { Lazy, Progress } from './lazy.js';
import type { DealListModel } from './model.js';

/** From here on the bar tells how far it has come. */
const many = 100;

/** What is done to deals, one or all that are chosen: from the bar, the row, a menu or a key. */
export class Actions {
  constructor(
    readonly model: DealListModel,
    readonly chosen: ChosenDeals,
    readonly grid: () => Grid<Deal>,
    readonly lazy: () => Lazy,
    readonly question: Dialog,
  ) {}

  why(name: CommandName, deal: Deal | null = null): string | null {
    return this.model.why(name, deal);
  }

  open(id: Id): void {
    openDealIn(this.model.query, this.model.crm, id);
    this.model.update();
  }

  /** The deal of a row that is held. */
  deal(id: Id): Deal | undefined {
    return this.model.at(this.model.list?.indexOf(id) ?? -1);
  }

  /**
   * What a command is about: this deal, or the chosen ones, fixed now. null = the store could not say which they are. All that
   * match are those that match when what was begun before has been done.
   */
  async targets(id?: Id): Promise<readonly Id[] | null> {
    const { model } = this;
    if (id !== undefined) return [id];
    const { ids } = model.selection;
    if (ids !== null) return ids;
    const chosen = model.selection.asNow();
    const { query } = model;
    await Promise.all(this.#underWay);
    try {
      const all = await model.store?.ids(query);
      return all?.filter(chosen) ?? null;
    } catch {
      model.commands.say(() => model.t.dealList.readFailed);
      return null;
    }
  }

  /** The same as records, for what has to look at each before it begins: whether it lacks something. */
  async deals(id?: Id): Promise<readonly Deal[] | null> {
    const { model } = this;
    const { selection, store } = model;
    const one = id === undefined ? undefined : this.deal(id);
    if (one) return [one];
    const named = id === undefined && !selection.all ? this.chosen.named : undefined;
    if (named) return named;
    if (!store) return null;
    const wanted = id === undefined ? selection.asNow() : (each: Id) => each === id;
    await Promise.all(this.#underWay);
    const deals: Deal[] = [];
    try {
      for await (const deal of recordsOf(store, model.query)) if (wanted(deal.id)) deals.push(deal);
    } catch {
      model.commands.say(() => model.t.dealList.readFailed);
      return null;
    }
    return deals;
  }

  async moveTo(stage: Stage, id?: Id): Promise<void> {
    const { model } = this;
    // Only a stage that asks for something makes it worth while to read all of them before.
    const deals = stage.requiredFields.length > 0 ? await this.deals(id) : [];
    const ids = deals && stage.requiredFields.length > 0 ? deals.map((deal) => deal.id) : await this.targets(id);
    if (!deals || !ids || ids.length === 0) return;
    const missing = (deal: Deal): readonly string[] => (deal.stageId === stage.id ? [] : missingFor(stage, deal));
    const question = moveQuestion(stage, ids.length, model);
    const said = (): string => model.t.pipeline.movedAll(ids.length, stage.name);
    await this.#busy(ids, (options) =>
      id === undefined
        ? runAsking(
            model,
            'deals-move',
            { ids, stageId: stage.id },
            {
              deals,
              missing,
              ask: this.lazy().answers,
              question,
              options: { ...options, said },
            },
          )
        : runAsking(
            model,
            'deal-move',
            { ids, stageId: stage.id },
            {
              deals,
              missing,
              ask: this.lazy().answers,
              question,
              options: { ...options, said },
            },
          ),
    );
  }

  async win(id?: Id): Promise<void> {
    const { model } = this;
    const asks = model.pipelines.some(({ wonFields }) => wonFields.length > 0);
    const deals = asks ? await this.deals(id) : [];
    const ids = deals && asks ? deals.map((deal) => deal.id) : await this.targets(id);
    if (!deals || !ids || ids.length === 0) return;
    await this.#busy(ids, (options) =>
      runAsking(
        model,
        'deal-win',
        { ids },
        {
          deals,
          missing: (deal) => missingToWin(deal, model.store),
          ask: this.lazy().answers,
          question: wonQuestion(ids.length, model),
          options: options,
        },
      ),
    );
  }

  /** The dialog asks why, and for what their pipelines ask besides. */
  async lose(id?: Id): Promise<void> {
    const deals = await this.deals(id);
    if (deals && deals.length > 0) this.lazy().lose(deals);
  }

  reopen(id?: Id): Promise<void> {
    return this.#on(id, (ids, options) => this.model.commands.run('deal-reopen', { ids }, options));
  }

  assign(ownerId: Id | null, id?: Id): Promise<void> {
    return this.#on(id, (ids, options) => this.model.commands.run('deals-assign', { ids, ownerId }, options));
  }

  /** Asks for the day, which is the same for all of them. */
  async expect(id?: Id): Promise<void> {
    const ids = await this.targets(id);
    if (!ids || ids.length === 0) return;
    const one = ids.length === 1 && ids[0] !== undefined ? this.deal(ids[0]) : undefined;
    const day = await this.lazy().expected(ids.length, one?.expectedClose ?? null);
    if (day === undefined) return;
    await this.#busy(ids, (options) => this.model.commands.run('deals-expect', { ids, expectedClose: day }, options));
  }

  /** @param ids fixed when the panel was opened */
  async label(add: readonly Id[], remove: readonly Id[], ids: readonly Id[]): Promise<void> {
    await this.#busy(ids, (options) =>
      this.model.commands.run('deals-label', { ids, add, remove }, { ...options, quiet: true }),
    );
  }

  async toLead(id?: Id): Promise<void> {
    const ids = await this.targets(id);
    if (ids && ids.length > 0) await this.#busy(ids, (options) => this.lazy().toLead(ids, options));
  }

  async wait(id: Id): Promise<void> {
    const deal = this.deal(id);
    if (deal && deal.status === 'open' && this.why('deal-wait', deal) === null) this.lazy().wait(deal);
  }

  endWait(deal: Deal): void {
    const said = (): string => this.model.t.pipeline.waitEnded(this.model.titleOf(deal));
    void this.model.commands.run('deal-wait', { ids: [deal.id], until: null }, { said });
  }

  /** Asks with the count: what is deleted waits in the trash. */
  async remove(id?: Id): Promise<void> {
    const { model } = this;
    const ids = await this.targets(id);
    if (!ids || ids.length === 0) return;
    const days = model.store?.settings.keepReceipts ?? 30;
    const deal = ids.length === 1 && ids[0] !== undefined ? this.deal(ids[0]) : undefined;
    const yes = await this.question.confirm(() => {
      const { pipeline, common } = model.t;
      return {
        title: pipeline.deleteTitle(ids.length),
        text: deal ? pipeline.deleteText(model.titleOf(deal), days) : pipeline.deleteTextOf(days),
        action: common.delete,
        cancel: common.cancel,
        negative: true,
      };
    });
    if (!yes) return;
    await this.#busy(ids, (options) => model.commands.run('deals-delete', { ids }, options));
  }

  /** What is done without a question in between is under way from the press on, not only when its deals are known. */
  #on(id: Id | undefined, run: (ids: readonly Id[], options: Progress) => Promise<unknown>): Promise<void> {
    return this.#track(
      this.targets(id).then(async (ids) => {
        if (ids && ids.length > 0) await this.#busy(ids, (options) => run(ids, options));
      }),
    );
  }

  /** Tells how far a command over many has come, and offers to stop it. */
  async #busy(ids: readonly Id[], run: (options: Progress) => Promise<unknown>): Promise<void> {
    const { model } = this;
    const stop = new AbortController();
    const onProgress = (done: number, of: number): void => {
      model.running = { text: model.t.dealList.working, done, of, stop: () => stop.abort() };
      model.update();
    };
    try {
      await this.#track(run({ stop: stop.signal, ...(ids.length >= many && { onProgress }) }));
    } finally {
      model.running = null;
      model.update();
    }
    await model.host.updateComplete;
    // The focus was in what is gone now: the row that took the place has it. Never taken from the page.
    if (hasLostFocus(model.host)) await this.grid().focusStop();
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const end = (): unknown => this.#underWay.delete(ended);
    const ended: Promise<unknown> = work.then(end, end);
    this.#underWay.add(ended);
    return work;
  }
  readonly #underWay = new Set<Promise<unknown>>();
}
