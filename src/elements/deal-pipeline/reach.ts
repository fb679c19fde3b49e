import type { Id } from '../../domain/records.js';
import { activeIn } from '../../shared/active.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';

/* How what is done on the board gets at its cards. */

/** The stage beside another one; undefined at the ends. */
export function beside({ all }: Columns, stageId: Id, step: number): Column | undefined {
  return all[all.findIndex((column) => column.stageId === stageId) + step];
}

/** The column and place of a deal, where it is held. */
export function findDeal({ all }: Columns, id: Id): { readonly column: Column; readonly index: number } | null {
  for (const column of all) {
    const index = column.indexOf(id);
    if (index >= 0) return { column, index };
  }
  return null;
}

/** The element of a deal's card, where it is drawn. */
export function cardOf(column: Column, id: Id): HTMLElement | null {
  const index = column.indexOf(id);
  const at = index < 0 && column.focused?.deal.id === id ? column.focused.index : index;
  return at < 0 ? null : (column.window.elementAt(at) ?? null);
}

/** Removing the focused card leaves the focus on nothing; anywhere else it has been put by somebody. */
export function isFocusLost(host: HTMLElement): boolean {
  const { activeElement, body } = host.ownerDocument;
  return (
    host.shadowRoot !== null &&
    activeIn(host.shadowRoot) === null &&
    (activeElement === null || activeElement === body || activeElement === host)
  );
}

/** Brings a place into sight. @param fresh the cards have just been drawn */
export function reveal(column: Column, index: number, fresh = false): void {
  column.prepare();
  column.window.scrollTo(index, 'nearest', fresh);
}
