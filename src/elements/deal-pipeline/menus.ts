import type { Deal, Id, Pipeline } from '../../domain/records.js';
import { isWaiting } from '../../domain/rotting.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { Anchor } from '../../shared/place.js';
import { pipelines } from '../../i18n/en/pipelines.js';
import { toLead } from '../../i18n/en/to-lead.js';
import { wordsOf } from '../../i18n/words.js';
import { avatar } from '../../shared/avatar.js';
import type { BoardModel } from './model.js';
import { boardOrders, orderName } from './order.js';
import type { BoardOrder } from './order.js';

export interface CardActions {
  readonly open: (id: Id) => void;
  readonly moveTo: (deal: Deal, stageId: Id) => void;
  readonly win: (deal: Deal) => void;
  readonly lose: (deal: Deal) => void;
  readonly wait: (deal: Deal) => void;
  readonly endWait: (deal: Deal) => void;
  readonly remove: (deal: Deal) => void;
  readonly toLead: (ids: readonly Id[]) => void;
  readonly trash: () => void;
  readonly keys: () => void;
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
    const { t } = this.model;
    const { actions } = this;
    const noWait = this.model.why('deal-wait', deal) ?? undefined;
    const noMove = this.model.why('deal-move', deal) ?? undefined;
    this.menu.open(anchor, {
      label: t.pipeline.actionsFor(this.model.titleOf(deal)),
      align: anchor instanceof Element ? 'end' : 'start',
      returnTo: actions.home,
      items: [
        { id: 'open', label: t.pipeline.open, icon: icons.file, kbd: 'Enter', run: () => actions.open(deal.id) },
        {
          id: 'move',
          label: t.pipeline.moveTo,
          icon: icons.move,
          kbd: 'M',
          disabled: noMove,
          run: () => this.moveTo(anchor, deal),
        },
        {
          id: 'wait',
          label: t.pipeline.wait,
          icon: icons.pause,
          kbd: 'W',
          disabled: noWait,
          run: () => actions.wait(deal),
        },
        ...(isWaiting(deal, this.model.today)
          ? [
              {
                id: 'end-wait',
                label: t.pipeline.waitEnd,
                icon: icons.clock,
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
          run: () => actions.win(deal),
        },
        {
          id: 'lost',
          label: t.pipeline.markLost,
          icon: icons.lost,
          disabled: this.model.why('deal-lose', deal) ?? undefined,
          run: () => actions.lose(deal),
        },
        this.#toLead(deal),
        'separator',
        {
          id: 'delete',
          label: t.common.delete,
          icon: icons.trash,
          negative: true,
          disabled: this.model.why('deals-delete', deal) ?? undefined,
          run: () => actions.remove(deal),
        },
      ],
    });
  }

  #toLead(deal: Deal): MenuItem {
    const words = wordsOf('toLead', toLead, this.model.words.lang);
    return {
      id: 'to-lead',
      label: words.back,
      icon: icons.undo,
      disabled: deal.status === 'open' ? (this.model.why('deals-convert', deal) ?? undefined) : words.closed,
      run: () => this.actions.toLead([deal.id]),
    };
  }

  /** Every stage of the deal's pipeline, then those of the others: all that dragging can do, and more. */
  moveTo(anchor: Anchor, deal: Deal): void {
    const { model, actions } = this;
    const why = model.why('deal-move', deal);
    if (why !== null) return model.commands.say(why);
    const directory = model.store?.directory;
    if (!directory) return;
    const stages = (pipelineId: Id): MenuItem[] =>
      directory.stagesOf(pipelineId).map((stage) => ({
        id: stage.id,
        label: stage.name,
        radio: true,
        checked: stage.id === deal.stageId,
        ...(stage.id === deal.stageId
          ? { count: model.t.pipeline.now }
          : { run: () => actions.moveTo(deal, stage.id) }),
      }));
    const others = directory.pipelines.filter(
      (each) => each.id !== deal.pipelineId && directory.stagesOf(each.id).length > 0,
    );
    this.menu.open(anchor, {
      label: model.t.pipeline.moveHead(model.titleOf(deal)),
      align: anchor instanceof Element ? 'end' : 'start',
      sheet: true,
      returnTo: actions.home,
      items: [
        { head: model.t.pipeline.moveHead(model.titleOf(deal)) },
        ...stages(deal.pipelineId),
        'separator',
        {
          id: 'move-won',
          label: model.t.pipeline.wonZone,
          icon: icons.won,
          disabled: model.why('deal-win', deal) ?? undefined,
          run: () => actions.win(deal),
        },
        {
          id: 'move-lost',
          label: model.t.pipeline.lostZone,
          icon: icons.lost,
          disabled: model.why('deal-lose', deal) ?? undefined,
          run: () => actions.lose(deal),
        },
        ...others.flatMap((each): MenuItem[] => [
          'separator',
          { head: model.t.pipeline.anotherPipeline(each.name) },
          ...stages(each.id),
        ]),
        'separator',
        this.#toLead(deal),
      ],
    });
  }

  readonly sort = (anchor: HTMLElement): void => {
    const { model } = this;
    const choose = (order: BoardOrder) => (): void => {
      model.arrange({ order });
      model.say(model.t.pipeline.sortedNow(orderName(order, model.t)));
    };
    this.menu.open(anchor, {
      label: model.t.pipeline.sortHead,
      align: 'end',
      items: [
        { head: model.t.pipeline.sortHead },
        ...boardOrders.map((order) => ({
          id: order,
          label: orderName(order, model.t),
          radio: true,
          checked: model.order === order,
          run: choose(order),
        })),
      ],
    });
  };

  /** What is about the board and not about a card. */
  readonly more = (anchor: HTMLElement): void => {
    const { pipeline: t } = this.model.t;
    this.menu.open(anchor, {
      label: t.more,
      align: 'end',
      items: [
        ...this.#pipelines(),
        'separator',
        { id: 'trash', label: t.trashTitle, icon: icons.trash, run: this.actions.trash },
        'separator',
        { id: 'keys', label: t.keysTitle, icon: icons.info, kbd: '?', run: this.actions.keys },
      ],
    });
  };

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
        icon: icons.board,
        disabled: model.why('pipeline-save', pipeline) ?? undefined,
        run: () => actions.edit(pipeline),
      },
      add,
      { id: 'pipelines', label: t.all, icon: icons.list, run: actions.pipelines },
    ];
  }

  readonly owners = (anchor: HTMLElement): void => {
    const { model } = this;
    const { t, host } = model;
    const users = model.store?.directory.users ?? [];
    const now = host.filter.find((one) => one.field === 'ownerId');
    const chosen = (value: Id | null): boolean => Array.isArray(now?.value) && now.value.includes(value);
    const choose = (value: Id | null | undefined) => (): void => {
      const rest = host.filter.filter((one) => one.field !== 'ownerId');
      model.arrange({ filter: value === undefined ? rest : [...rest, { field: 'ownerId', op: 'in', value: [value] }] });
    };
    this.menu.open(anchor, {
      label: t.common.owner,
      align: 'end',
      filter: users.length > 12 ? t.common.findOf(t.common.owner) : undefined,
      nothing: t.common.nothingFound,
      items: [
        { id: 'everyone', label: t.pipeline.everyone, radio: true, checked: !now, run: choose(undefined) },
        'separator',
        ...users.map((user) => ({
          id: user.id,
          label: user.name || t.common.you,
          radio: true,
          checked: chosen(user.id),
          lead: avatar(user.name || t.common.you, user.id, { small: true }),
          run: choose(user.id),
        })),
        { id: 'nobody', label: t.pipeline.noOwner, radio: true, checked: chosen(null), run: choose(null) },
      ],
    });
  };
}
