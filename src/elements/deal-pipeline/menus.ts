import type { Deal, Id, Pipeline } from '../../domain/records.js';
import { isWaiting } from '../../domain/rotting.js';
import * as icons from '../../shared/icons.js';
import { viewIcons } from '../../shared/view-icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { Anchor } from '../../shared/place.js';
import { merge } from '../../i18n/en/merge.js';
import { pipelines } from '../../i18n/en/pipelines.js';
import { search } from '../../i18n/en/search.js';
import { toLead } from '../../i18n/en/to-lead.js';
import { wordsOf } from '../../i18n/words.js';
import { laneItems } from './lane-items.js';
import type { BoardModel } from './model.js';
import { viewsOf } from './view-names.js';
import { fieldItems } from './own-card.js';
import { openOwners } from './owner-menu.js';
import { openSort } from './sort-menu.js';

export interface CardActions {
  readonly open: (deal: Deal) => void;
  readonly moveTo: (deals: readonly Deal[], stageId: Id) => void;
  readonly win: (deals: readonly Deal[]) => void;
  readonly lose: (deals: readonly Deal[]) => void;
  readonly remove: (deals: readonly Deal[]) => void;
  readonly choose: (deal: Deal) => void;
  readonly chosen: (deal: Deal) => boolean;
  readonly wait: (deal: Deal) => void;
  readonly endWait: (deal: Deal) => void;
  readonly merge: (deals: readonly Deal[]) => void;
  readonly toLead: (ids: readonly Id[]) => void;
  readonly trash: () => void;
  readonly searchAll: () => void;
  readonly keys: () => void;
  readonly fields: (anchor: HTMLElement) => void;
  readonly ownFields: () => void;
  /** null = a new one. */
  readonly edit: (pipeline: Pipeline | null) => void;
  readonly pipelines: () => void;
  /** Where the focus goes when the card is gone. */
  readonly home: () => HTMLElement | null;
}

/** The menus of the board: what can be done with a card, where to move it, by what to sort, whose deals. */
export class Menus {
  constructor(
    readonly menu: Menu,
    readonly model: BoardModel,
    readonly actions: CardActions,
  ) {}

  card(anchor: Anchor, deal: Deal): void {
    this.menu.open(anchor, () => {
      const { t } = this.model;
      const { actions } = this;
      const noWait = this.model.why('deal-wait', deal) ?? undefined;
      const noMove = this.model.whyMove(deal) ?? undefined;
      return {
        label: t.pipeline.actionsFor(this.model.titleOf(deal)),
        align: anchor instanceof Element ? 'end' : 'start',
        returnTo: actions.home,
        items: [
          { id: 'open', label: t.pipeline.open, icon: icons.file, kbd: 'Enter', run: () => actions.open(deal) },
          {
            ...{ id: 'move', label: t.pipeline.moveTo, icon: icons.move, kbd: 'M' },
            disabled: noMove,
            run: () => this.moveTo(anchor, [deal]),
          },
          {
            id: 'choose',
            label: actions.chosen(deal) ? t.pipeline.unchooseIt : t.pipeline.chooseIt,
            icon: icons.check,
            kbd: 'X',
            run: () => actions.choose(deal),
          },
          {
            ...{ id: 'wait', label: t.pipeline.wait, icon: icons.pause, kbd: 'W' },
            disabled: noWait,
            run: () => actions.wait(deal),
          },
          ...(isWaiting(deal, this.model.today)
            ? [
                {
                  ...{ id: 'end-wait', label: t.pipeline.waitEnd, icon: icons.clock },
                  disabled: noWait,
                  run: () => actions.endWait(deal),
                },
              ]
            : []),
          'separator',
          {
            id: 'won',
            label: t.pipeline.markWon,
            icon: icons.won,
            disabled: this.model.why('deal-win', deal) ?? undefined,
            run: () => actions.win([deal]),
          },
          {
            id: 'lost',
            label: t.pipeline.markLost,
            icon: icons.lost,
            disabled: this.model.why('deal-lose', deal) ?? undefined,
            run: () => actions.lose([deal]),
          },
          {
            id: 'merge',
            label: wordsOf('merge', merge, this.model.words.lang).mergeWith,
            icon: icons.merge,
            kbd: 'Shift M',
            disabled: this.model.why('deals-merge', deal) ?? undefined,
            run: () => actions.merge([deal]),
          },
          this.#toLead([deal]),
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: this.model.why('deals-delete', deal) ?? undefined,
            run: () => actions.remove([deal]),
          },
        ],
      };
    });
  }

  #toLead(deals: readonly Deal[]): MenuItem {
    const [deal, another] = deals;
    const open = deals.every(({ status }) => status === 'open');
    const words = wordsOf('toLead', toLead, this.model.words.lang);
    return {
      id: 'to-lead',
      label: words.back,
      icon: icons.undo,
      disabled: open ? (this.model.why('deals-convert', another ? null : (deal ?? null)) ?? undefined) : words.closed,
      run: () => this.actions.toLead(deals.map(({ id }) => id)),
    };
  }

  /** Every stage of the deals' pipeline, then those of the others: all that dragging can do, and more. */
  moveTo(anchor: Anchor, deals: readonly Deal[]): void {
    const { model, actions } = this;
    const [deal] = deals;
    if (!deal || this.#refused(deals)) return;
    const may = (name: 'deal-win' | 'deal-lose'): string | undefined =>
      model.why(name, deals.length > 1 ? null : deal) ?? undefined;
    this.#places(anchor, deals, () => [
      { head: this.#head(deals) },
      ...this.#lanes(deals),
      'separator',
      {
        id: 'move-won',
        label: model.t.pipeline.wonZone,
        icon: icons.won,
        disabled: may('deal-win'),
        run: () => actions.win(deals),
      },
      {
        id: 'move-lost',
        label: model.t.pipeline.lostZone,
        icon: icons.lost,
        disabled: may('deal-lose'),
        run: () => actions.lose(deals),
      },
      ...this.#others(deals),
      'separator',
      this.#toLead(deals),
    ]);
  }

  /** What the zone "Move" is for: the stages of the other pipelines, and the leads, to which it goes at once where there is no other. */
  elsewhere(anchor: Anchor, deals: readonly Deal[]): void {
    const [deal, another] = deals;
    const why = (): string | null => this.model.why('deals-convert', another ? null : (deal ?? null));
    const refused = why();
    if (this.#others(deals).length > 0)
      this.#places(anchor, deals, () => [{ head: this.#head(deals) }, this.#toLead(deals), ...this.#others(deals)]);
    else if (refused !== null) this.model.commands.say(() => why() ?? refused);
    else this.actions.toLead(deals.map(({ id }) => id));
  }

  #refused(deals: readonly Deal[]): boolean {
    const why = this.model.whyMove(...deals);
    if (why !== null) this.model.commands.say(() => this.model.whyMove(...deals) ?? why);
    return why !== null;
  }

  #head(deals: readonly Deal[]): string {
    const { model } = this;
    return deals.length > 1
      ? model.t.pipeline.moveHeadOf(deals.length)
      : model.t.pipeline.moveHead(model.titleOf(deals[0]!));
  }

  #places(anchor: Anchor, deals: readonly Deal[], items: () => readonly MenuItem[]): void {
    this.menu.open(anchor, () => {
      const { t } = this.model;
      return {
        label: this.#head(deals),
        align: anchor instanceof Element ? 'end' : 'start',
        sheet: true,
        filter: items().length > 24 ? t.common.findOf(t.common.stage) : undefined,
        nothing: t.common.nothingFound,
        returnTo: this.actions.home,
        items,
      };
    });
  }

  /** The stages of the deals' pipeline, or what stands in their place. */
  #lanes(deals: readonly Deal[]): MenuItem[] {
    const { layout } = this.model;
    if (!layout) return this.#stages(deals, deals[0]!.pipelineId);
    return laneItems(this.model, this.actions, deals, layout.places, (deal) => layout.laneOf(deal));
  }

  #stages(deals: readonly Deal[], pipelineId: Id): MenuItem[] {
    const stages = this.model.store?.directory.stagesOf(pipelineId) ?? [];
    return laneItems(this.model, this.actions, deals, stages, ({ stageId }) => stageId);
  }

  #others(deals: readonly Deal[]): MenuItem[] {
    const { model } = this;
    const directory = model.store?.directory;
    return model.pipelines
      .filter(({ id }) => id !== deals[0]?.pipelineId && (directory?.stagesOf(id).length ?? 0) > 0)
      .flatMap((each): MenuItem[] => [
        'separator',
        { head: model.t.pipeline.anotherPipeline(each.name) },
        ...this.#stages(deals, each.id),
      ]);
  }

  readonly sort = (anchor: HTMLElement): void => openSort(this.menu, this.model, anchor);

  /** What is about the board and not about a card. */
  readonly more = (anchor: HTMLElement): void => {
    this.menu.open(anchor, () => {
      const { pipeline: t } = this.model.t;
      const { everywhere } = wordsOf('search', search, this.model.words.lang);
      return {
        label: t.more,
        align: 'end',
        items: [
          { id: 'search', label: everywhere, icon: icons.search, kbd: 'Ctrl K', run: this.actions.searchAll },
          'separator',
          ...this.#pipelines(),
          'separator',
          ...this.#closed(),
          ...fieldItems(this.model, () => this.actions.fields(anchor), this.actions.ownFields),
          { id: 'trash', label: t.trashTitle, icon: icons.trash, run: this.actions.trash },
          'separator',
          { id: 'keys', label: t.keysTitle, icon: icons.info, kbd: '?', run: this.actions.keys },
        ],
      };
    });
  };

  /** Where a table can be shown. */
  #closed(): MenuItem[] {
    const { model } = this;
    const { pipeline: t } = model.t;
    if (!viewsOf(model.host).includes('list')) return [];
    const go = (segment: 'won' | 'lost') => (): void => model.hands.here?.views.closed(segment);
    return [
      { id: 'won-deals', label: t.wonDeals, icon: icons.won, run: go('won') },
      { id: 'lost-deals', label: t.lostDeals, icon: icons.lost, run: go('lost') },
    ];
  }

  #pipelines(): MenuItem[] {
    const { model, actions } = this;
    const { pipeline } = model;
    const t = wordsOf('pipelines', pipelines, model.words.lang);
    const why = model.why('pipeline-save', null) ?? undefined;
    const add: MenuItem = {
      id: 'add-pipeline',
      label: t.add,
      icon: icons.plus,
      disabled: why,
      run: () => actions.edit(null),
    };
    if (!pipeline) return [add];
    return [
      {
        id: 'edit-pipeline',
        label: t.editThis,
        icon: viewIcons.board,
        disabled: model.why('pipeline-save', pipeline) ?? undefined,
        run: () => actions.edit(pipeline),
      },
      add,
      { id: 'pipelines', label: t.all, icon: viewIcons.list, run: actions.pipelines },
    ];
  }

  readonly owners = (anchor: HTMLElement): void => openOwners(this.menu, this.model, anchor);
}
