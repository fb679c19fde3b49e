import { activeIn } from '../active.js';
import type { Shortcuts } from '../keys.js';
import type { Grid } from './grid.js';
import type { HeadColumn, HeadMenus } from './head-menus.js';
import type { RowRecord } from './model.js';

/** Keys in the head of a column: wider, narrower, its menu. @param keys those of the rows, whose menu is opened elsewhere */
export function headKeys<R extends RowRecord, C extends HeadColumn>(
  model: { readonly columns: readonly C[] },
  grid: () => Grid<R>,
  heads: HeadMenus<C>,
  keys: Shortcuts,
): Shortcuts {
  const head = (): { readonly button: HTMLElement; readonly column: C } | null => {
    const { root } = grid();
    const button = root && activeIn(root)?.closest<HTMLElement>('.head > button');
    const column = model.columns.find(({ id }) => id === button?.dataset['sort']);
    return button && column ? { button, column } : null;
  };
  const width = (turns: 1 | -1) => (): boolean => {
    const at = head();
    if (!at) return false;
    heads.resize.by(at.column, at.button.matches(':dir(rtl)') ? (-turns as 1 | -1) : turns);
    return true;
  };
  const menu = (event: KeyboardEvent): boolean | void => {
    const at = head();
    if (!at) return keys['shift+f10']?.(event);
    heads.column(at.button, at.column);
  };
  return {
    'shift+arrowright': width(1),
    'shift+arrowleft': width(-1),
    contextmenu: menu,
    'shift+f10': menu,
  };
}
