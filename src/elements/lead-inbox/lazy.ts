import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Id, Lead } from '../../domain/records.js';
import { Code } from '../../shared/code.js';
import { fetchSoon } from '../../shared/fetch-soon.js';
import { ConvertController } from '../../shared/convert-controller.js';
import { Dialog } from '../../shared/dialog.js';
import type { MergePlace } from '../../shared/merge/merge.js';
import { Popup } from '../../shared/popup.js';
import type { CrmHost } from '../../shared/store-controller.js';
import type { Actions } from './actions.js';
import { filterModel } from './filtering.js';
import type { Grid } from '../../shared/table/grid.js';
import { withPart } from '../../shared/with-part.js';
import type { MenuTargets } from './menus.js';
import type { InboxModel } from './model.js';

/** Each fetched when somebody first asks for it, or after all that is more urgent. */
const codes = {
  add: new Code(() => import('./add/add.js')),
  filter: new Code(() => import('./filter/filter-panel.js')),
  filters: new Code(() => import('../../shared/filter/dialog.js')),
  labels: new Code(() => import('../../shared/labels/label-panel.js')),
  columns: new Code(() => import('./columns-panel.js')),
  keys: new Code(() => import('./keys-dialog.js')),
  exporting: new Code(() => import('./export.js')),
  importing: new Code(() => import('./import-dialog.js')),
  backup: new Code(() => import('./backup.js')),
  storage: new Code(() => import('./storage.js')),
  merge: new Code(() => import('../../shared/merge/merge.js')),
  search: new Code(() => import('../../shared/search/search.js')),
  fields: new Code(() => import('../../shared/fields/fields.js')),
};

/** The larger things that are opened over the inbox. */
export class Lazy implements MenuTargets {
  readonly dialog: Dialog;
  readonly panel: Popup;
  /** A question over an open dialog. */
  readonly question: Dialog;
  readonly #convert: ConvertController;

  constructor(
    readonly host: CrmHost,
    readonly model: InboxModel,
    readonly actions: () => Actions,
    readonly grid: () => Grid,
    readonly open: (kind: 'lead' | 'deal', id: Id) => void,
  ) {
    this.dialog = new Dialog(host, () => void grid().focusStop());
    this.panel = new Popup(host);
    this.question = new Dialog(host);
    this.#convert = new ConvertController(host, model.stores, model.commands);
  }

  /** Fetches all of it, one after the other, when the browser has nothing else to do. */
  soon(): void {
    fetchSoon([...Object.values(codes)]);
    for (const tag of ['lead-detail', 'lead-import'])
      if (customElements.get(tag)) (document.createElement(tag) as { prefetch?(): void } & HTMLElement).prefetch?.();
  }

  render(): TemplateResult {
    return html`${this.dialog.render()}${this.panel.render()}${this.question.render()}${this.#convert.render()}`;
  }

  readonly add = (title = ''): void => {
    if (this.actions().why('lead-add', null) !== null) return;
    void this.#load(codes.add, ({ AddDialog, addForm }) => {
      (this.#adding ??= new AddDialog(this.host, this.model, this.dialog, this.question, addForm)).open(title);
    });
  };
  #adding: { open(title: string): void } | undefined;

  readonly importFile = (): void => {
    const event = new CustomEvent('lead-import-open', { bubbles: true, composed: true, cancelable: true });
    if (!this.host.dispatchEvent(event) || !customElements.get('lead-import')) return;
    void this.#load(codes.importing, ({ openImport }) => openImport(this.dialog, this.model));
  };

  /** Somebody can import: the page listens for itself, or the tag is there. */
  readonly canImport = (): boolean => customElements.get('lead-import') !== undefined;

  readonly filter = (anchor: HTMLElement, field: string): void => {
    void this.#load(codes.filter, ({ openFilter }) =>
      openFilter(
        this.panel,
        anchor,
        field,
        this.model,
        () => this.labels(anchor, []),
        () => this.filters(anchor),
      ),
    );
  };

  /** The whole filter, with its groups. */
  readonly filters = (anchor: HTMLElement): void => {
    void this.#load(codes.filters, ({ openFilter }) => {
      anchor.focus({ preventScroll: true });
      openFilter(
        this.dialog,
        filterModel(this.model),
        () => this.host.shadowRoot?.querySelector<HTMLElement>('.chip--add') ?? null,
      );
    });
  };

  readonly columns = (anchor: HTMLElement): void => {
    void this.#load(codes.columns, ({ openColumns }) => openColumns(this.panel, anchor, this.model));
  };

  /** Labels to put on or take off; without leads only to make and change. */
  readonly labels = (anchor: HTMLElement, ids: readonly Id[]): void => {
    const grid = this.grid();
    grid.pinned = true;
    void this.#load(codes.labels, ({ openLabels }) =>
      openLabels({
        popup: this.panel,
        anchor,
        ids,
        model: this.model,
        labelsOf: (id) => this.model.at(this.model.list?.indexOf(id) ?? -1)?.labelIds,
        put: (add, remove) => this.actions().label(add, remove, ids),
        onClose: () => (grid.pinned = false),
      }),
    );
  };

  readonly exportCsv = (): void => {
    void this.#load(codes.exporting, ({ exportCsv }) => exportCsv(this.model));
  };

  readonly backUp = (): void => {
    void this.#load(codes.backup, ({ backUp }) => backUp(this.model));
  };

  readonly restoreBackup = (): void => {
    void this.#load(codes.backup, ({ restoreBackup }) => restoreBackup(this.model, this.dialog));
  };

  readonly storage = (): void => {
    void this.#load(codes.storage, ({ openStorage }) => openStorage(this.model, this.dialog));
  };

  /** Over leads, deals, persons and organizations. */
  readonly search = (): void => {
    const { host, model, dialog } = this;
    const returnTo = (): HTMLElement | null => this.grid().rowOf(model.active ?? '');
    void this.#load(codes.search, ({ openSearch }) =>
      openSearch({ host, crm: model.stores, dialog, words: model.words, open: this.open, returnTo }),
    );
  };

  readonly fields = (): void => {
    const { host, model, dialog } = this;
    const { stores: crm, commands, words } = model;
    const returnTo = (): HTMLElement | null => this.grid().rowOf(model.active ?? '');
    void this.#load(codes.fields, ({ openFields }) => openFields({ host, crm, commands, dialog, words, returnTo }));
  };

  readonly keys = (): void => {
    void this.#load(codes.keys, ({ openKeys }) => openKeys(this.model, this.dialog));
  };

  convert(ids: readonly Id[]): Promise<unknown> {
    return this.#convert.open({ ids });
  }

  /** Those side by side, or one and another that is looked for first. */
  async merge(ids: readonly Id[], lead?: Lead): Promise<readonly Id[]> {
    const { host, model } = this;
    const place: MergePlace = {
      host,
      crm: model.stores,
      commands: model.commands,
      dialog: this.dialog,
      words: model.words,
      untitled: model.t.inbox.untitled,
    };
    const returnTo = (): HTMLElement | null => this.grid().rowOf(model.active ?? '');
    const result = await this.#load(codes.merge, ({ openFind, openMerge }) =>
      lead
        ? openFind(place, { kind: 'lead', record: lead, returnTo })
        : openMerge(place, { kind: 'lead', ids, returnTo }),
    );
    return result?.outcomes.flatMap(({ id, state }) => (state === 'done' ? [id] : [])) ?? [];
  }

  #load<M extends object, R>(code: Code<M>, use: (part: M) => R | Promise<R>): Promise<R | undefined> {
    return withPart(this.host, code, () => this.model.commands.say(() => this.model.t.inbox.notLoaded), use);
  }
}
