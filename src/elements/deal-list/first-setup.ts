import type { Filter } from '../../domain/filter.js';
import type { Order } from '../../domain/query.js';
import type { Id } from '../../domain/records.js';

/** Which deals: those that run, those that ended so or so, or all of them. */
export type DealSegment = 'open' | 'won' | 'lost' | 'all';

/** How a list of deals is set up; all but the words that are looked for is kept for each user. */
export interface DealListSetup {
  /** null = all pipelines. */
  readonly pipelineId: Id | null;
  readonly segment: DealSegment;
  readonly filter: Filter;
  readonly search: string;
  /** Of each segment its own, where somebody has chosen. */
  readonly orders: Readonly<Partial<Record<DealSegment, readonly Order[]>>>;
  readonly columns: Readonly<Partial<Record<DealSegment, readonly string[]>>>;
  /** CSS pixels of columns that somebody has made wider or narrower. */
  readonly widths: Readonly<Record<string, number>>;
}
export type SetupPart = keyof DealListSetup;

export const firstSetup: DealListSetup = {
  pipelineId: null,
  segment: 'open',
  filter: [],
  search: '',
  orders: {},
  columns: {},
  widths: {},
};
