import type { Deal, Id } from '../../domain/records.js';
import type { Shortcuts } from '../../shared/keys.js';
import type { Grid } from '../../shared/table/grid.js';
import { headKeys } from '../../shared/table/head-keys.js';
import type { HeadMenus } from '../../shared/table/head-menus.js';
import { letGo, rowKeys } from '../../shared/table/row-keys.js';
import type { Actions } from './actions.js';
import type { DealColumn } from './columns.js';
import type { Lazy } from './lazy.js';
import type { Menus } from './menus.js';
import type { DealListModel } from './model.js';

interface Parts {
  readonly actions: Actions;
  readonly lazy: Lazy;
  readonly menus: Menus;
  readonly heads: HeadMenus<DealColumn>;
}

/** The keys of the look: heard while the focus is inside and nobody types. */
export function shortcuts(
  model: DealListModel,
  grid: () => Grid<Deal>,
  { actions, lazy, menus, heads }: Parts,
): Shortcuts {
  const { keys, place } = rowKeys(model, grid);
  const here = (): Id | null => place.meant() ?? (place.rowFocused() ? null : model.active);
  /** On what is chosen, else on the deal that has the focus. */
  const onOne = (run: (id: Id | undefined) => void) => (): boolean => {
    const id = model.selecting ? undefined : here();
    if (id === null) return false;
    run(id);
    return true;
  };
  const redo = (): void => void model.commands.redo();
  return {
    ...keys,
    ...headKeys(model, grid, heads, keys),
    '/': () => {
      const field = model.host.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]');
      field?.select();
      return field != null;
    },
    'mod+k': () => lazy.search(),
    '?': () => lazy.keys(),
    m: onOne((id) => {
      const row = id === undefined ? null : grid().rowOf(id);
      const anchor = row ?? model.host.shadowRoot?.querySelector<HTMLElement>('[data-bulk=move]');
      const closed = id === undefined ? !anchor : actions.deal(id)?.status !== 'open';
      if (anchor && !closed) menus.move(anchor, id);
    }),
    w: onOne((id) => {
      if (id !== undefined) void actions.wait(id);
    }),
    r: onOne((id) => {
      if (actions.why('deal-reopen') !== null || model.segment === 'open') return;
      if (id === undefined || actions.deal(id)?.status !== 'open') void actions.reopen(id);
    }),
    z: () => void model.commands.undo(),
    'mod+z': () => void model.commands.undo(),
    'shift+z': redo,
    'mod+shift+z': redo,
    'mod+y': redo,
    delete: () => {
      if (!place.rowFocused() || actions.why('deals-delete') !== null) return false;
      void actions.remove(model.selecting ? undefined : (here() ?? undefined));
      return true;
    },
    escape: () => letGo(model),
  };
}
