import type { Order } from '../../domain/query.js';
import type { dealList } from '../../i18n/en/deal-list.js';
import * as icons from '../icons.js';
import type { Menu, MenuItem } from '../menu.js';
import type { Anchor } from '../place.js';
import type { NamedColumn, Resize } from './resize.js';

/** A column with a head. */
export interface HeadColumn extends NamedColumn {
  /** The storage cannot sort by it. */
  readonly unsorted?: boolean;
}

/** The list whose heads they are. */
export interface HeadsModel<C extends HeadColumn> {
  readonly t: { readonly dealList: typeof dealList };
  /** Those that are shown; the first one always is. */
  readonly columns: readonly C[];
  /** Every one there is, whether or not it is shown. */
  readonly allColumns: readonly C[];
  /** What the list is sorted by. */
  readonly ordered: Order | undefined;
  nameOfColumn(column: C): string;
  /** What it is called among those one may sort by, where that is another name. */
  sortNameOf?(column: C): string;
  sortBy(column: C, descending?: boolean): void;
  /** @param ids undefined = those that somebody sees who has not chosen */
  setColumns(ids: readonly string[] | undefined): void;
  say(text: string): void;
}

/** The menus of the columns: by which the list is sorted, and what can be done with one of them. */
export class HeadMenus<C extends HeadColumn> {
  constructor(
    readonly menu: Menu,
    readonly model: HeadsModel<C>,
    readonly resize: Resize<C>,
    readonly grid: () => { focusStop(): Promise<void> },
  ) {}

  readonly sort = (anchor: Element): void => {
    const { model } = this;
    const items = (): MenuItem[] => {
      const t = model.t.dealList;
      const now = model.ordered;
      const columns = model.allColumns;
      const current = columns.find(({ id }) => id === now?.field);
      return [
        { head: t.sortHead },
        ...columns
          .filter(({ unsorted }) => !unsorted)
          .map((column): MenuItem => ({
            id: column.id,
            label: model.sortNameOf?.(column) ?? model.nameOfColumn(column),
            checked: now?.field === column.id,
            radio: true,
            run: () => now?.field !== column.id && model.sortBy(column),
          })),
        'separator',
        ...([false, true] as const).map((descending): MenuItem => ({
          id: descending ? 'down' : 'up',
          label: descending ? t.descending : t.ascending,
          checked: (now?.descending ?? false) === descending,
          radio: true,
          run: () => current && model.sortBy(current, descending),
        })),
      ];
    };
    this.menu.open(anchor, () => ({ label: model.t.dealList.sortHead, align: 'end', items }));
  };

  /** All that can be done with a column, for who cannot drag its edge. */
  readonly column = (anchor: Anchor, column: C): void => {
    const { model, resize } = this;
    this.menu.open(anchor, () => {
      const t = model.t.dealList;
      const name = model.nameOfColumn(column);
      const sort = (descending: boolean): MenuItem => ({
        id: descending ? 'down' : 'up',
        label: descending ? t.descending : t.ascending,
        icon: icons.sort,
        run: () => model.sortBy(column, descending),
      });
      return {
        label: name,
        items: [
          { head: name },
          ...(column.unsorted ? [] : [sort(false), sort(true), 'separator' as const]),
          ...resize.items(column, t),
          ...(column.id === model.columns[0]?.id
            ? []
            : ['separator' as const, { id: 'hide', label: t.hide, icon: icons.x, run: () => this.#hide(column) }]),
        ],
      };
    });
  };

  #hide(column: C): void {
    const { model } = this;
    model.setColumns(model.columns.map(({ id }) => id).filter((id) => id !== column.id));
    model.say(model.t.dealList.hidden(model.nameOfColumn(column)));
    void this.grid().focusStop();
  }
}

/** Widths of the columns of such a list: kept by it, and said by name. */
export function widthsOf<C extends HeadColumn>(
  model: Pick<HeadsModel<C>, 't' | 'nameOfColumn'> & {
    arrange(part: { readonly widths: Readonly<Record<string, number>> }): void;
  },
): {
  readonly keep: (widths: Readonly<Record<string, number>>) => void;
  readonly said: (column: C, pixels: number | null) => string;
} {
  return {
    keep: (widths) => model.arrange({ widths }),
    said: (column, pixels) => {
      const { widthReset, widthSaid } = model.t.dealList;
      const name = model.nameOfColumn(column);
      return pixels === null ? widthReset(name) : widthSaid(name, pixels);
    },
  };
}
