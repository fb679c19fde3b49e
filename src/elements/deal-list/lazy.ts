import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Day, Deal, Id } from '../../domain/records.js';
import { Code } from '../../shared/code.js';
import type { Ask } from '../../shared/deals/asking.js';
import { Dialog } from '../../shared/dialog.js';
import { fetchSoon } from '../../shared/fetch-soon.js';
import { openRecord } from '../../shared/open-record.js';
import { Popup } from '../../shared/popup.js';
import type { Grid } from '../../shared/table/grid.js';
import { withPart } from '../../shared/with-part.js';
import { filterButtonOf, filterModel } from './filtering.js';
import type { DealListModel } from './model.js';

/** Each fetched when somebody first asks for it, or after all that is more urgent. */
const codes = {
  filter: new Code(() => import('../../shared/filter/dialog.js')),
  columns: new Code(() => import('./columns-panel.js')),
  labels: new Code(() => import('../../shared/labels/label-panel.js')),
  answers: new Code(() => import('../../shared/deals/answers-dialog.js')),
  lost: new Code(() => import('../../shared/deals/lost-dialog.js')),
  expected: new Code(() => import('./expected-dialog.js')),
  wait: new Code(() => import('../../shared/deals/wait-dialog.js')),
  toLead: new Code(() => import('../../shared/deals/to-lead-dialog.js')),
  exporting: new Code(() => import('./export.js')),
  search: new Code(() => import('../../shared/search/search.js')),
  fields: new Code(() => import('../../shared/fields/fields.js')),
  keys: new Code(() => import('./keys-dialog.js')),
};

/** Options of a command over many. */
export interface Progress {
  readonly stop: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** What labels are put on. */
interface Labelled {
  deal(id: Id): Deal | undefined;
  label(add: readonly Id[], remove: readonly Id[], ids: readonly Id[]): Promise<void>;
}

/** The larger things that are opened over the list. */
export class Lazy {
  readonly dialog: Dialog;
  readonly panel: Popup;
  readonly home: () => HTMLElement | null;

  constructor(
    readonly model: DealListModel,
    readonly actions: () => Labelled,
    readonly grid: () => Grid<Deal>,
  ) {
    this.dialog = new Dialog(model.host, () => void grid().focusStop());
    this.panel = new Popup(model.host);
    this.home = () => grid().stop;
  }

  get host(): DealListModel['host'] {
    return this.model.host;
  }

  /** Fetches all of it, one after the other, when the browser has nothing else to do. */
  soon(): void {
    fetchSoon(Object.values(codes));
    if (customElements.get('deal-detail'))
      (document.createElement('deal-detail') as { prefetch?(): void } & HTMLElement).prefetch?.();
  }

  render(): TemplateResult {
    return html`${this.dialog.render()}${this.panel.render()}`;
  }

  /** Any field, groups, and what was saved; the way back is where it was opened from. */
  readonly filter = (anchor: HTMLElement): void => {
    void this.#load(codes.filter, ({ openFilter }) => {
      anchor.focus({ preventScroll: true });
      openFilter(this.dialog, filterModel(this.model), () => filterButtonOf(this.model));
    });
  };

  readonly columns = (anchor: HTMLElement): void => {
    void this.#load(codes.columns, ({ openColumns }) => openColumns(this.panel, anchor, this.model));
  };

  /** Labels to put on or take off. */
  readonly labels = (anchor: HTMLElement, ids: readonly Id[]): void => {
    const grid = this.grid();
    grid.pinned = true;
    void this.#load(codes.labels, ({ openLabels }) =>
      openLabels({
        popup: this.panel,
        anchor,
        ids,
        model: this.model,
        labelsOf: (id) => this.actions().deal(id)?.labelIds,
        put: (add, remove) => this.actions().label(add, remove, ids),
        onClose: () => (grid.pinned = false),
      }),
    );
  };

  /** What deals lack for where they are to go; null = the person went back. */
  readonly answers: Ask = async (gaps, question, why) =>
    (await this.#load(codes.answers, ({ askAnswers }) => askAnswers(gaps, question, why, this))) ?? null;

  readonly lose = (deals: readonly Deal[]): void => {
    const [first, ...more] = deals;
    if (first) void this.#load(codes.lost, ({ openLost }) => openLost([first, ...more], this));
  };

  readonly wait = (deal: Deal): void => {
    void this.#load(codes.wait, ({ openWait }) => openWait(deal, this.model, this.dialog, this.home));
  };

  /** The day on which deals are expected to close; undefined = the person went back. */
  expected(count: number, day: Day | null): Promise<Day | null | undefined> {
    return this.#load(codes.expected, ({ askExpected }) => askExpected(count, day, this.model, this.dialog, this.home));
  }

  /** Back to the inbox; what a lead cannot have is told first. */
  async toLead(ids: readonly Id[], options: Progress): Promise<void> {
    await this.#load(codes.toLead, ({ askToLead }) =>
      this.model.commands.run(
        'deals-convert',
        { ids },
        { ...options, dialog: (plan, again) => askToLead(plan, again, this.model, this.dialog, this.home) },
      ),
    );
  }

  readonly exportCsv = (): void => {
    void this.#load(codes.exporting, ({ exportCsv }) => exportCsv(this.model));
  };

  /** Over leads, deals, persons and organizations. */
  readonly search = (): void => {
    const { host, dialog, home } = this;
    const { crm, words } = this.model;
    const open = (kind: 'lead' | 'deal', id: Id): void => void openRecord(crm, kind, id);
    void this.#load(codes.search, ({ openSearch }) => openSearch({ host, crm, dialog, words, open, returnTo: home }));
  };

  readonly fields = (): void => {
    const { host, dialog, home: returnTo } = this;
    const { crm, commands, words } = this.model;
    void this.#load(codes.fields, ({ openFields }) => openFields({ host, crm, commands, dialog, words, returnTo }));
  };

  readonly keys = (): void => {
    void this.#load(codes.keys, ({ openKeys }) => openKeys(this.model, this.dialog));
  };

  #load<M extends object, R>(code: Code<M>, use: (part: M) => R | Promise<R>): Promise<R | undefined> {
    return withPart(this.host, code, () => this.model.commands.say(() => this.model.t.pipeline.notLoaded), use);
  }
}
