import { activeIn } from '../../shared/active.js';
import type { Shortcuts } from '../../shared/keys.js';
import type { Actions } from './actions.js';
import { announceSelection, chooseAll, clearSelection } from '../../shared/table/choose.js';
import type { DetailPanel } from './detail.js';
import type { Grid } from '../../shared/table/grid.js';
import type { Lazy } from './lazy.js';
import type { InboxModel } from './model.js';
import { alongRow, HeadStops, menuOfRow } from '../../shared/table/stops.js';

interface Hands {
  readonly actions: Actions;
  readonly lazy: Lazy;
  readonly panel: DetailPanel;
}

/** The keys of the look: heard while the focus is inside and nobody types. */
export function shortcuts(
  model: InboxModel,
  grid: () => Grid,
  { actions, lazy, panel }: Hands,
  search: () => void,
): Shortcuts {
  const here = (): string | null => grid().meant ?? (rowFocused() ? null : (model.open ?? model.active));
  /** Looked up each time: a window in the background moves the focus without telling anybody. */
  const rowFocused = (): boolean => {
    grid().pin();
    return grid().focusedId !== null;
  };
  /** Only a row itself: a box or a button in it keeps its own keys. */
  const onRow = (): boolean => {
    const root = grid().root;
    return (root && activeIn(root)?.matches('.lrow[data-id]')) ?? false;
  };
  const step = (by: number) => (): void => {
    const g = grid();
    // From outside the rows the first step enters at the tab stop.
    void g.go(rowFocused() ? model.activeIndex + by : model.activeIndex);
  };
  const head = new HeadStops(grid);
  const inHead = (run: () => void, otherwise: () => boolean) => (): boolean => {
    if (!head.focused) return otherwise();
    run();
    return true;
  };
  const inRows = (run: () => void) => (): boolean => {
    if (!rowFocused()) return false;
    run();
    return true;
  };
  const onOne = (run: (id: string | undefined) => void) => (): boolean => {
    const id = model.selecting ? undefined : here();
    if (id === null) return false;
    run(id);
    return true;
  };
  const select = (): boolean => {
    const id = grid().meant ?? (rowFocused() ? null : model.active);
    if (id === null) return false;
    grid().toggle(id);
    return true;
  };
  const extend = (by: number): void => {
    const from = model.active;
    if (from !== null && model.selection.anchor === null) grid().toggle(from);
    void grid()
      .go(model.activeIndex + by)
      .then(() => {
        if (model.active !== null) grid().selectTo(model.active);
      });
  };
  const redo = (): void => void model.commands.redo();
  return {
    '/': search,
    n: () => lazy.add(),
    '?': () => lazy.keys(),
    j: step(1),
    k: step(-1),
    // The heads of the columns stand above the first row.
    arrowdown: inHead(() => void grid().go(0), inRows(step(1))),
    arrowup: inRows(() => (model.activeIndex === 0 && head.focus() ? undefined : step(-1)())),
    'shift+arrowdown': inRows(() => extend(1)),
    'shift+arrowup': inRows(() => extend(-1)),
    home: inHead(
      () => head.step(-Infinity),
      inRows(() => void grid().go(0)),
    ),
    end: inHead(
      () => head.step(Infinity),
      inRows(() => void grid().go((model.total ?? 1) - 1)),
    ),
    pageup: inRows(() => void grid().go(model.activeIndex - (grid().rows.moves?.page ?? 1))),
    pagedown: inRows(() => void grid().go(model.activeIndex + (grid().rows.moves?.page ?? 1))),
    arrowright: inHead(
      () => head.step(1),
      inRows(() => alongRow(grid(), 1)),
    ),
    arrowleft: inHead(
      () => head.step(-1),
      inRows(() => alongRow(grid(), -1)),
    ),
    contextmenu: inRows(() => menuOfRow(grid())),
    'shift+f10': inRows(() => menuOfRow(grid())),
    x: select,
    space: () => (onRow() ? select() : false),
    'shift+space': () => {
      const id = grid().meant;
      if (!onRow() || id === null) return false;
      grid().selectTo(id);
      return true;
    },
    'mod+a': () => {
      if (!rowFocused() || !model.total) return false;
      chooseAll(model);
      return true;
    },
    enter: () => {
      const id = grid().meant;
      if (!onRow() || id === null) return false;
      grid().handler.open(id);
      return true;
    },
    c: onOne((id) => {
      if (model.segment === 'inbox' && actions.why('leads-convert', null) === null) void actions.convert(id);
    }),
    e: onOne((id) => {
      if (model.segment === 'inbox' && actions.canArchive && actions.why('leads-archive', null) === null)
        void actions.archive(id);
    }),
    z: () => void model.commands.undo(),
    'mod+z': () => void model.commands.undo(),
    'shift+z': redo,
    'mod+shift+z': redo,
    'mod+y': redo,
    delete: () => {
      if (!rowFocused() || model.segment === 'trash' || actions.why('leads-delete', null) !== null) return false;
      void actions.remove(model.selecting ? undefined : (here() ?? undefined));
      return true;
    },
    escape: () => {
      if (model.selecting) {
        clearSelection(model);
        announceSelection(model);
      } else if (model.open !== null) panel.close();
      else return false;
      return true;
    },
  };
}
