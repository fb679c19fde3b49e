import type { CommandInputs } from '../../domain/plan.js';
import type { Id, Lead } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { CommandResult } from '../../store/api.js';
import type { Dialog } from '../../shared/dialog.js';
import type { Grid } from '../../shared/table/grid.js';
import type { InboxModel } from './model.js';
import { clearSelection } from '../../shared/table/choose.js';
import { Rights } from './rights.js';

/** Commands that are given ids and nothing that has to be asked first. */
type Bulk =
  'leads-archive' | 'leads-restore' | 'leads-see' | 'leads-label' | 'leads-assign' | 'leads-delete' | 'trash-restore';
/** From here on the bar tells how far it has come. */
const many = 100;
/** More than these cannot be looked at side by side. */
const MOST_MERGED = 5;

/** What is done to leads, one or all that are chosen: from the bar, the row, a menu or a key. */
export class Actions extends Rights {
  constructor(
    model: InboxModel,
    readonly grid: () => Grid,
    readonly question: Dialog,
    readonly convertDialog: (ids: readonly Id[]) => Promise<unknown>,
    readonly mergeDialog: (ids: readonly Id[], lead?: Lead) => Promise<readonly Id[]>,
  ) {
    super(model);
  }

  /**
   * What a command is about: this lead, or the chosen ones, fixed now. null = the store could not say which they are.
   * All that match are those that match when what was begun before has been done: who archives and then restores at
   * once means the same leads.
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
      model.commands.say(() => model.t.inbox.errorUnavailable);
      return null;
    }
  }

  async convert(id?: Id): Promise<void> {
    const ids = await this.targets(id);
    if (ids === null || ids.length === 0) return;
    await this.convertDialog(ids);
    await this.#settle();
  }

  /** Why the chosen ones cannot be merged; null = they can. */
  whyMerge(): string | null {
    const { model } = this;
    const why = this.why('leads-merge', null);
    const n = model.selection.ids?.length ?? model.selection.count(model.total) ?? Infinity;
    return why ?? (n >= 2 && n <= MOST_MERGED ? null : wordsOf('merge', merge, model.words.lang).two(MOST_MERGED));
  }

  /** The chosen ones into one; or this lead and another one, that is looked for first. */
  async merge(id?: Id): Promise<void> {
    const { model } = this;
    const lead = id === undefined ? undefined : model.at(model.list?.indexOf(id) ?? -1);
    if ((id !== undefined && !lead) || this.why('leads-merge', lead ?? null) !== null) return;
    if (!lead && this.whyMerge() !== null) return;
    const ids = lead ? [] : await this.targets();
    if (ids === null) return;
    const done = await this.mergeDialog(ids, lead);
    if (done.length > 0 && !lead) {
      clearSelection(model);
      model.update();
    }
    await this.#settle();
  }

  archive(id?: Id): Promise<void> {
    return this.#leave('leads-archive', id);
  }

  restore(id?: Id): Promise<void> {
    return this.#leave(this.model.segment === 'trash' ? 'trash-restore' : 'leads-restore', id);
  }

  async assign(ownerId: Id | null, id?: Id): Promise<void> {
    await this.#onTargets(id, (ids) => this.#run('leads-assign', { ids, ownerId }));
  }

  async label(add: readonly Id[], remove: readonly Id[], ids: readonly Id[]): Promise<void> {
    await this.#run('leads-label', { ids, add, remove }, true);
  }

  async mark(seen: boolean, id?: Id): Promise<void> {
    await this.#onTargets(id, (ids) => this.#run('leads-see', { ids, seen }, true));
  }

  /** Asks with the count: what is deleted waits in the trash. */
  async remove(id?: Id): Promise<void> {
    const { model } = this;
    const { choices } = model.selection;
    const ids = await this.targets(id);
    if (ids === null || ids.length === 0) return;
    const days = model.store?.settings.keepReceipts ?? 30;
    const yes = await this.question.confirm(() => ({
      title: model.t.inbox.deleteAsk(ids.length),
      text: model.t.inbox.deleteText(days),
      action: model.t.inbox.deleteCount(ids.length),
      cancel: model.t.common.cancel,
      negative: true,
    }));
    if (yes) await this.#go('leads-delete', ids, choices);
  }

  async #leave(name: 'leads-archive' | 'leads-restore' | 'trash-restore', id?: Id): Promise<void> {
    const { choices } = this.model.selection;
    await this.#onTargets(id, (ids) => (ids.length > 0 ? this.#go(name, ids, choices) : undefined));
  }

  /** What is done without a question in between is under way from the press on, not only when its leads are known. */
  async #onTargets(id: Id | undefined, act: (ids: readonly Id[]) => Promise<unknown> | undefined): Promise<void> {
    await this.#track(this.targets(id).then((ids) => (ids === null ? undefined : act(ids))));
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const end = (): unknown => this.#underWay.delete(ended);
    const ended: Promise<unknown> = work.then(end, end);
    this.#underWay.add(ended);
    return work;
  }
  readonly #underWay = new Set<Promise<unknown>>();

  /**
   * Rows go: what was chosen goes with them, and what could not be done stays chosen.
   * @param choices as it was when this was begun: who has chosen anew since, here or in another segment, keeps that
   */
  async #go(
    name: 'leads-archive' | 'leads-restore' | 'trash-restore' | 'leads-delete',
    ids: readonly Id[],
    choices: number,
  ): Promise<void> {
    const { model } = this;
    const { selection } = model;
    let mine = selection.choices === choices && (ids.length > 1 || selection.has(ids[0] ?? ''));
    if (mine && ids.length < many) {
      clearSelection(model);
      choices = selection.choices;
    }
    const result = await this.#run(name, { ids });
    mine &&= selection.choices === choices;
    if (mine) {
      clearSelection(model);
      for (const { id, state } of result?.outcomes ?? ids.map((one) => ({ id: one, state: 'refused' })))
        if (state !== 'done' && ids.length > 1) selection.set(id, true);
      model.update();
    }
    await this.#settle();
  }

  async #run<N extends Bulk>(name: N, input: CommandInputs[N], quiet = false): Promise<CommandResult<N> | null> {
    const { model } = this;
    const { ids } = input;
    const stop = new AbortController();
    const tell = (done: number, of: number): void => {
      model.running = { text: model.t.inbox.working, done, of, stop: () => stop.abort() };
      model.update();
    };
    if (ids.length >= many) tell(0, ids.length);
    try {
      return await this.#track(
        model.commands.run(name, input, {
          quiet,
          stop: stop.signal,
          ...(ids.length >= many && { onProgress: tell }),
        }),
      );
    } finally {
      model.running = null;
      model.ended++;
      model.update();
    }
  }

  /** The focus was in what is gone now: the row that took the place has it, else the heading. Never taken from the page. */
  async #settle(): Promise<void> {
    const { host } = this.model;
    await host.updateComplete;
    const { activeElement } = host.ownerDocument;
    const lost = activeElement === null || activeElement === host.ownerDocument.body;
    if ((lost || activeElement === host) && !host.shadowRoot?.activeElement && host.isConnected)
      await this.grid().focusStop();
  }
}
