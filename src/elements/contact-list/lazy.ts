import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Id } from '../../domain/records.js';
import { Code } from '../../shared/code.js';
import type { Finding } from '../../shared/contacts/finding.js';
import { Dialog } from '../../shared/dialog.js';
import { fetchSoon } from '../../shared/fetch-soon.js';
import type { MergePlace } from '../../shared/merge/place.js';
import { openRecord } from '../../shared/open-record.js';
import { Popup } from '../../shared/popup.js';
import type { Grid } from '../../shared/table/grid.js';
import { withPart } from '../../shared/with-part.js';
import type { CommandResult } from '../../store/api.js';
import type { Contact, ContactListModel } from './model.js';

/** Each fetched when somebody first asks for it, or after all that is more urgent. */
const codes = {
  add: new Code(() => import('../../shared/contacts/add.js')),
  columns: new Code(() => import('./columns-panel.js')),
  exporting: new Code(() => import('./export.js')),
  search: new Code(() => import('../../shared/search/search.js')),
  merge: new Code(() => import('../../shared/merge/merge.js')),
  keys: new Code(() => import('./keys-dialog.js')),
  duplicates: new Code(() => import('./duplicates/duplicates-dialog.js')),
};

/** The larger things that are opened over the list. */
export class Lazy {
  readonly dialog: Dialog;
  /** Over the dialog. */
  readonly question: Dialog;
  /** The columns. */
  readonly panel: Popup;
  readonly home: () => HTMLElement | null;

  constructor(
    readonly model: ContactListModel,
    readonly grid: () => Grid<Contact>,
    readonly finding: () => Finding | null,
  ) {
    this.dialog = new Dialog(model.host, () => void grid().focusStop());
    this.question = new Dialog(model.host);
    this.panel = new Popup(model.host);
    this.home = () => grid().stop;
  }

  /** Fetches all of it, one after the other, when the browser has nothing else to do. */
  soon(): void {
    fetchSoon(Object.values(codes));
    if (customElements.get('contact-detail'))
      (document.createElement('contact-detail') as { prefetch?(): void } & HTMLElement).prefetch?.();
  }

  render(): TemplateResult {
    return html`${this.dialog.render()}${this.question.render()}${this.panel.render()}`;
  }

  /** A person or an organization, as what is shown; words that were searched for and not found are its name. */
  readonly add = (): void => {
    const { model } = this;
    const why = (): string | null => model.why(model.kind === 'person' ? 'person-add' : 'organization-add', null);
    const refused = why();
    if (refused !== null) return model.commands.say(() => why() ?? refused);
    const name = model.found && model.total === 0 ? model.setup.search.trim() : '';
    void this.#load(codes.add, ({ openAdd }) => {
      const returnTo = (): HTMLElement | null | undefined =>
        model.host.shadowRoot?.querySelector<HTMLElement>('[data-add]');
      openAdd(model, { dialog: this.dialog, question: this.question, returnTo }, { kind: model.kind, name });
    });
  };

  readonly columns = (anchor: HTMLElement): void => {
    void this.#load(codes.columns, ({ openColumns }) => openColumns(this.panel, anchor, this.model));
  };

  readonly exportCsv = (): void => {
    void this.#load(codes.exporting, ({ exportCsv }) => exportCsv(this.model));
  };

  /** Over leads, deals, persons and organizations. */
  readonly search = (): void => {
    const { dialog, home } = this;
    const { crm, words, host } = this.model;
    const open = (kind: 'lead' | 'deal', id: Id): void => void openRecord(crm, kind, id);
    void this.#load(codes.search, ({ openSearch }) => openSearch({ host, crm, dialog, words, open, returnTo: home }));
  };

  /** Those side by side, or one and another that is looked for first. @returns what was done */
  async merge(ids: readonly Id[], record?: Contact, over = this.dialog): Promise<CommandResult | null> {
    const { model, home } = this;
    const { host, crm, commands, words, kind, t } = model;
    const place: MergePlace = { host, crm, commands, dialog: over, words, untitled: t.contacts.nameless };
    let done: CommandResult | null = null;
    await this.#load(codes.merge, async ({ openFind, openMerge }) => {
      done = await (record
        ? openFind(place, { kind, record, returnTo: home })
        : openMerge(place, { kind, ids, returnTo: home }));
    });
    return done;
  }

  /** Who may be there twice; what is merged is shown over it. */
  readonly duplicates = (): void => {
    const { model, dialog } = this;
    const finding = this.finding();
    if (!finding) return;
    void this.#load(codes.duplicates, ({ openDuplicates }) => {
      const returnTo = (): HTMLElement | null =>
        model.host.shadowRoot?.querySelector<HTMLElement>('[data-duplicates]') ?? this.home();
      const merge = (ids: readonly Id[]): Promise<CommandResult | null> => this.merge(ids, undefined, this.question);
      this.proposals = openDuplicates({ model, dialog, finding, merge, returnTo });
    });
  };
  /** Draws the proposals, where they are open. */
  proposals: (() => void) | null = null;

  readonly keys = (): void => {
    void this.#load(codes.keys, ({ openKeys }) => openKeys(this.model, this.dialog));
  };

  #load<M extends object, R>(code: Code<M>, use: (part: M) => R | Promise<R>): Promise<R | undefined> {
    return withPart(this.model.host, code, () => this.model.commands.say(() => this.model.t.detail.notLoaded), use);
  }
}
