import type { Grid } from '../../shared/table/grid.js';
import type { Lazy } from './lazy.js';
import type { Menus } from './menus.js';
import type { InboxModel } from './model.js';
import type { InboxSegment } from './setup.js';
import { setSegment, sortBy } from './setup-change.js';

/** What buttons need. */
export interface PressParts {
  readonly grid: Grid;
  readonly lazy: Lazy;
  readonly menus: Menus;
}

/** Does what a button of the head, the toolbar or the heads of the columns is for: its data say that. */
export function press(button: HTMLElement, model: InboxModel, { grid, lazy, menus }: PressParts): void {
  const { filter, sort, segment } = button.dataset;
  const is = (name: string): boolean => Object.hasOwn(button.dataset, name);
  if (filter !== undefined) lazy.filter(button, filter);
  else if (segment !== undefined) setSegment(model, segment as InboxSegment);
  else if (sort !== undefined) {
    const column = model.columns.find(({ id }) => id === sort);
    if (column) sortBy(column, model);
  } else if (is('order')) menus.sort(button);
  else if (is('columns')) lazy.columns(button);
  else if (is('more')) menus.more(button);
  else if (is('ways')) menus.add(button);
  else if (is('all')) grid.chooseShown();
  // One that is refused stays where it is, and says why.
  else if (is('add') && button.ariaDisabled !== 'true') lazy.add();
}
