import type { Stage } from '../../domain/records.js';
import { missingFor } from '../../domain/validate.js';
import { toLead } from '../../i18n/en/to-lead.js';
import { wordsOf } from '../../i18n/words.js';
import { adopt } from '../../shared/adopt.js';
import type { Asking } from '../../shared/deals/answer-form.js';
import { missingToWin, moveQuestion, runAsking, wonQuestion } from '../../shared/deals/asking.js';
import type { Ask } from '../../shared/deals/asking.js';
import type { DealPlace } from '../../shared/deals/place.js';
import type { Dialog } from '../../shared/dialog.js';
import type { Merging } from '../../shared/detail/merging.js';
import { mergeItem } from '../../shared/detail/merging.js';
import type { Labels } from '../../shared/detail/labels.js';
import type { DetailModel } from '../../shared/detail/model.js';
import type { Values } from '../../shared/detail/values.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { CrmHost } from '../../shared/store-controller.js';
import { duplicate } from './duplicate.js';
import { followItems } from './faces.js';
import { Parts } from './parts.js';
import { projectItems } from './projects/starting.js';
import type { Starting } from './projects/starting.js';
import type { Receipts } from './receipts.js';
import { waitItems } from './quiet.js';
import { stageItems } from './stage-items.js';
import { dealWords } from './words.js';

/** What is done to the open deal: moved, made to wait, won, lost, reopened, deleted. */
export class Actions {
  readonly #parts: Parts;

  constructor(
    readonly model: DetailModel,
    readonly host: CrmHost,
    readonly menu: Menu,
    readonly dialog: Dialog,
    readonly values: Values,
    readonly labels: Labels,
    readonly merging: Merging,
    readonly receipts: Receipts,
    readonly projects: Starting,
    readonly settle: () => void,
  ) {
    this.#parts = new Parts(model);
  }

  readonly win = async (): Promise<void> => {
    const { model } = this;
    const { deal } = model;
    if (!deal || model.why('deal-win') !== undefined) return;
    await this.#asking((place) =>
      runAsking(
        place,
        'deal-win',
        { ids: [deal.id] },
        {
          deals: [deal],
          missing: (each) => missingToWin(each, model.store),
          ask: this.#ask(place),
          question: wonQuestion(1, place),
        },
      ),
    );
    this.settle();
  };

  readonly reopen = async (): Promise<void> => {
    const { deal } = this.model;
    if (!deal || this.model.why('deal-reopen') !== undefined) return;
    await this.model.run('deal-reopen', { ids: [deal.id] });
    this.settle();
  };

  readonly lose = async (): Promise<void> => {
    const { deal } = this.model;
    if (!deal || this.model.why('deal-lose') !== undefined) return;
    await this.#parts.load(async () => {
      const [{ openLost, partStyles }, place] = await Promise.all([
        import('../../shared/deals/lost-dialog.js'),
        this.#parts.place(),
      ]);
      adopt(this.host, [partStyles]);
      void openLost([deal], this.#askedAt(place));
    });
  };

  readonly wait = async (): Promise<void> => {
    const { deal } = this.model;
    if (deal?.status !== 'open' || this.model.why('deal-wait') !== undefined) return;
    await this.#parts.load(async () => {
      const [{ openWait, partStyles }, place] = await Promise.all([
        import('../../shared/deals/wait-dialog.js'),
        this.#parts.place(),
      ]);
      adopt(this.host, [partStyles]);
      openWait(deal, place, this.dialog, () => this.#home());
    });
  };

  readonly endWait = async (): Promise<void> => {
    const { deal, title } = this.model;
    if (!deal) return;
    const { t } = await this.#parts.place();
    const said = (): string => t.pipeline.waitEnded(title);
    await this.model.commands.run('deal-wait', { ids: [deal.id], until: null }, { said });
    this.settle();
  };

  /** One command, one write; what the stage asks for and the deal lacks travels in its draft. */
  readonly move = async (stage: Stage): Promise<void> => {
    const { model } = this;
    const { deal } = model;
    if (!deal || deal.stageId === stage.id || model.why('deal-move') !== undefined) return;
    const result = await this.#asking((place) =>
      runAsking(
        place,
        'deal-move',
        { ids: [deal.id], stageId: stage.id },
        {
          deals: [deal],
          missing: (each) => missingFor(stage, each),
          ask: this.#ask(place),
          question: moveQuestion(stage, 1, place),
          options: { said: () => dealWords(model).movedTo(stage.name) },
        },
      ),
    );
    if (result?.outcomes.some(({ state }) => state === 'done'))
      await model.focus(`[data-stage="${CSS.escape(stage.id)}"]`);
  };

  /** With the words of the dialog that may ask. */
  async #asking<R>(run: (place: DealPlace) => Promise<R>): Promise<R | undefined> {
    const place = await this.#parts.load(() => this.#parts.place());
    return place && run(place);
  }

  #ask(place: DealPlace): Ask {
    return async (gaps, question, why) => {
      const answers = await this.#parts.load(async () => {
        const { askAnswers, partStyles } = await import('../../shared/deals/answers-dialog.js');
        adopt(this.host, [partStyles]);
        return askAnswers(gaps, question, why, this.#askedAt(place));
      });
      return answers ?? null;
    };
  }

  #askedAt(model: DealPlace): Asking {
    return { host: this.host, model, dialog: this.dialog, home: () => this.#home() };
  }

  readonly remove = async (): Promise<void> => {
    const { model } = this;
    const { deal } = model;
    if (!deal) return;
    const days = model.store?.settings.keepReceipts ?? 30;
    const yes = await this.dialog.confirm(() => ({
      title: dealWords(model).deleteDealAsk,
      text: model.t.detail.deleteText(days),
      action: dealWords(model).deleteDeal,
      cancel: model.t.common.cancel,
      negative: true,
    }));
    if (!yes) return;
    await model.run('deals-delete', { ids: [deal.id] });
    this.settle();
  };

  /** Back to the inbox, as a lead; what a lead cannot have is told first. */
  readonly toLead = async (): Promise<void> => {
    const { model } = this;
    const { deal } = model;
    if (!deal || model.why('deals-convert') !== undefined) return;
    await this.#parts.load(async () => {
      const [{ askToLead, partStyles }, place] = await Promise.all([
        import('../../shared/deals/to-lead-dialog.js'),
        this.#parts.place(),
      ]);
      adopt(this.host, [partStyles]);
      await model.commands.run(
        'deals-convert',
        { ids: [deal.id] },
        { dialog: (plan, again) => askToLead(plan, again, place, this.dialog, () => this.#home()) },
      );
    });
    this.settle();
  };

  readonly more = (event: Event): void => {
    const { model } = this;
    const { deal } = model;
    const anchor = event.currentTarget as HTMLElement;
    if (!deal) return;
    this.menu.open(anchor, () => {
      const { t } = model;
      const own = dealWords(model);
      const toLeadWords = wordsOf('toLead', toLead, model.words.lang);
      const [lead, another] = this.receipts.active;
      const items: MenuItem[] = [
        {
          ...{ id: 'move', label: own.stages, icon: icons.move, kbd: 'M' },
          disabled: deal.status === 'open' ? model.why('deal-move') : own.closedDoesNotMove,
          run: () => this.stages(anchor),
        },
        ...waitItems(model, this),
        {
          ...{ id: 'labels', label: t.common.labels, icon: icons.label },
          disabled: model.why('deals-label'),
          run: () => this.labels.open(anchor),
        },
        {
          ...{ id: 'owner', label: t.common.owner, icon: icons.person },
          disabled: model.why('deals-assign'),
          run: () =>
            this.#open(
              anchor,
              () => model.t.common.owner,
              () => this.values.owners(deal.ownerId),
            ),
        },
        ...followItems(model, this.values, this.menu, anchor),
        {
          ...{ id: 'duplicate', label: own.duplicate, icon: icons.copy },
          disabled: model.why('deal-duplicate'),
          run: () => void duplicate(model, this.settle),
        },
        ...projectItems(model, this.projects),
        ...(deal.status === 'lost'
          ? [
              {
                ...{ id: 'reason', label: own.changeReason, icon: icons.lost },
                disabled: model.why('deal-lose'),
                run: () => void this.lose(),
              },
            ]
          : []),
        // Of several leads each has its own in the history.
        ...(lead && !another && this.receipts.canTakeBack(lead)
          ? [
              {
                ...{ id: 'take-back', label: own.undoConversion, icon: icons.undo },
                disabled: model.why('conversions-undo'),
                run: () => void this.receipts.takeBack(lead),
              },
            ]
          : []),
        {
          ...{ id: 'to-lead', label: toLeadWords.action, icon: icons.undo },
          disabled: deal.status === 'open' ? model.why('deals-convert') : toLeadWords.closed,
          run: () => void this.toLead(),
        },
        mergeItem(model, this.merging),
        'separator',
        {
          ...{ id: 'delete', label: t.common.delete, icon: icons.trash },
          negative: true,
          disabled: model.why('deals-delete'),
          run: () => void this.remove(),
        },
      ];
      return { label: t.detail.moreActions, items, align: 'end' };
    });
  };

  /** Every stage of every pipeline: what the bar does for one of them. */
  stages(anchor: HTMLElement): void {
    const { model } = this;
    const { deal, store } = model;
    if (!deal || !store || deal.status !== 'open' || model.why('deal-move') !== undefined) return;
    const items = stageItems(store.directory, deal.stageId, (stage) => void this.move(stage));
    this.#open(
      anchor,
      () => dealWords(model).stages,
      () => items,
    );
  }

  #open(anchor: HTMLElement, label: () => string, items: () => readonly MenuItem[]): void {
    this.menu.open(anchor, () => {
      const { common } = this.model.t;
      const [name, all] = [label(), items()];
      return {
        label: name,
        items: all,
        align: 'end',
        filter: all.length > 12 ? common.findOf(name) : undefined,
        nothing: common.nothingFound,
      };
    });
  }

  #home(): HTMLElement | null {
    return this.model.host.shadowRoot?.querySelector<HTMLElement>('[data-act=reopen], [data-act=more]') ?? null;
  }
}
