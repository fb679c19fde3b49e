import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Day, Deal, Id, Pipeline } from '../../domain/records.js';
import { Code } from '../../shared/code.js';
import { fetchSoon } from '../../shared/fetch-soon.js';
import type { Ask } from '../../shared/deals/asking.js';
import { Dialog } from '../../shared/dialog.js';
import { openRecord } from '../../shared/open-record.js';
import type { MergePlace } from '../../shared/merge/merge.js';
import { Popup } from '../../shared/popup.js';
import type { Weights } from './weights.js';
import type { CrmHost } from '../../shared/store-controller.js';
import { withPart } from '../../shared/with-part.js';
import { openBreakdown } from './breakdown.js';
import { filterModel } from './filtering.js';
import type { Forecast } from './forecast/forecast.js';
import type { CommandResult } from '../../store/api.js';
import type { BoardModel } from './model.js';

/** Each fetched when somebody first asks for it, or after all that is more urgent. */
const codes = {
  add: new Code(() => import('./add-dialog.js')),
  answers: new Code(() => import('../../shared/deals/answers-dialog.js')),
  lost: new Code(() => import('../../shared/deals/lost-dialog.js')),
  filter: new Code(() => import('../../shared/filter/dialog.js')),
  wait: new Code(() => import('../../shared/deals/wait-dialog.js')),
  labels: new Code(() => import('../../shared/labels/label-panel.js')),
  keys: new Code(() => import('./keys-dialog.js')),
  fields: new Code(() => import('./fields-panel.js')),
  ownFields: new Code(() => import('../../shared/fields/fields.js')),
  toLead: new Code(() => import('../../shared/deals/to-lead-dialog.js')),
  merge: new Code(() => import('../../shared/merge/merge.js')),
  search: new Code(() => import('../../shared/search/search.js')),
  trash: new Code(() => import('./trash-dialog.js')),
  editor: new Code(() => import('./editor/editor.js')),
  forecast: new Code(() => import('./forecast/forecast.js')),
  pipelines: new Code(() => import('./editor/list-dialog.js')),
};

/** The dialogs of the board. */
export class Lazy {
  readonly dialog: Dialog;
  /** A question over an open dialog. */
  readonly question: Dialog;
  /** Labels of what is chosen, or what a sum is made of. */
  readonly panel: Popup;
  #adding: { open(stageId: Id | null, expectedClose: Day | null): void } | undefined;

  constructor(
    readonly host: CrmHost,
    readonly model: BoardModel,
    readonly home: () => HTMLElement | null,
    readonly weights: Weights,
  ) {
    this.dialog = new Dialog(host);
    this.question = new Dialog(host);
    this.panel = new Popup(host);
  }

  /** Fetches all of it, one after the other, when the browser has nothing else to do. */
  soon(): void {
    fetchSoon(Object.values(codes));
    if (customElements.get('deal-detail'))
      (document.createElement('deal-detail') as { prefetch?(): void } & HTMLElement).prefetch?.();
  }

  render(): TemplateResult {
    return html`${this.dialog.render()}${this.question.render()}${this.panel.render()}`;
  }

  /** What the totals are made of. */
  readonly totals = (anchor: HTMLElement): void => {
    const { model, weights } = this;
    const parts = (): ReturnType<Weights['parts']> => weights.parts(model.overall);
    openBreakdown(this.panel, anchor, model, parts);
  };

  /** @param lane where the deal is to stand: a stage, or what stands in its place; null = the first stage */
  readonly add = (lane: Id | null): void => {
    if (this.model.why('deal-add', null) !== null) return;
    const { layout } = this.model;
    void this.#load(codes.add, ({ AddDialog }) => {
      (this.#adding ??= new AddDialog(this.host, this.model, this.dialog, this.home, this.#discard)).open(
        layout ? null : lane,
        layout && lane ? layout.dayFor(lane) : null,
      );
    });
  };

  /** What was typed would be gone: only if that is meant. */
  readonly #discard = (): Promise<boolean> =>
    this.question.confirm(() => {
      const { pipeline: t } = this.model.t;
      return { title: t.discard, text: t.discardText, action: t.discardAction, cancel: t.keepTyping, negative: true };
    });

  /** @returns when the dialog is closed */
  readonly lose = async ([first, ...more]: readonly Deal[]): Promise<void> => {
    if (first) await this.#load(codes.lost, ({ openLost }) => openLost([first, ...more], this));
  };

  readonly wait = (deal: Deal): void => {
    void this.#load(codes.wait, ({ openWait }) => openWait(deal, this.model, this.dialog, this.home));
  };

  /** Back to the inbox; what a lead cannot have is told first. */
  readonly toLead = (ids: readonly Id[]): void => {
    void this.#load(codes.toLead, ({ backToLeads }) => backToLeads(ids, this.model, this.dialog, this.home));
  };

  /** Those side by side, or one and another that is looked for first. */
  async merge(deals: readonly Deal[]): Promise<CommandResult | null> {
    const { host, model, dialog, home } = this;
    const [deal, another] = deals;
    if (!deal) return null;
    const { crm, commands, words, t } = model;
    const place: MergePlace = { host, crm, commands, dialog, words, untitled: t.pipeline.untitled };
    const ids = deals.map(({ id }) => id);
    const result = await this.#load(codes.merge, ({ openFind, openMerge }) =>
      another
        ? openMerge(place, { kind: 'deal', ids, returnTo: home })
        : openFind(place, { kind: 'deal', record: deal, returnTo: home }),
    );
    return result ?? null;
  }

  /** Any field, groups; the way back is where it was opened from. */
  readonly filter = (anchor: HTMLElement): void => {
    void this.#load(codes.filter, ({ openFilter }) => {
      anchor.focus({ preventScroll: true });
      openFilter(
        this.dialog,
        filterModel(this.model),
        () => this.host.shadowRoot?.querySelector<HTMLElement>('[data-filters]') ?? null,
      );
    });
  };

  /** Which fields the cards show. */
  readonly fields = (anchor: HTMLElement): void => {
    void this.#load(codes.fields, ({ openFields }) => openFields(this.panel, anchor, this.model));
  };

  /** The fields that this account has made for itself. */
  readonly ownFields = (): void => {
    const { host, model, dialog, home: returnTo } = this;
    const { crm, commands, words } = model;
    void this.#load(codes.ownFields, ({ openFields }) => openFields({ host, crm, commands, dialog, words, returnTo }));
  };

  /** Over leads, deals, persons and organizations. */
  readonly search = (): void => {
    const { host, model, dialog, home } = this;
    const { crm, words } = model;
    const open = (kind: 'lead' | 'deal', id: Id): void => void openRecord(crm, kind, id);
    void this.#load(codes.search, ({ openSearch }) => openSearch({ host, crm, dialog, words, open, returnTo: home }));
  };

  readonly keys = (): void => {
    void this.#load(codes.keys, ({ openKeys }) => openKeys(this.model, this.dialog));
  };

  /** What shows the forecast; undefined = it could not be fetched, which is told. */
  readonly forecast = (): Promise<Forecast | undefined> =>
    this.#load(codes.forecast, ({ Forecast }) => new Forecast(this.model));

  readonly trash = (): void => {
    void this.#load(codes.trash, ({ openTrash }) => openTrash(this.model, this.dialog));
  };

  /** @param pipeline null = a new one */
  readonly edit = (pipeline: Pipeline | null): void => {
    if (this.model.why('pipeline-save', pipeline) !== null) return;
    void this.#load(codes.editor, ({ openEditor }) => openEditor(this, pipeline));
  };

  readonly pipelines = (): void => {
    void this.#load(codes.pipelines, ({ openPipelines }) => openPipelines(this, this.edit));
  };

  /** What deals lack for where they are to go; null = the person went back. */
  readonly answers: Ask = async (gaps, question, why) =>
    (await this.#load(codes.answers, ({ askAnswers }) => askAnswers(gaps, question, why, this))) ?? null;

  async remove(deals: readonly Deal[]): Promise<CommandResult | null> {
    const { model } = this;
    const days = model.store?.settings.keepReceipts ?? 30;
    const [deal, another] = deals;
    if (!deal) return null;
    const yes = await this.dialog.confirm(() => {
      const { pipeline: t, common } = model.t;
      return {
        title: t.deleteTitle(deals.length),
        text: another ? t.deleteTextOf(days) : t.deleteText(model.titleOf(deal), days),
        action: common.delete,
        cancel: common.cancel,
        negative: true,
        returnTo: this.home,
      };
    });
    return yes ? model.commands.run('deals-delete', { ids: deals.map(({ id }) => id) }) : null;
  }

  /** @param put puts labels on the deals and takes them off */
  labels(
    anchor: HTMLElement,
    deals: ReadonlyMap<Id, Deal>,
    put: (add: readonly Id[], remove: readonly Id[]) => void,
  ): void {
    const { model, panel } = this;
    void this.#load(codes.labels, ({ openLabels }) =>
      openLabels({
        popup: panel,
        anchor,
        ids: [...deals.keys()],
        model,
        labelsOf: (id) => deals.get(id)?.labelIds,
        put,
      }),
    );
  }

  #load<M extends object, R>(code: Code<M>, use: (part: M) => R | Promise<R>): Promise<R | undefined> {
    return withPart(this.host, code, () => this.model.commands.say(() => this.model.t.pipeline.notLoaded), use);
  }
}
