import * as icons from '../../shared/icons.js';
import type { Menu, MenuItem } from '../../shared/menu.js';
import type { Anchor } from '../../shared/place.js';
import { allColumns } from './columns.js';
import type { DealColumn } from './columns.js';
import type { DealListModel } from './model.js';
import type { Resize } from '../../shared/table/resize.js';
import { orderIn } from './setup.js';

/** The menus of the columns: by which the list is sorted, and what can be done with one of them. */
export class HeadMenus {
  constructor(
    readonly menu: Menu,
    readonly model: DealListModel,
    readonly resize: Resize<DealColumn>,
    readonly grid: () => { focusStop(): Promise<void> },
  ) {}

  readonly sort = (anchor: Element): void => {
    const { model } = this;
    const { t } = model;
    const items = (): MenuItem[] => {
      const [now] = orderIn(model.setup);
      const columns = allColumns(model.fields, model.store?.abilities.formulas);
      const current = columns.find(({ id }) => id === now?.field);
      return [
        { head: t.dealList.sortHead },
        ...columns
          .filter(({ unsorted }) => !unsorted)
          .map((column): MenuItem => ({
            id: column.id,
            label: column.id === 'title' ? t.common.title : column.name(t),
            checked: now?.field === column.id,
            radio: true,
            run: () => now?.field !== column.id && model.sortBy(column),
          })),
        'separator',
        ...([false, true] as const).map((descending): MenuItem => ({
          id: descending ? 'down' : 'up',
          label: descending ? t.dealList.descending : t.dealList.ascending,
          checked: (now?.descending ?? false) === descending,
          radio: true,
          run: () => current && model.sortBy(current, descending),
        })),
      ];
    };
    this.menu.open(anchor, { label: t.dealList.sortHead, align: 'end', items });
  };

  /** All that can be done with a column, for who cannot drag its edge. */
  column(anchor: Anchor, column: DealColumn): void {
    const { model, resize } = this;
    const { dealList: t } = model.t;
    const name = column.name(model.t);
    const sort = (descending: boolean): MenuItem => ({
      id: descending ? 'down' : 'up',
      label: descending ? t.descending : t.ascending,
      icon: icons.sort,
      run: () => model.sortBy(column, descending),
    });
    this.menu.open(anchor, {
      label: name,
      items: [
        { head: name },
        ...(column.unsorted ? [] : [sort(false), sort(true), 'separator' as const]),
        ...resize.items(column, t),
        ...(column.cell === 'deal'
          ? []
          : ['separator' as const, { id: 'hide', label: t.hide, icon: icons.x, run: () => this.#hide(column) }]),
      ],
    });
  }

  #hide(column: DealColumn): void {
    const { model } = this;
    model.setColumns(model.columns.map(({ id }) => id).filter((id) => id !== column.id));
    model.say(model.t.dealList.hidden(column.name(model.t)));
    void this.grid().focusStop();
  }
}
