import type { Id } from '../../domain/records.js';
import { activeIn } from '../active.js';
import type { Shortcuts } from '../keys.js';
import { announceSelection, chooseAll, clearSelection } from './choose.js';
import type { Grid } from './grid.js';
import type { RowRecord, TableModel } from './model.js';
import { alongRow, HeadStops, menuOfRow } from './stops.js';

/** Where keys mean something. */
export interface RowPlace {
  /** The record that a key is meant for; null = none, or it is still being read. */
  readonly meant: () => Id | null;
  readonly rowFocused: () => boolean;
  readonly headFocused: () => boolean;
}

/** The keys that lead through rows and heads, choose, and open: the same in every list. */
export function rowKeys<R extends RowRecord>(
  model: TableModel<R>,
  grid: () => Grid<R>,
): { readonly keys: Shortcuts; readonly place: RowPlace } {
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
  const keys: Shortcuts = {
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
  };
  return { keys, place: { meant: () => grid().meant, rowFocused, headFocused: () => head.focused } };
}

/** Lets go of what is chosen. False: nothing is. */
export function letGo(model: TableModel): boolean {
  if (model.selection.empty(model.total)) return false;
  clearSelection(model);
  announceSelection(model);
  return true;
}
