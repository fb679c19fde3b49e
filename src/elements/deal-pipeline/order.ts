import type { BoardView } from './view-names.js';
import type { Filter } from '../../domain/filter.js';
import type { PeriodUnit } from '../../domain/forecast.js';
import type { Id } from '../../domain/records.js';
import type { Order } from '../../domain/query.js';
import type { common } from '../../i18n/en/common.js';
import type { pipeline } from '../../i18n/en/pipeline.js';

/** What the cards of a stage can be sorted by, and the words for it. `rank` is "By hand": only there a card has a place of its own. */
const words = {
  nextActivity: 'nextActivity',
  rank: '',
  value: 'value',
  title: 'title',
  expectedClose: 'expectedClose',
  createdAt: 'age',
  ownerId: 'owner',
  personName: 'person',
  organizationName: 'organization',
} as const;
export type BoardOrder = keyof typeof words;
export const boardOrders = Object.keys(words) as BoardOrder[];
/** '' = as it is read best: amounts and ages from the largest and the newest, all else from the first. */
export type BoardDirection = '' | 'ascending' | 'descending';

/** Amounts and ages are read from the top: the largest and the newest first. */
const descending: ReadonlySet<BoardOrder> = new Set<BoardOrder>(['value', 'createdAt']);

export function isBoardOrder(value: unknown): value is BoardOrder {
  return (boardOrders as readonly unknown[]).includes(value);
}

/** By hand there is one direction: as the cards were put. */
export function isDescending(order: BoardOrder, direction: BoardDirection): boolean {
  return direction === '' || order === 'rank' ? descending.has(order) : direction === 'descending';
}

/** By owner: by name, which the store looks up. */
export function orderOf(order: BoardOrder, direction: BoardDirection): readonly Order[] {
  return [{ field: order, ...(isDescending(order, direction) && { descending: true }) }];
}

/** The order in a word or two, the usual way round; sort-menu.ts says it the other way. */
export function orderName(
  order: BoardOrder,
  t: { readonly common: typeof common; readonly pipeline: typeof pipeline },
): string {
  return order === 'createdAt' ? t.pipeline.newest : nameOf(order, t);
}

/** What it is sorted by, whichever way. */
export function nameOf(
  order: BoardOrder,
  t: { readonly common: typeof common; readonly pipeline: typeof pipeline },
): string {
  const word = words[order];
  return word ? t.common[word] : t.pipeline.byHand;
}

/** How somebody has set up the board. */
export interface BoardSetup {
  readonly order: BoardOrder;
  readonly direction: BoardDirection;
  readonly filter: Filter;
  readonly fields: readonly string[];
  /** null = the first. */
  readonly pipelineId: Id | null;
  readonly view: BoardView;
  /** What the forecast is in. */
  readonly period: PeriodUnit;
}
