import type { Id } from '../../domain/records.js';
import { activeIn } from '../../shared/active.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';
import type { Layout } from './layout.js';
import type { BoardModel } from './model.js';

/* How what is done on the board gets at its cards. */

/** The stage beside another one; undefined at the ends. */
export function beside({ all }: Columns, stageId: Id, step: number): Column | undefined {
  return all[all.findIndex((column) => column.stageId === stageId) + step];
}

/** The nearest one on that side that cards can be put into. */
export function besideOpen(
  columns: Columns,
  { layout }: { readonly layout: Layout | null },
  stageId: Id,
  step: number,
): Column | undefined {
  const next = beside(columns, stageId, step);
  return next && layout && !layout.target(next.stageId) ? besideOpen(columns, { layout }, next.stageId, step) : next;
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

/** Said where there is nothing further on that side. */
export function edgeWords({ layout, t }: BoardModel, step: number): string {
  if (layout) return step < 0 ? layout.words.first : layout.words.last;
  return step < 0 ? t.pipeline.stageStart : t.pipeline.stageEnd;
}

/** Said where somebody wants to choose a place that the order gives. */
export function sortedWords({ layout, t, orderName }: BoardModel): string {
  return layout ? t.pipeline.sortedNow(orderName) : t.pipeline.onlyByHand(orderName);
}
