import type { CommandInputs, CommandName } from '../../domain/plan.js';
import type { Deal, Id } from '../../domain/records.js';
import { avatar } from '../../shared/avatar.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { CommandResult } from '../../store/api.js';
import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';
import { MOST_MERGED } from './actions.js';
import type { Actions } from './actions.js';
import type { BoardModel } from './model.js';

/** What is done with the cards that are chosen, from the bar. */
export class Bulk {
  constructor(
    readonly model: BoardModel,
    readonly actions: Actions,
    readonly menu: Menu,
  ) {}

  get #deals(): readonly Deal[] {
    return this.actions.hands.chosen.deals;
  }

  /** Why it is refused, whatever the deal; null = it is not. */
  why(name: CommandName): string | null {
    return this.model.why(name, null);
  }

  /** Why the chosen ones cannot be merged; null = they can. */
  get whyMerge(): string | null {
    const n = this.#deals.length;
    const why = this.why('deals-merge');
    return why ?? (n >= 2 && n <= MOST_MERGED ? null : this.#words.two(MOST_MERGED));
  }
  get #words(): typeof merge {
    return wordsOf('merge', merge, this.model.words.lang);
  }

  /** The cards get the focus: the bar is gone. */
  readonly clear = (): void => {
    this.actions.hands.chosen.clear();
    this.actions.hands.focus.enter();
  };

  readonly move = (anchor: HTMLElement): void => this.actions.hands.menus().moveTo(anchor, this.#deals);
  readonly win = (): void => this.actions.win(this.#deals);
  readonly lose = (): void => this.actions.lose(this.#deals);
  readonly merge = (): void => this.actions.merge(this.#deals);
  readonly remove = (): void => this.actions.remove(this.#deals);

  readonly owner = (anchor: HTMLElement): void => {
    const { model } = this;
    this.menu.open(anchor, () => {
      const { t } = model;
      const users = model.store?.directory.users.filter(({ active }) => active) ?? [];
      const assign = (ownerId: Id | null) => (): void => void this.#run('deals-assign', { ownerId });
      return {
        label: t.common.owner,
        filter: users.length > 12 ? t.common.findOf(t.common.owner) : undefined,
        nothing: t.common.nothingFound,
        returnTo: this.actions.home,
        items: [
          ...users.map((user): MenuItem => ({
            id: user.id,
            label: user.name || t.common.you,
            lead: avatar(user.name || t.common.you, user.id, { small: true }),
            run: assign(user.id),
          })),
          'separator',
          { id: 'nobody', label: t.pipeline.noOwner, icon: icons.x, run: assign(null) },
        ],
      };
    });
  };

  readonly label = (anchor: HTMLElement): void => {
    const deals = new Map(this.#deals.map((deal) => [deal.id, deal]));
    this.actions.hands.lazy.labels(anchor, deals, (add, remove) => void this.#run('deals-label', { add, remove }));
  };

  /** What the bar has no room for. */
  readonly more = (anchor: HTMLElement): void => {
    this.menu.open(anchor, () => {
      const { t } = this.model;
      const why = (name: CommandName): string | undefined => this.why(name) ?? undefined;
      return {
        label: t.pipeline.more,
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
            run: () => this.label(anchor),
          },
          {
            id: 'merge',
            label: this.#words.merge,
            icon: icons.merge,
            kbd: 'Shift M',
            disabled: this.whyMerge ?? undefined,
            run: this.merge,
          },
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: why('deals-delete'),
            run: this.remove,
          },
        ],
      };
    });
  };

  /** They stay chosen: one may want to do more with them. */
  #run<N extends 'deals-assign' | 'deals-label'>(
    name: N,
    more: Omit<CommandInputs[N], 'ids'>,
  ): Promise<CommandResult<N> | null> {
    const ids = this.#deals.map(({ id }) => id);
    return this.model.commands.run(name, { ...more, ids } as unknown as CommandInputs[N]);
  }
}
