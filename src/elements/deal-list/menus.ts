import { search } from '../../i18n/en/search.js';
import { toLead } from '../../i18n/en/to-lead.js';
import { wordsOf } from '../../i18n/words.js';
import type { CommandName } from '../../domain/plan.js';
import type { Deal, Id } from '../../domain/records.js';
import { isWaiting } from '../../domain/rotting.js';
import { avatar } from '../../shared/avatar.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { Anchor } from '../../shared/place.js';
import type { Grid } from '../../shared/table/grid.js';
import type { Actions } from './actions.js';
import type { Lazy } from './lazy.js';
import type { DealListModel } from './model.js';

/** What can be done with deals, one or those that are chosen; all are one `Menu`, opened at different places with different items. */
export class Menus {
  constructor(
    readonly menu: Menu,
    readonly model: DealListModel,
    readonly actions: Actions,
    readonly lazy: Lazy,
    readonly grid: () => Grid<Deal>,
  ) {}

  readonly more = (anchor: Element): void => {
    this.menu.open(anchor, () => {
      const { dealList: t } = this.model.t;
      return {
        label: t.more,
        align: 'end',
        items: [
          {
            id: 'search',
            label: wordsOf('search', search, this.model.words.lang).everywhere,
            icon: icons.search,
            kbd: 'Ctrl K',
            run: this.lazy.search,
          },
          'separator',
          { id: 'export', label: t.exportCsv, icon: icons.download, run: this.lazy.exportCsv },
          { id: 'fields', label: this.model.t.common.fields, icon: icons.columns, run: this.lazy.fields },
          'separator',
          { id: 'keys', label: t.keys, icon: icons.info, kbd: '?', run: this.lazy.keys },
        ],
      };
    });
  };

  readonly owner = (anchor: Element, id?: Id): void => {
    const { model, actions } = this;
    this.menu.open(anchor, () => {
      const { t, store } = model;
      const users = store?.directory.users.filter(({ active }) => active) ?? [];
      return {
        label: t.common.owner,
        filter: users.length > 8 ? t.common.findOf(t.common.owner) : undefined,
        nothing: t.common.nothingFound,
        items: [
          ...users.map((user): MenuItem => ({
            id: user.id,
            label: user.name || t.common.you,
            lead: avatar(user.name || t.common.you, user.id, { small: true }),
            run: () => void actions.assign(user.id, id),
          })),
          'separator',
          { id: 'nobody', label: t.pipeline.noOwner, icon: icons.x, run: () => void actions.assign(null, id) },
        ],
      };
    });
  };

  /** Every stage of every pipeline: of the one that is looked at, or that the deal stands in, first. */
  readonly move = (anchor: Anchor, id?: Id): void => {
    const { model, actions } = this;
    const deal = id === undefined ? undefined : actions.deal(id);
    const why = (): string | null => actions.why(deal ? 'deal-move' : 'deals-move', deal ?? null);
    const refused = why();
    if (refused !== null) return model.commands.say(() => why() ?? refused);
    const count = model.selection.count(model.total) ?? 0;
    const first = deal?.pipelineId ?? model.pipeline?.id;
    const pipelines = [...model.pipelines].sort((a, b) => Number(b.id === first) - Number(a.id === first));
    this.menu.open(anchor, () => {
      const { t, store } = model;
      const head = deal ? t.pipeline.moveHead(model.titleOf(deal)) : t.pipeline.moveHeadOf(count);
      const places = pipelines.flatMap(({ id: of, name }): MenuItem[] => {
        const stages = store?.directory.stagesOf(of) ?? [];
        if (stages.length === 0) return [];
        return [
          // What stands under the first head is known: it is the pipeline one looks at.
          ...(first === of ? [] : (['separator', { head: t.pipeline.anotherPipeline(name) }] as const)),
          ...stages.map((stage): MenuItem => {
            const here = deal?.stageId === stage.id;
            return {
              id: stage.id,
              label: stage.name,
              radio: true,
              checked: here,
              ...(here ? { count: t.pipeline.now } : { run: () => void actions.moveTo(stage, id) }),
            };
          }),
        ];
      });
      return {
        label: head,
        sheet: true,
        filter: places.length > 23 ? t.common.findOf(t.common.stage) : undefined,
        nothing: t.common.nothingFound,
        returnTo: this.lazy.home,
        items: [{ head }, ...places],
      };
    });
  };

  readonly row = (anchor: HTMLElement, id: Id): void => {
    const { model, actions } = this;
    const grid = this.grid();
    const deal = actions.deal(id);
    if (!deal) return;
    const why = (name: CommandName): string | undefined => actions.why(name, deal) ?? undefined;
    const open = deal.status === 'open';
    grid.pinned = true;
    this.menu.open(anchor, () => {
      const { t } = model;
      const running: MenuItem[] = [
        {
          id: 'move',
          label: t.pipeline.moveTo,
          icon: icons.move,
          kbd: 'M',
          disabled: why('deal-move'),
          run: () => this.move(anchor, id),
        },
        {
          id: 'wait',
          label: t.pipeline.wait,
          icon: icons.pause,
          kbd: 'W',
          disabled: why('deal-wait'),
          run: () => void actions.wait(id),
        },
        ...(isWaiting(deal, model.today)
          ? [
              {
                id: 'end-wait',
                label: t.pipeline.waitEnd,
                icon: icons.clock,
                disabled: why('deal-wait'),
                run: () => actions.endWait(deal),
              },
            ]
          : []),
      ];
      return {
        label: t.dealList.moreFor(model.titleOf(deal)),
        align: 'end',
        items: [
          { id: 'open', label: t.common.open, icon: icons.external, kbd: 'Enter', run: () => actions.open(id) },
          ...(open
            ? running
            : [
                {
                  id: 'reopen',
                  label: t.dealList.reopen,
                  icon: icons.undo,
                  kbd: 'R',
                  disabled: why('deal-reopen'),
                  run: () => void actions.reopen(id),
                },
              ]),
          {
            id: 'owner',
            label: t.common.owner,
            icon: icons.person,
            disabled: why('deals-assign'),
            run: () => this.owner(anchor, id),
          },
          {
            id: 'label',
            label: t.common.label,
            icon: icons.label,
            disabled: why('deals-label'),
            run: () => this.lazy.labels(anchor, [id]),
          },
          {
            id: 'expected',
            label: t.dealList.expectedClose,
            icon: icons.calendar,
            disabled: why('deals-expect'),
            run: () => void actions.expect(id),
          },
          'separator',
          ...(deal.status === 'won'
            ? []
            : [
                {
                  id: 'won',
                  label: t.pipeline.markWon,
                  icon: icons.won,
                  disabled: why('deal-win'),
                  run: () => void actions.win(id),
                },
              ]),
          ...(deal.status === 'lost'
            ? []
            : [
                {
                  id: 'lost',
                  label: t.pipeline.markLost,
                  icon: icons.lost,
                  disabled: why('deal-lose'),
                  run: () => void actions.lose(id),
                },
              ]),
          ...(open ? [this.#toLead(why('deals-convert'), id)] : []),
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: why('deals-delete'),
            run: () => void actions.remove(id),
          },
        ],
        returnTo: () => grid.rowOf(id),
        onClose: () => (grid.pinned = false),
      };
    });
  };

  #toLead(disabled: string | undefined, id?: Id): MenuItem {
    const { back } = wordsOf('toLead', toLead, this.model.words.lang);
    return { id: 'to-lead', label: back, icon: icons.undo, disabled, run: () => void this.actions.toLead(id) };
  }

  /** What the bar over chosen deals has no room for. */
  readonly bulk = (anchor: HTMLElement): void => {
    const { model, actions, lazy } = this;
    this.menu.open(anchor, () => {
      const { t, segment } = model;
      const why = (name: CommandName): string | undefined => actions.why(name) ?? undefined;
      return {
        label: t.dealList.more,
        align: 'end',
        items: [
          {
            id: 'owner',
            label: t.common.owner,
            icon: icons.person,
            disabled: why('deals-assign'),
            run: () => this.owner(anchor),
          },
          {
            id: 'label',
            label: t.common.label,
            icon: icons.label,
            disabled: why('deals-label'),
            run: () => void this.labels(anchor),
          },
          {
            id: 'expected',
            label: t.dealList.expectedClose,
            icon: icons.calendar,
            disabled: why('deals-expect'),
            run: () => void actions.expect(),
          },
          ...(segment === 'all'
            ? [
                {
                  id: 'reopen',
                  label: t.dealList.reopen,
                  icon: icons.undo,
                  disabled: why('deal-reopen'),
                  run: () => void actions.reopen(),
                },
              ]
            : []),
          ...(segment === 'won' || segment === 'lost' ? [] : [this.#toLead(why('deals-convert'))]),
          { id: 'export', label: t.dealList.export, icon: icons.download, run: lazy.exportCsv },
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: why('deals-delete'),
            run: () => void actions.remove(),
          },
        ],
      };
    });
  };

  /** Labels for all that are chosen. */
  async labels(anchor: HTMLElement): Promise<void> {
    const ids = await this.actions.targets();
    if (ids) this.lazy.labels(anchor, ids);
  }
}
