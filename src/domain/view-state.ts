import type { Filter } from './filter.js';
import type { PeriodUnit } from './forecast.js';
import type { Order } from './query.js';
import type { Id } from './records.js';

/*
 * How a view is set up, as one value: plain data that a page may keep, send, and set on another element of the same kind, which
 * then shows the same records. What is left out when it is set stays as it is.
 */

/** Of `<lead-inbox>`. */
export interface InboxState {
  readonly segment: 'inbox' | 'archived' | 'trash';
  /** The words that are looked for. */
  readonly search: string;
  readonly filter: Filter;
  readonly order: readonly Order[];
  readonly columns: readonly string[];
  /** CSS pixels of columns by their names; those left out have their usual width. */
  readonly widths: Readonly<Record<string, number>>;
}

/** Of `<deal-pipeline>`. */
export interface BoardState {
  readonly view: 'board' | 'list' | 'forecast';
  /** null = the first. */
  readonly pipelineId: Id | null;
  readonly search: string;
  readonly filter: Filter;
  readonly order: string;
  readonly direction: '' | 'ascending' | 'descending';
  readonly period: PeriodUnit;
  readonly fields: readonly string[];
  /** Of the list that stands in its place: segment, orders, columns, widths. Missing as long as there is none. */
  readonly list?: BoardListState;
}

/** What a list has of its own inside a board: the board has pipeline, search and filter. */
export type BoardListState = Partial<Pick<DealListState, 'segment' | 'orders' | 'columns' | 'widths'>>;

/** Which deals: those that run, those that ended so or so, or all of them. */
export type DealSegment = 'open' | 'won' | 'lost' | 'all';

/** Of `<deal-list>`; orders and columns are of each segment its own, where somebody has chosen. */
export interface DealListState {
  /** null = all pipelines. */
  readonly pipelineId: Id | null;
  readonly segment: DealSegment;
  readonly search: string;
  readonly filter: Filter;
  readonly orders: Readonly<Partial<Record<DealSegment, readonly Order[]>>>;
  readonly columns: Readonly<Partial<Record<DealSegment, readonly string[]>>>;
  /** CSS pixels of columns that somebody has made wider or narrower. */
  readonly widths: Readonly<Record<string, number>>;
}

/** Persons or organizations. */
export type ContactSegment = 'persons' | 'organizations';

/** Of `<contact-list>`; orders and columns are of each segment its own, where somebody has chosen. */
export interface ContactListState {
  readonly segment: ContactSegment;
  readonly search: string;
  readonly orders: Readonly<Partial<Record<ContactSegment, readonly Order[]>>>;
  readonly columns: Readonly<Partial<Record<ContactSegment, readonly string[]>>>;
  /** CSS pixels of columns that somebody has made wider or narrower. */
  readonly widths: Readonly<Record<string, number>>;
}

export type ViewState = InboxState | BoardState | DealListState | ContactListState;
