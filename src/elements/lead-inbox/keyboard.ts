import type { Lead } from '../../domain/records.js';
import type { Shortcuts } from '../../shared/keys.js';
import type { Grid } from '../../shared/table/grid.js';
import { letGo, rowKeys } from '../../shared/table/row-keys.js';
import type { Actions } from './actions.js';
import type { DetailPanel } from './detail.js';
import type { Lazy } from './lazy.js';
import type { InboxModel } from './model.js';

interface Hands {
  readonly actions: Actions;
  readonly lazy: Lazy;
  readonly panel: DetailPanel;
}

/** The keys of the look: heard while the focus is inside and nobody types. */
export function shortcuts(
  model: InboxModel,
  grid: () => Grid<Lead>,
  { actions, lazy, panel }: Hands,
  search: () => void,
): Shortcuts {
  const { keys, place } = rowKeys(model, grid);
  const here = (): string | null => place.meant() ?? (place.rowFocused() ? null : (model.open ?? model.active));
  const onOne = (run: (id: string | undefined) => void) => (): boolean => {
    const id = model.selecting ? undefined : here();
    if (id === null) return false;
    run(id);
    return true;
  };
  const redo = (): void => void model.commands.redo();
  return {
    ...keys,
    '/': search,
    'mod+k': () => lazy.search(),
    n: () => lazy.add(),
    '?': () => lazy.keys(),
    c: onOne((id) => {
      if (model.segment === 'inbox' && actions.why('leads-convert', null) === null) void actions.convert(id);
    }),
    e: onOne((id) => {
      if (model.segment === 'inbox' && actions.canArchive && actions.why('leads-archive', null) === null)
        void actions.archive(id);
    }),
    'shift+m': onOne((id) => {
      if (model.segment !== 'trash') void actions.merge(id);
    }),
    z: () => void model.commands.undo(),
    'mod+z': () => void model.commands.undo(),
    'shift+z': redo,
    'mod+shift+z': redo,
    'mod+y': redo,
    delete: () => {
      if (!place.rowFocused() || model.segment === 'trash' || actions.why('leads-delete', null) !== null) return false;
      void actions.remove(model.selecting ? undefined : (here() ?? undefined));
      return true;
    },
    escape: () => {
      if (letGo(model)) return true;
      if (model.open === null) return false;
      panel.close();
      return true;
    },
  };
}
