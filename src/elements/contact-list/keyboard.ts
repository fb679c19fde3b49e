import type { Id } from '../../domain/records.js';
import type { Shortcuts } from '../../shared/keys.js';
import type { Grid } from '../../shared/table/grid.js';
import { headKeys } from '../../shared/table/head-keys.js';
import type { HeadMenus } from '../../shared/table/head-menus.js';
import { letGo, rowKeys } from '../../shared/table/row-keys.js';
import type { Actions } from './actions.js';
import type { ContactColumn } from './columns.js';
import type { Lazy } from './lazy.js';
import type { Contact, ContactListModel } from './model.js';

/** The keys of the look: heard while the focus is inside and nobody types. */
export function shortcuts(
  model: ContactListModel,
  grid: () => Grid<Contact>,
  {
    actions,
    lazy,
    heads,
  }: { readonly actions: Actions; readonly lazy: Lazy; readonly heads: HeadMenus<ContactColumn> },
): Shortcuts {
  const { keys, place } = rowKeys(model, grid);
  const here = (): Id | null => place.meant() ?? (place.rowFocused() ? null : model.active);
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
    n: () => lazy.add(),
    z: () => void model.commands.undo(),
    'mod+z': () => void model.commands.undo(),
    'shift+z': redo,
    'mod+shift+z': redo,
    'mod+y': redo,
    'shift+m': () => {
      const id = here();
      if (model.selecting) void actions.merge();
      else if (id === null) return false;
      else void actions.merge(id);
      return true;
    },
    delete: () => {
      if (!place.rowFocused() || actions.why(actions.deletion) !== null) return false;
      void actions.remove(model.selecting ? undefined : (here() ?? undefined));
      return true;
    },
    escape: () => letGo(model),
  };
}
