import type { CommandName } from '../../domain/plan.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import type { Id } from '../../domain/records.js';
import type { Dialog } from '../../shared/dialog.js';
import { hasLostFocus } from '../../shared/keep-focus.js';
import { openContact } from '../../shared/open-contact.js';
import { clearSelection } from '../../shared/table/choose.js';
import type { Grid } from '../../shared/table/grid.js';
import type { Lazy } from './lazy.js';
import type { Contact, ContactListModel } from './model.js';

/** Beyond this many how far it has come is shown. */
const many = 10;
/** More side by side than these nobody compares. */
const mostMerged = 5;

/** What is done with persons and organizations: one, or those that are chosen. */
export class Actions {
  constructor(
    readonly model: ContactListModel,
    readonly grid: () => Grid<Contact>,
    readonly question: Dialog,
    readonly lazy: Lazy,
  ) {}

  open(id: Id): void {
    openContact(this.model.crm, this.model.kind, id);
  }

  get deletion(): 'persons-delete' | 'organizations-delete' {
    return this.model.kind === 'person' ? 'persons-delete' : 'organizations-delete';
  }

  get merging(): 'persons-merge' | 'organizations-merge' {
    return this.model.kind === 'person' ? 'persons-merge' : 'organizations-merge';
  }

  /** Why the chosen ones cannot be merged; null = they can. */
  get whyMerge(): string | null {
    const { model } = this;
    const n = model.selection.count(model.total) ?? Infinity;
    const may = n >= 2 && n <= mostMerged;
    return this.why(this.merging) ?? (may ? null : wordsOf('merge', merge, model.words.lang).two(mostMerged));
  }

  /** The chosen ones into one; or this one and another one, that is looked for first. */
  async merge(id?: Id): Promise<void> {
    const { model } = this;
    const record = id === undefined ? undefined : model.byId(id);
    if (id !== undefined ? !record || this.why(this.merging, record) !== null : this.whyMerge !== null) return;
    const ids = record ? [] : await this.targets();
    if (!ids) return;
    const done = await this.lazy.merge(ids, record);
    if (done?.outcomes.some(({ state }) => state === 'done') === true && !record) {
      clearSelection(model);
      model.update();
    }
    await model.host.updateComplete;
    if (hasLostFocus(model.host)) await this.grid().focusStop();
  }

  why(name: CommandName, record: Contact | null = null): string | null {
    return this.model.why(name, record);
  }

  /** The ids that a command is about, fixed now; null = they could not be read, which is told. */
  async targets(id?: Id): Promise<readonly Id[] | null> {
    if (id !== undefined) return [id];
    const { model } = this;
    const { selection, store, query, commands } = model;
    if (selection.ids) return selection.ids;
    const chosen = selection.asNow();
    try {
      return ((await store?.ids(query)) ?? []).filter(chosen);
    } catch {
      commands.say(() => model.t.contacts.readFailed);
      return null;
    }
  }

  /** Asks with the count: what is deleted waits in the trash. */
  async remove(id?: Id): Promise<void> {
    const { model } = this;
    const ids = await this.targets(id);
    if (!ids || ids.length === 0) return;
    const days = model.store?.settings.keepReceipts ?? 30;
    const one = ids.length === 1 && ids[0] !== undefined ? model.byId(ids[0]) : undefined;
    const persons = model.kind === 'person';
    const yes = await this.question.confirm(() => {
      const { contacts: t, common } = model.t;
      const title = persons ? t.deletePersons(ids.length) : t.deleteOrganizations(ids.length);
      return {
        title: one ? t.deleteOne(model.nameOf(one)) : title,
        text: t.deleteText(days),
        action: common.delete,
        cancel: common.cancel,
        negative: true,
      };
    });
    if (yes) await this.#busy(ids);
  }

  /** Tells how far it has come, and offers to stop it. */
  async #busy(ids: readonly Id[]): Promise<void> {
    const { model } = this;
    const stop = new AbortController();
    const onProgress = (done: number, of: number): void => {
      model.running = { text: model.t.dealList.working, done, of, stop: () => stop.abort() };
      model.update();
    };
    try {
      await model.commands.run(
        this.deletion,
        { ids },
        { stop: stop.signal, ...(ids.length >= many && { onProgress }) },
      );
    } finally {
      model.running = null;
      model.update();
    }
    await model.host.updateComplete;
    // The focus was in what is gone now: the row that took the place has it. Never taken from the page.
    if (hasLostFocus(model.host)) await this.grid().focusStop();
  }
}
