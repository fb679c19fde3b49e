import type { Id } from '../../domain/records.js';
import { merge } from '../../i18n/en/merge.js';
import { search } from '../../i18n/en/search.js';
import { wordsOf } from '../../i18n/words.js';
import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { Actions } from './actions.js';
import type { Grid } from '../../shared/table/grid.js';
import type { InboxModel } from './model.js';
import { avatar } from '../../shared/avatar.js';
import { allColumns } from './more-columns.js';
import { setOrder, sortedBy } from './setup-change.js';

/** What the menus lead to besides the commands. */
export interface MenuTargets {
  readonly add: () => void;
  readonly importFile: () => void;
  readonly canImport: () => boolean;
  readonly exportCsv: () => void;
  readonly backUp: () => void;
  readonly restoreBackup: () => void;
  readonly storage: () => void;
  readonly search: () => void;
  readonly fields: () => void;
  readonly keys: () => void;
  readonly labels: (anchor: HTMLElement, ids: readonly Id[]) => void;
}

/** The inbox's menus; all are one `Menu`, opened at different places with different items. */
export class Menus {
  constructor(
    readonly menu: Menu,
    readonly model: InboxModel,
    readonly actions: Actions,
    readonly grid: () => Grid,
    readonly to: MenuTargets,
  ) {}

  readonly add = (anchor: Element): void => {
    this.menu.open(anchor, () => {
      const { inbox } = this.model.t;
      const why = this.actions.why('lead-add', null) ?? undefined;
      return {
        label: inbox.moreWays,
        align: 'end',
        items: [
          { id: 'add', label: inbox.addLead, icon: icons.plus, kbd: 'N', disabled: why, run: this.to.add },
          { id: 'import', label: inbox.importFile, icon: icons.upload, disabled: why, run: this.to.importFile },
          // An empty inbox has no other menu, and is where a backup is wanted most.
          { id: 'restore', label: inbox.restoreBackup, icon: icons.upload, run: this.to.restoreBackup },
        ],
      };
    });
  };

  readonly sort = (anchor: Element): void => {
    const { model } = this;
    const items = (): MenuItem[] => {
      const { t } = model;
      const now = model.setup.order[0];
      const columns = allColumns(model.store).filter(({ cell, unsorted }) => cell !== 'user' && unsorted !== true);
      return [
        { head: t.inbox.sortHead },
        ...columns.map((column): MenuItem => ({
          id: column.id,
          label: column.id === 'title' ? t.common.title : column.name(t),
          checked: now?.field === column.id,
          radio: true,
          run: () => setOrder(model, now?.field === column.id ? model.setup.order : sortedBy([], column.id)),
        })),
        'separator',
        {
          id: 'up',
          label: t.inbox.ascending,
          checked: !now?.descending,
          radio: true,
          run: () => now && setOrder(model, [{ ...now, descending: false }]),
        },
        {
          id: 'down',
          label: t.inbox.descending,
          checked: now?.descending === true,
          radio: true,
          run: () => now && setOrder(model, [{ ...now, descending: true }]),
        },
      ];
    };
    this.menu.open(anchor, () => ({ label: model.t.inbox.sortHead, align: 'end', items }));
  };

  readonly more = (anchor: Element): void => {
    this.menu.open(anchor, () => {
      const { inbox } = this.model.t;
      const { to } = this;
      return {
        label: inbox.more,
        align: 'end',
        items: [
          {
            id: 'search',
            label: wordsOf('search', search, this.model.words.lang).everywhere,
            icon: icons.search,
            kbd: 'Ctrl K',
            run: to.search,
          },
          'separator',
          { id: 'export', label: inbox.exportCsv, icon: icons.download, run: to.exportCsv },
          { id: 'fields', label: this.model.t.common.fields, icon: icons.columns, run: to.fields },
          'separator',
          { id: 'backup', label: inbox.backUp, icon: icons.download, run: to.backUp },
          { id: 'restore', label: inbox.restoreBackup, icon: icons.upload, run: to.restoreBackup },
          { id: 'storage', label: inbox.storage, icon: icons.lock, run: to.storage },
          'separator',
          { id: 'keys', label: inbox.keys, icon: icons.info, kbd: '?', run: to.keys },
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
        filter: users.length > 8 ? t.filter.findOwner : undefined,
        nothing: t.common.nothingFound,
        items: [
          ...users.map((user): MenuItem => ({
            id: user.id,
            label: user.name || t.common.you,
            lead: avatar(user.name || t.common.you, user.id),
            run: () => void actions.assign(user.id, id),
          })),
          'separator',
          { id: 'nobody', label: t.filter.noOwner, icon: icons.x, run: () => void actions.assign(null, id) },
        ],
      };
    });
  };

  /** What the bar has no room for. */
  readonly bulk = (anchor: HTMLElement): void => {
    const { model, actions, to } = this;
    this.menu.open(anchor, () => {
      const { t } = model;
      const why = (name: Parameters<Actions['why']>[0]): string | undefined => actions.why(name, null) ?? undefined;
      return {
        label: t.inbox.more,
        align: 'end',
        items: [
          {
            id: 'label',
            label: t.common.label,
            icon: icons.label,
            disabled: why('leads-label'),
            run: () => void this.#labels(anchor),
          },
          {
            id: 'owner',
            label: t.common.owner,
            icon: icons.person,
            disabled: why('leads-assign'),
            run: () => this.owner(anchor),
          },
          {
            id: 'merge',
            label: wordsOf('merge', merge, model.words.lang).merge,
            icon: icons.merge,
            kbd: 'Shift M',
            disabled: actions.whyMerge() ?? undefined,
            run: () => void actions.merge(),
          },
          {
            id: 'seen',
            label: t.inbox.markSeen,
            icon: icons.check,
            disabled: why('leads-see'),
            run: () => void actions.mark(true),
          },
          {
            id: 'unseen',
            label: t.inbox.markUnseen,
            icon: icons.history,
            disabled: why('leads-see'),
            run: () => void actions.mark(false),
          },
          { id: 'export', label: t.inbox.export, icon: icons.download, run: to.exportCsv },
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: why('leads-delete'),
            run: () => void actions.remove(),
          },
        ],
      };
    });
  };

  async #labels(anchor: HTMLElement): Promise<void> {
    const ids = await this.actions.targets();
    if (ids) this.to.labels(anchor, ids);
  }

  readonly row = (anchor: HTMLElement, id: Id): void => {
    const { model, actions } = this;
    const grid = this.grid();
    const index = model.list?.indexOf(id) ?? -1;
    const lead = index < 0 ? undefined : model.at(index);
    if (!lead) return;
    const why = (name: Parameters<Actions['why']>[0]): string | undefined => actions.why(name, lead) ?? undefined;
    grid.pinned = true;
    this.menu.open(anchor, () => {
      const { t } = model;
      const mark = lead.seen
        ? {
            id: 'unseen',
            label: t.inbox.markUnseen,
            icon: icons.history,
            disabled: why('leads-see'),
            run: () => void actions.mark(false, id),
          }
        : {
            id: 'seen',
            label: t.inbox.markSeen,
            icon: icons.check,
            disabled: why('leads-see'),
            run: () => void actions.mark(true, id),
          };
      return {
        label: t.inbox.moreFor(lead.title),
        align: 'end',
        items: [
          { id: 'open', label: t.inbox.openLead, icon: icons.external, kbd: 'Enter', run: () => grid.handler.open(id) },
          mark,
          {
            id: 'owner',
            label: t.inbox.setOwner,
            icon: icons.person,
            disabled: why('leads-assign'),
            run: () => this.owner(anchor, id),
          },
          {
            id: 'merge',
            label: wordsOf('merge', merge, model.words.lang).mergeWith,
            icon: icons.merge,
            kbd: 'Shift M',
            disabled: why('leads-merge'),
            run: () => void actions.merge(id),
          },
          'separator',
          {
            id: 'delete',
            label: t.common.delete,
            icon: icons.trash,
            negative: true,
            disabled: why('leads-delete'),
            run: () => void actions.remove(id),
          },
        ],
        returnTo: () => grid.rowOf(id),
        onClose: () => (grid.pinned = false),
      };
    });
  };
}
