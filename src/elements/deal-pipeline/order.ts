import type { BoardView } from './view-names.js';
import type { Condition } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';
import type { Order } from '../../domain/query.js';
import type { common } from '../../i18n/en/common.js';
import type { pipeline } from '../../i18n/en/pipeline.js';

/** What the cards of a stage can be sorted by. `rank` is "By hand": only there a card has a place of its own. */
export const boardOrders = ['nextActivity', 'rank', 'value', 'title', 'expectedClose', 'createdAt'] as const;
export type BoardOrder = (typeof boardOrders)[number];

/** Amounts and ages are read from the top: the largest and the newest first. */
const descending: ReadonlySet<BoardOrder> = new Set<BoardOrder>(['value', 'createdAt']);

export function isBoardOrder(value: unknown): value is BoardOrder {
  return (boardOrders as readonly unknown[]).includes(value);
}

export function orderOf(order: BoardOrder): readonly Order[] {
  return [{ field: order, ...(descending.has(order) && { descending: true }) }];
}

/** The order in a word or two. */
export function orderName(
  order: BoardOrder,
  t: { readonly common: typeof common; readonly pipeline: typeof pipeline },
): string {
  switch (order) {
    case 'nextActivity':
      return t.common.nextActivity;
    case 'rank':
      return t.pipeline.byHand;
    case 'value':
      return t.common.value;
    case 'title':
      return t.common.title;
    case 'expectedClose':
      return t.common.expectedClose;
    case 'createdAt':
      return t.pipeline.newest;
  }
}

/** How somebody has set up the board. */
export interface BoardSetup {
  readonly order: BoardOrder;
  readonly filter: readonly Condition[];
  /** null = the first. */
  readonly pipelineId: Id | null;
  readonly view: BoardView;
}
